import { addDays, daysIn, Exact, startOfDay, type LocalDate, type Period } from '#libs/kernel';

/** From an instant on, in microseconds since 1970, a level holds until the next one. */
export interface Level {
  readonly at: bigint;
  readonly quantity: Exact;
}

/** An average that has no end as a decimal is rounded to so many places, half away from zero. */
const AVERAGE_PLACES = 12;

/** What a day holds: level × microseconds, and how long it is. */
export interface LevelOfDay {
  readonly day: LocalDate;
  readonly levelTime: Exact;
  readonly length: bigint;
  /** Whether there is a level by the end of the day, be it 0: the day counts and some record came before. */
  readonly hasLevel: boolean;
}

/**
 * Level × time of each day of a period, by the real length of London's days: 23 or 25 hours when the clocks change.
 * `levels` are in order, the last of several at one instant being the one that holds; before the first the level is
 * 0. Only the `counted` days have a level: not those outside a term, nor those to come.
 */
export const levelsByDay = (
  levels: readonly Level[],
  period: Period,
  counted: Period | null,
): readonly LevelOfDay[] => {
  let next = 0;
  let level = Exact.ZERO;
  return daysOf(period).map((day) => {
    const [from, to] = [microsOf(day), microsOf(addDays(day, 1))];
    let levelTime = Exact.ZERO;
    let since = from;
    for (let change = levels[next]; change && change.at < to; next += 1, change = levels[next]) {
      if (change.at > since) {
        levelTime = levelTime.plus(level.times(Exact.of(change.at - since)));
        since = change.at;
      }
      level = change.quantity;
    }
    levelTime = levelTime.plus(level.times(Exact.of(to - since)));
    const counts = counted !== null && counted.start <= day && day < counted.end;
    return {
      ...{ day, levelTime: counts ? levelTime : Exact.ZERO, length: to - from },
      hasLevel: counts && next > 0,
    };
  });
};

/** The average level of these days: level × time over time, worked with exactly and rounded once. */
export const averageLevel = (days: readonly LevelOfDay[]): Exact => {
  const levelTime = Exact.sum(days.map((day) => day.levelTime));
  const length = days.reduce((sum, day) => sum + day.length, 0n);
  return roundTo(levelTime.over(Exact.of(length)), AVERAGE_PLACES);
};

const roundTo = (number: Exact, places: number): Exact => {
  const scale = 10n ** BigInt(places);
  return Exact.of(number.times(Exact.of(scale)).round(), scale);
};

const microsOf = (date: LocalDate): bigint => BigInt(startOfDay(date).getTime()) * 1000n;

const daysOf = (period: Period): readonly LocalDate[] =>
  Array.from({ length: daysIn(period) }, (_, index) => addDays(period.start, index));

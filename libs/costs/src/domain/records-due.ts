import { Exact, penceToExact, type LocalDate } from '#libs/kernel';
import type { Part, SchemeMember } from './scheme.js';

/** The two meters of an offering whose cost is shared. */
export interface Meters {
  readonly shareMeterId: string;
  readonly trueUpMeterId: string;
}

/** What is recorded on a day already, with the name of the record that it began with. */
export interface Recorded {
  readonly meterId: string;
  readonly callOffId: string;
  readonly day: LocalDate;
  readonly name: { readonly source: string; readonly eventId: string };
  readonly quantity: Exact;
}

/** A record that is to be made, in pounds. */
export interface RecordDue {
  readonly eventId: string;
  readonly meterId: string;
  readonly callOffId: string;
  readonly day: LocalDate;
  readonly quantity: string;
  readonly corrects: Recorded['name'] | null;
}

export interface Due {
  readonly records: readonly RecordDue[];
  /** The day of the next part; null when none is to come. */
  readonly nextOn: LocalDate | null;
}

interface Wanted extends Part {
  readonly meterId: string;
  readonly eventId: string;
}

interface Term {
  readonly id: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/**
 * What is to be recorded so that a member's year is what the version that holds says, up to today: parts that are
 * missing, and corrections of those that say otherwise. Months after the end of a call-off are never charged. `shareId`
 * is the public id of the member's part, with which every id of its records begins. Nothing is due once it is recorded.
 */
export const recordsDue = (
  member: Pick<SchemeMember, 'parts' | 'trueUp'>,
  known: {
    readonly shareId: string;
    readonly meters: Meters;
    readonly callOffs: readonly Term[];
    readonly recorded: readonly Recorded[];
    readonly today: LocalDate;
  },
): Due => {
  const { recorded, today } = known;
  const wanted = wantedOf(member, known).filter((part) => isInTerm(part, known.callOffs));
  const begun = wanted.filter(({ day }) => day <= today);
  const gone = recorded.filter(
    (each) => !each.quantity.isZero() && !wanted.some((part) => isFor(part, each)),
  );
  const [nextOn = null] = wanted
    .map(({ day }) => day)
    .filter((day) => day > today)
    .sort();
  return {
    nextOn,
    records: [
      ...begun.flatMap((part) => recordOf(part, recorded.find((each) => isFor(part, each)) ?? null)),
      ...gone.map((each) => withdrawal(each, known.shareId)),
    ],
  };
};

const wantedOf = (
  { parts, trueUp }: Pick<SchemeMember, 'parts' | 'trueUp'>,
  { shareId, meters }: { readonly shareId: string; readonly meters: Meters },
): readonly Wanted[] => [
  ...parts.map((part) => ({
    ...part,
    meterId: meters.shareMeterId,
    eventId: `${shareId}/${monthOfDay(part.day)}`,
  })),
  ...(trueUp === null ? [] : [{ ...trueUp, meterId: meters.trueUpMeterId, eventId: `${shareId}/true-up` }]),
];

const recordOf = (part: Wanted, before: Recorded | null): readonly RecordDue[] => {
  const { eventId, meterId, callOffId, amount } = part;
  if (penceToExact(amount).equals(before?.quantity ?? Exact.ZERO)) return [];
  const record = { eventId, meterId, callOffId, quantity: penceToExact(amount).toDecimalString() };
  return [{ ...record, day: before?.day ?? part.day, corrects: before?.name ?? null }];
};

const withdrawal = ({ meterId, callOffId, day, name }: Recorded, shareId: string): RecordDue => ({
  ...{ meterId, callOffId, day, corrects: name, quantity: '0' },
  eventId: `${shareId}/${day}/withdrawn`,
});

const isFor = (part: Wanted, { meterId, callOffId, day }: Recorded): boolean =>
  part.meterId === meterId && part.callOffId === callOffId && monthOfDay(part.day) === monthOfDay(day);

const isInTerm = ({ callOffId, day }: Part, callOffs: readonly Term[]): boolean =>
  callOffs.some(({ id, startsOn, endsOn }) => id === callOffId && startsOn <= day && day <= endsOn);

const monthOfDay = (day: LocalDate): string => day.slice(0, 7);

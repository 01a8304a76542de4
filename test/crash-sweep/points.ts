import type { App } from './app-process.js';
import type { Call, CrashPoint, Side } from './orders.js';

/** One attempt: which app falls, and where. */
export interface Point extends CrashPoint {
  readonly app: App;
}

/** A look for work that finds none changes nothing, and how many there are is chance. */
const isIdle = ({ name }: Call): boolean =>
  /^set constraints .* after update job set lease_token .*, nothing new$/.test(name);

const SIDES: readonly Side[] = ['before', 'after'];

/** Before and after each call of an undisturbed run. */
export const pointsOf = (app: App, calls: readonly Call[]): Point[] =>
  calls.filter((call) => !isIdle(call)).flatMap((call) => SIDES.map((side) => ({ app, side, ...call })));

/** Commits a change, or says something to somebody else: here, and nowhere else, something becomes true outside. */
const isTurn = ({ name }: Call): boolean =>
  /^(set constraints (?!.*, nothing new$)|connect$|GET |POST |DELETE \/|EHLO|MAIL|RCPT|DATA|a message)/.test(
    name,
  );

export interface Chosen {
  /** Points at which something becomes true outside, on both of its sides. */
  readonly turns: readonly Point[];
  /**
   * The others, each once: a process that has its answer and one that is about to make its next call leave the same
   * behind, so of the two the second stands for both.
   */
  readonly others: readonly Point[];
}

export const distinctOf = (points: readonly Point[]): Chosen => ({
  turns: points.filter(isTurn),
  others: points.filter(
    (point, place) => !isTurn(point) && (point.side === 'before' || points[place + 1]?.app !== point.app),
  ),
});

/** Every so manieth, beginning at one that the seed decides. */
export const everyNth = (points: readonly Point[], n: number, seed: number): Point[] =>
  points.filter((_, place) => place % n === seed % n);

export const nameOf = ({ app, side, name, occurrence }: Point): string =>
  `${app} ${side} ${occurrence === 1 ? '' : `the ${occurrence}. `}${name.slice(0, 160)}`;

/** The next choice of a run that its seed decides: a number from 0 up to 1. */
export const chooser = (seed: number): (() => number) => {
  let state = seed % 2_147_483_648;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** So many of them, chosen by a seed, in the order in which they stand. */
export const sampleOf = (points: readonly Point[], size: number, seed: number): Point[] => {
  const next = chooser(seed);
  return points
    .map((point, place) => ({ point, place, lot: next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
    .sort((a, b) => a.place - b.place)
    .map(({ point }) => point);
};

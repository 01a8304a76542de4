import type { App } from './app-process.js';
import type { Call, CrashPoint, Side } from './orders.js';

/** One attempt: which app falls, and where. */
export interface Point extends CrashPoint {
  readonly app: App;
}

/** A look for work that finds none changes nothing, and how many there are is chance. */
const isIdle = ({ name }: Call): boolean => /^(set constraints|commit).* of nothing$/i.test(name);

const SIDES: readonly Side[] = ['before', 'after'];

/** Before and after each call of an undisturbed run. */
export const pointsOf = (app: App, calls: readonly Call[]): Point[] =>
  calls.filter((call) => !isIdle(call)).flatMap((call) => SIDES.map((side) => ({ app, side, ...call })));

/** What ends a transaction, or is said to somebody else: here, and nowhere else, something becomes true outside. */
const lasts = ({ name }: Call): boolean => /^(commit|connect$|GET |POST |DELETE |EHLO|MAIL|RCPT|DATA|a message)/i.test(name);

/**
 * Those that differ for whoever comes after: a process that has its answer and one that is about to make its next call
 * leave the same behind, so of the two the second stands for both. Where something becomes true outside both are kept.
 */
export const distinctOf = (points: readonly Point[]): Point[] =>
  points.filter((point, place) => point.side === 'before' || lasts(point) || points[place + 1]?.app !== point.app);

export const nameOf = ({ app, side, name, occurrence }: Point): string =>
  `${app} ${side} ${occurrence === 1 ? '' : `the ${occurrence}. `}${name.slice(0, 160)}`;

/** So many of them, chosen by a seed, in the order in which they stand. */
export const sampleOf = (points: readonly Point[], size: number, seed: number): Point[] => {
  let state = seed % 2_147_483_648;
  const drawn = points.map((point, place) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return { point, place, lot: state };
  });
  return drawn
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
    .sort((a, b) => a.place - b.place)
    .map(({ point }) => point);
};

import type { App } from './app-process.js';
import type { Cast } from './beginning.js';
import type { Lane } from './lane.js';
import type { Outcome } from './outcome.js';

/** What is done on a lane, by people and senders who ask again when they get no answer. */
export type Act = (lane: Lane) => Promise<void>;

export interface Scenario {
  readonly name: string;
  /** Which processes have a part in it, and so fall. */
  readonly apps: readonly App[];
  readonly at: string;
  /** Some of what it comes to, worked out by hand: an undisturbed run that did nothing would be the measure of nothing. */
  readonly comesTo: Outcome;
  /** Signs in who is needed, and settles the ids and the keys that are sent with each attempt. */
  readonly prepare: (lane: Lane, cast: Cast) => Promise<Act>;
}

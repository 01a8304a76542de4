import { setTimeout as sleep } from 'node:timers/promises';
import { postUsage, usageEvent } from '../given/metering.js';
import type { Cast } from './beginning.js';
import type { Lane } from './lane.js';

const EVENTS_AT_ONCE = 20;
const PAUSE_MS = 25;

/** Sends usage in batches until it is told to stop, each until it is acknowledged and then once more in part. */
export class Load {
  private isOver = false;
  private sent = 0;

  constructor(
    private readonly lane: Lane,
    private readonly cast: Cast,
  ) {}

  /** How much was sent in all: one of each event. */
  get events(): number {
    return this.sent;
  }

  async run(sender: string): Promise<void> {
    let before: readonly { readonly id: string }[] = [];
    for (let batch = 0; !this.isOver; batch += 1) {
      const events = Array.from({ length: EVENTS_AT_ONCE }, (_, place) =>
        usageEvent({ id: `${sender}-${batch}-${place}`, time: '2026-05-10T09:00:00Z' }),
      );
      await this.acknowledged([...before.slice(0, 2), ...events]);
      this.sent += events.length;
      before = events;
    }
  }

  stop(): void {
    this.isOver = true;
  }

  /** A sender comes again until it is told that its events are taken. */
  private async acknowledged(events: readonly { readonly id: string }[]): Promise<void> {
    const body = events.map((event) => JSON.stringify(event)).join('\n');
    for (;;) {
      const answer = await postUsage(this.lane.url, this.cast.ashbeck.usageKey, { body }).catch(() => null);
      if (answer?.status === 200) break;
      if (answer && answer.status < 500) throw new Error(`usage was refused: ${JSON.stringify(answer.body)}`);
      await sleep(PAUSE_MS);
    }
    for (const { id } of events) this.lane.acknowledged.add(id);
  }
}

import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { err, ok, startOfDay, type LocalDate, type Result } from '#libs/kernel';
import type { MeterKeeper } from '#libs/catalogue';
import type { Tx } from '#libs/platform';
import type { Arrival } from '../domain/arrival.js';
import { contentDigest, type UsageEvent } from '../domain/event.js';
import { parseEventTime } from '../domain/event-time.js';
import { COST_SHARING_SOURCE, type EventName, type UsageOwner, type UsageReceipt } from '../domain/usage.js';
import { meterCodeOf, type Writable } from '../domain/writable.js';
import { ReadWritable } from './read-writable.js';
import { StoreUsage } from './store-usage.js';

/** What a part of the service records on the meters that it keeps by itself. */
export interface KeptUsage {
  readonly owner: UsageOwner;
  readonly records: readonly KeptRecord[];
}

export interface KeptRecord {
  readonly eventId: string;
  readonly callOffId: string;
  readonly meterId: string;
  readonly day: LocalDate;
  /** An exact decimal; for a correction what is right instead. */
  readonly quantity: string;
  readonly corrects: EventName | null;
}

const sources: { readonly [K in MeterKeeper]: string } = { COST_SHARING: COST_SHARING_SOURCE };

/**
 * Records usage that a later part of the service worked out, of any age, in its unit of work, which names the person
 * that it acts for. A record that is there already is left as it is.
 * Refuses what usage is otherwise held for: USAGE_OUTSIDE_CALLOFF and USAGE_FUTURE; and USAGE_DUPLICATE.
 */
@Injectable()
export class RecordKeptUsage {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly writable: ReadWritable,
    private readonly store: StoreUsage,
  ) {}

  async within(tx: Tx, keeper: MeterKeeper, { owner, records }: KeptUsage): Promise<Result<UsageReceipt>> {
    const callOffIds = [...new Set(records.map(({ callOffId }) => callOffId))];
    const writable = await this.writable.of(tx, await this.callOffs.byIds(tx, callOffIds), keeper);
    const source = sources[keeper];
    const arrivals = records.map((record, index) => arrivalOf(record, index, source, writable));
    const unusable = arrivals.flatMap(({ decision }) =>
      decision.kind === 'hold' || decision.kind === 'reject' ? [decision.reason] : [],
    );
    if (unusable.length > 0) return err(unusable);
    const sender = { source, keyId: null, owned: null, released: null, unreadable: 0 };
    const { receipt, outcomes } = await this.store.within(tx, { ...sender, owner, arrivals, writable });
    const rejected = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === 'rejected' ? [outcome.reason] : [],
    );
    return rejected.length > 0 ? err(rejected) : ok(receipt);
  }
}

const arrivalOf = (record: KeptRecord, index: number, source: string, writable: Writable): Arrival => {
  const { eventId, quantity, corrects } = record;
  const callOff = writable.find(record.callOffId);
  const meterCode = callOff && meterCodeOf(callOff, record.meterId);
  const time = parseEventTime(startOfDay(record.day).toISOString());
  if (!callOff || meterCode === null || !time) throw new Error(`${eventId} cannot be recorded`);
  const event: UsageEvent = {
    ...{ source, eventId, meterCode, time, quantity, corrects },
    ...{ valueDigest: null, callOff: callOff.publicId },
  };
  const decision =
    corrects === null ? writable.decide(event, { anyAge: true }) : { kind: 'correct' as const };
  return { index, event, digest: contentDigest(event), decision };
};

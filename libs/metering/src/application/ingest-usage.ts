import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type RefusalCode, type Result } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import type { Arrival } from '../domain/arrival.js';
import { contentDigest } from '../domain/event.js';
import { parseEvent } from '../domain/parse-event.js';
import { arriveFor, route, type ReadArrival } from '../domain/route.js';
import type { UsageKey } from '../domain/usage-key.js';
import type { UsageReceipt } from '../domain/usage.js';
import { soleTenant, type Writable } from '../domain/writable.js';
import { EventOwnerRepository } from '../persistence/event-owner.repository.js';
import { ReadWritable } from './read-writable.js';
import { StoreUsage, type StoredBatch } from './store-usage.js';

export const MOST_EVENTS = 10_000;

/** Why one event of a batch was not counted. */
export interface EventNote {
  /** Where the event stands in the batch, from 0. */
  readonly index: number;
  readonly code: RefusalCode;
  readonly message: string;
}

/** What a batch came to. The counts are of the whole batch; each member concerned has its own receipt. */
export interface IngestAnswer {
  readonly receipts: readonly UsageReceipt[];
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: readonly EventNote[];
  readonly rejected: readonly EventNote[];
  /** The receipt's digest; of several receipts SHA-256 over their digests in order. */
  readonly digest: Buffer;
}

/**
 * Takes a batch of CloudEvents from a usage key. Each event is accepted once for ever, known already, held in
 * quarantine or rejected; one that is rejected keeps no other from being accepted. One transaction for each member
 * concerned: when one fails, those before it stand, and the same batch sent again answers their events as duplicates.
 * A batch without anything new has its receipt too.
 * Refusals: FIELD_REQUIRED (no events), LIST_TOO_LONG.
 */
@Injectable()
export class IngestUsage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writable: ReadWritable,
    private readonly owners: EventOwnerRepository,
    private readonly store: StoreUsage,
  ) {}

  async execute(
    key: UsageKey,
    events: readonly unknown[],
    requestId: string | null,
  ): Promise<Result<IngestAnswer>> {
    if (events.length === 0) return err(refuse('FIELD_REQUIRED', { field: 'at least one event' }));
    if (events.length > MOST_EVENTS) return err(refuse('LIST_TOO_LONG', { max: '10,000' }));
    const { readable, unreadable } = readAll(events, key);
    const stored =
      key.capacity === 'TENANT'
        ? await this.forMember(key, readable, unreadable.length, requestId)
        : await this.forMembers(key, readable, unreadable.length, requestId);
    return ok(answerOf(stored, unreadable));
  }

  /** A member's own key: all its events are that member's, so everything is one transaction. */
  private async forMember(
    key: UsageKey,
    readable: readonly ReadArrival[],
    unreadable: number,
    requestId: string | null,
  ): Promise<StoredBatch[]> {
    const owner = { tenantId: key.bodyId, leadId: key.leadId };
    return okOf(
      await this.work.run(Actor.usageKey(key.id, key.bodyId, owner, requestId), async (tx) => {
        const writable = await this.writable.within(tx, key);
        const arrivals = arriveFor(owner.tenantId, readable, writable).get(owner.tenantId) ?? [];
        const batch = { owner, source: key.source, keyId: key.id, owned: null, released: null };
        return ok([await this.store.within(tx, { ...batch, arrivals, writable, unreadable })]);
      }),
    );
  }

  /** A lead authority's own key: first whose the events are, then one transaction for each member. */
  private async forMembers(
    key: UsageKey,
    readable: readonly ReadArrival[],
    unreadable: number,
    requestId: string | null,
  ): Promise<StoredBatch[]> {
    const { leadId } = key;
    const ids = [
      ...new Set(
        readable.flatMap(({ event }) =>
          event.corrects === null ? [event.eventId] : [event.eventId, event.corrects.eventId],
        ),
      ),
    ];
    const { writable, owners } = await this.work.read(
      Actor.job('usage-key', { leadId, personId: null }),
      async (tx) => ({
        writable: await this.writable.within(tx, key),
        owners: await this.owners.of(tx, key.source, ids),
      }),
    );
    const groups = new Map(route(readable, writable, { leadId, owners }));
    const home = soleTenant(writable.callOffs) ?? leadId;
    if (unreadable > 0 && !groups.has(home)) groups.set(home, []);

    const stored: StoredBatch[] = [];
    for (const [tenantId, arrivals] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const owned = new Set(ids.filter((id) => owners.get(id) === tenantId));
      const group = { tenantId, arrivals, owned, unreadable: tenantId === home ? unreadable : 0 };
      stored.push(await this.storeGroup(key, group, writable, requestId));
    }
    return stored;
  }

  private async storeGroup(
    key: UsageKey,
    group: {
      readonly tenantId: string;
      readonly arrivals: readonly Arrival[];
      readonly owned: ReadonlySet<string>;
      readonly unreadable: number;
    },
    writable: Writable,
    requestId: string | null,
  ): Promise<StoredBatch> {
    const { tenantId, arrivals, owned, unreadable } = group;
    const owner = { tenantId, leadId: key.leadId };
    const batch = {
      owner,
      source: key.source,
      keyId: key.id,
      released: null,
      arrivals,
      writable,
      unreadable,
      owned,
    };
    return okOf(
      await this.work.run(Actor.usageKey(key.id, key.bodyId, owner, requestId), async (tx) =>
        ok(await this.store.within(tx, batch)),
      ),
    );
  }
}

const readAll = (
  events: readonly unknown[],
  key: UsageKey,
): { readable: ReadArrival[]; unreadable: EventNote[] } => {
  const readable: ReadArrival[] = [];
  const unreadable: EventNote[] = [];
  for (const [index, value] of events.entries()) {
    const { event, faults } = parseEvent(value, key);
    if (event) readable.push({ index, event, digest: contentDigest(event) });
    else
      unreadable.push({
        index,
        code: faults[0].code,
        message: faults.map(({ message }) => message).join(' '),
      });
  }
  return { readable, unreadable };
};

const answerOf = (stored: readonly StoredBatch[], unreadable: readonly EventNote[]): IngestAnswer => {
  const settled = stored.flatMap(({ outcomes }) => [...outcomes]);
  const notes = (kind: 'quarantined' | 'rejected'): EventNote[] =>
    settled.flatMap(([{ index }, outcome]) =>
      outcome.kind === kind ? [{ index, code: outcome.reason.code, message: outcome.reason.message }] : [],
    );
  const byIndex = (a: EventNote, b: EventNote): number => a.index - b.index;
  const receipts = stored.map(({ receipt }) => receipt);
  return {
    receipts,
    accepted: receipts.reduce((sum, { accepted }) => sum + accepted, 0),
    duplicate: receipts.reduce((sum, { duplicate }) => sum + duplicate, 0),
    quarantined: notes('quarantined').sort(byIndex),
    rejected: [...unreadable, ...notes('rejected')].sort(byIndex),
    digest: digestOf(receipts),
  };
};

const digestOf = (receipts: readonly UsageReceipt[]): Buffer => {
  const [only, ...others] = receipts;
  if (only && others.length === 0) return only.digest;
  return createHash('sha256')
    .update(Buffer.concat(receipts.map(({ digest }) => digest)))
    .digest();
};

/** Storing a batch refuses events, never the batch. */
const okOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error('a batch was refused');
  return result.value;
};

import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import {
  compareWithFirst,
  compareWithKnown,
  differs,
  splitRepeats,
  type Arrival,
  type KnownEvent,
  type Outcome,
} from '../domain/arrival.js';
import { planCorrections } from '../domain/correction.js';
import { toSent } from '../domain/event.js';
import { receiptDigest, type ReceiptedEvent } from '../domain/receipt-digest.js';
import type { EventName, UsageOwner, UsageReceipt } from '../domain/usage.js';
import type { Writable } from '../domain/writable.js';
import { EventOwnerRepository } from '../persistence/event-owner.repository.js';
import { QuarantineRepository } from '../persistence/quarantine.repository.js';
import { UsageReceiptRepository } from '../persistence/usage-receipt.repository.js';
import { UsageStoreRepository } from '../persistence/usage-store.repository.js';
import { UsageTotalRepository } from '../persistence/usage-total.repository.js';

/** The events of one source that concern one member. */
export interface UsageBatch {
  readonly owner: UsageOwner;
  readonly source: string;
  readonly arrivals: readonly Arrival[];
  /** The call-offs that the sender may write for. */
  readonly writable: Writable;
  /** Events of the batch that could not be read; they are counted in this receipt. */
  readonly unreadable: number;
  /** Null when a person sends: then nothing is held, and the person of the unit of work is named. */
  readonly keyId: string | null;
  /** For a lead authority's own key: the ids that are this member's already. Others are claimed. Null otherwise. */
  readonly owned: ReadonlySet<string> | null;
  /** For an event that a person releases from quarantine. */
  readonly released: ReleasedEvent | null;
}

export interface ReleasedEvent {
  /** Of what was sent, when the person changed it; null when not. */
  readonly sentDigest: Buffer | null;
  /** Whether it lies in this member's own quarantine, which is then no reason to call it known. */
  readonly fromOwn: boolean;
}

export interface StoredBatch {
  readonly receipt: UsageReceipt;
  readonly outcomes: ReadonlyMap<Arrival, Outcome>;
}

/**
 * Stores a batch for one member, each event once for ever, and gives it the member's next receipt number. The number
 * is taken first of all locks, so that batches of one member follow each other and what a receipt stands for is
 * there as soon as its number can be seen. A dozen statements at most, however many events.
 */
@Injectable()
export class StoreUsage {
  constructor(
    private readonly totals: UsageTotalRepository,
    private readonly store: UsageStoreRepository,
    private readonly quarantine: QuarantineRepository,
    private readonly owners: EventOwnerRepository,
    private readonly receipts: UsageReceiptRepository,
  ) {}

  async within(tx: Tx, batch: UsageBatch): Promise<StoredBatch> {
    const receipt = await this.totals.nextReceipt(tx, batch.owner);
    const { firsts, repeats } = splitRepeats(batch.arrivals);
    const outcomes = new Map<Arrival, Outcome>();
    const fresh = await this.setKnownApart(tx, batch, [...firsts.values()], outcomes);
    await this.addRecords(tx, batch, receipt, fresh, outcomes);
    await this.addCorrections(tx, batch, receipt, fresh, outcomes);
    await this.hold(tx, batch, receipt, fresh, outcomes);
    await this.settleRepeats(tx, batch, firsts, repeats, outcomes);
    return { receipt: await this.writeReceipt(tx, batch, receipt, outcomes), outcomes };
  }

  /**
   * Settles what was received before, as far as it can be told without trying to store it: an id in quarantine, and
   * for all but plain usage, which the insert itself tells, an id among the records.
   */
  private async setKnownApart(
    tx: Tx,
    batch: UsageBatch,
    arrivals: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<readonly Arrival[]> {
    const { owner, source } = batch;
    const notPlain = arrivals.filter(({ decision }) => decision.kind !== 'use');
    const known = byId([
      ...(await this.quarantine.known(tx, owner, source, batch.released?.fromOwn ? [] : idsOf(arrivals))),
      ...(await this.store.knownRecords(tx, owner, source, idsOf(notPlain))),
    ]);
    return arrivals.filter((arrival) => {
      const outcome = compareWithAll(arrival, known, batch.writable);
      if (outcome) outcomes.set(arrival, outcome);
      else if (arrival.decision.kind === 'compare')
        outcomes.set(arrival, differs(arrival.event, ['calloff']));
      else if (arrival.decision.kind === 'reject')
        outcomes.set(arrival, { kind: 'rejected', reason: arrival.decision.reason });
      else return true;
      return false;
    });
  }

  private async addRecords(
    tx: Tx,
    batch: UsageBatch,
    receipt: bigint,
    fresh: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<void> {
    const { owner, source } = batch;
    const sentDigest = batch.released?.sentDigest ?? null;
    const arrivals = await this.claim(tx, batch, ofKind(fresh, 'use'), outcomes);
    const records = arrivals.flatMap(({ event, digest, decision }) =>
      decision.kind === 'use'
        ? [{ event, digest, sentDigest, callOffId: decision.callOff.id, meterId: decision.meterId }]
        : [],
    );
    const before = await this.store.addRecords(tx, owner, receipt, records);
    const known = byId(await this.store.knownRecords(tx, owner, source, before));
    for (const arrival of arrivals)
      outcomes.set(arrival, compareWithAll(arrival, known, batch.writable) ?? { kind: 'accepted' });
  }

  private async addCorrections(
    tx: Tx,
    batch: UsageBatch,
    receipt: bigint,
    fresh: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<void> {
    const { owner, writable } = batch;
    const sentDigest = batch.released?.sentDigest ?? null;
    const arrivals = ofKind(fresh, 'correct');
    if (arrivals.length === 0) return;
    const targets = await this.store.originalsOf(tx, owner, namesCorrected(arrivals));
    const possible = planCorrections(arrivals, targets, writable);
    for (const [arrival, outcome] of possible.rejected) outcomes.set(arrival, outcome);
    const claimed = await this.claim(
      tx,
      batch,
      possible.planned.map(({ arrival }) => arrival),
      outcomes,
    );
    // What another member turns out to own is left out, and the rest worked out anew.
    const { planned, rejected } =
      claimed.length === possible.planned.length ? possible : planCorrections(claimed, targets, writable);
    for (const [arrival, outcome] of rejected) outcomes.set(arrival, outcome);
    await this.store.addCorrections(
      tx,
      owner,
      receipt,
      planned.map((correction) => ({ ...correction, sentDigest })),
    );
    for (const { arrival } of planned) outcomes.set(arrival, { kind: 'accepted' });
  }

  private async hold(
    tx: Tx,
    batch: UsageBatch,
    receipt: bigint,
    fresh: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<void> {
    const arrivals = await this.claim(tx, batch, ofKind(fresh, 'hold'), outcomes);
    const held = arrivals.flatMap(({ event, digest, decision }) => {
      if (decision.kind !== 'hold') return [];
      const { code, message } = decision.reason;
      return [
        {
          source: event.source,
          eventId: event.eventId,
          event: toSent(event),
          digest,
          reasonCode: code,
          reason: message,
        },
      ];
    });
    await this.quarantine.hold(tx, batch.owner, { receipt, keyId: batch.keyId }, held);
    for (const arrival of arrivals)
      if (arrival.decision.kind === 'hold')
        outcomes.set(arrival, { kind: 'quarantined', reason: arrival.decision.reason });
  }

  /** Makes the ids of a lead authority's own key this member's; those that are another member's are refused. */
  private async claim(
    tx: Tx,
    batch: UsageBatch,
    arrivals: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<readonly Arrival[]> {
    const { owned, owner, source } = batch;
    if (owned === null) return arrivals;
    const unowned = idsOf(arrivals).filter((id) => !owned.has(id));
    const others = await this.owners.claim(tx, owner.tenantId, source, unowned);
    return arrivals.filter((arrival) => {
      if (!others.has(arrival.event.eventId)) return true;
      outcomes.set(arrival, differs(arrival.event, ['calloff']));
      return false;
    });
  }

  private async settleRepeats(
    tx: Tx,
    batch: UsageBatch,
    firsts: ReadonlyMap<string, Arrival>,
    repeats: readonly Arrival[],
    outcomes: Outcomes,
  ): Promise<void> {
    const { owner, source, writable } = batch;
    const ids = [...new Set(idsOf(repeats))];
    const known = byId([
      ...(await this.quarantine.known(tx, owner, source, ids)),
      ...(await this.store.knownRecords(tx, owner, source, ids)),
    ]);
    for (const arrival of repeats) {
      const first = firsts.get(arrival.event.eventId);
      const outcome = first && outcomes.get(first);
      if (!first || !outcome) throw new Error('the first event of an id was not settled');
      outcomes.set(
        arrival,
        compareWithAll(arrival, known, writable) ?? compareWithFirst(arrival, first, outcome),
      );
    }
  }

  private async writeReceipt(
    tx: Tx,
    batch: UsageBatch,
    number: bigint,
    outcomes: Outcomes,
  ): Promise<UsageReceipt> {
    const kinds = [...outcomes.values()].map(({ kind }) => kind);
    const count = (kind: Outcome['kind']): number => kinds.filter((other) => other === kind).length;
    const counts = {
      ...batch.owner,
      number,
      accepted: count('accepted'),
      duplicate: count('duplicate'),
      quarantined: count('quarantined'),
      rejected: count('rejected') + batch.unreadable,
    };
    const receipt: UsageReceipt = {
      ...counts,
      keyId: batch.keyId,
      personId: batch.keyId === null ? tx.personId : null,
      source: batch.released === null ? batch.source : null,
      receivedAt: tx.now,
      digest: receiptDigest(counts, keptOf(outcomes)),
    };
    await this.receipts.insert(tx, receipt);
    return receipt;
  }
}

type Outcomes = Map<Arrival, Outcome>;

const keptOf = (outcomes: Outcomes): ReceiptedEvent[] =>
  [...outcomes].flatMap(([{ event, digest }, { kind }]) =>
    kind === 'accepted' || kind === 'quarantined'
      ? [{ source: event.source, eventId: event.eventId, digest, kept: kind }]
      : [],
  );

const idsOf = (arrivals: readonly Arrival[]): string[] => arrivals.map(({ event }) => event.eventId);
const ofKind = (arrivals: readonly Arrival[], kind: Arrival['decision']['kind']): readonly Arrival[] =>
  arrivals.filter(({ decision }) => decision.kind === kind);

const namesCorrected = (arrivals: readonly Arrival[]): EventName[] => {
  const names = arrivals.flatMap(({ event }) => (event.corrects === null ? [] : [event.corrects]));
  return [...new Map(names.map((name) => [JSON.stringify([name.source, name.eventId]), name])).values()];
};

/** An id may be in quarantine and, once released, among the records. */
const byId = (known: readonly KnownEvent[]): ReadonlyMap<string, readonly KnownEvent[]> => {
  const map = new Map<string, KnownEvent[]>();
  for (const event of known) map.set(event.eventId, [...(map.get(event.eventId) ?? []), event]);
  return map;
};

const compareWithAll = (
  arrival: Arrival,
  known: ReadonlyMap<string, readonly KnownEvent[]>,
  writable: Writable,
): Outcome | null => {
  const outcomes = (known.get(arrival.event.eventId) ?? []).map((event) =>
    compareWithKnown(arrival, event, writable),
  );
  return outcomes.find(({ kind }) => kind === 'duplicate') ?? outcomes[0] ?? null;
};

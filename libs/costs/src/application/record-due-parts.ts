import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { Exact, financialYearPeriod, ok, toPublicId, type Result } from '#libs/kernel';
import { ReadUsage, RecordKeptUsage, type UsageRecord } from '#libs/metering';
import type { Tx } from '#libs/platform';
import { recordsDue, type Recorded } from '../domain/records-due.js';
import type { CostScheme } from '../domain/scheme.js';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';
import { CostShareRepository } from '../persistence/cost-share.repository.js';

/** What was recorded; the receipt is null when nothing was due. */
export interface RecordedParts {
  readonly receipt: bigint | null;
  readonly records: number;
}

const PAGE = 500;

/** Brings what is recorded of a member's year to what an agreed version says, up to today. */
@Injectable()
export class RecordDueParts {
  constructor(
    private readonly sharings: CostSharingRepository,
    private readonly shares: CostShareRepository,
    private readonly callOffs: ReadCallOffs,
    private readonly usage: ReadUsage,
    private readonly record: RecordKeptUsage,
  ) {}

  /** The unit of work writes for the member and holds its usage still; `shareId` is its part of the version. */
  async within(tx: Tx, scheme: CostScheme, shareId: string): Promise<Result<RecordedParts>> {
    const { tenantId, leadId } = tx;
    const owner = { tenantId, leadId };
    const meters = await this.sharings.find(tx, scheme.offeringId);
    const member = scheme.members.find((each) => each.tenantId === tenantId);
    if (!meters || !member) throw new Error(`member ${tenantId} has no part of cost scheme ${scheme.id}`);
    const ofMember = await this.callOffs.allOf(tx, owner);
    const callOffs = ofMember.filter(({ offeringId }) => offeringId === scheme.offeringId);
    const recorded: Recorded[] = [];
    for (const { id: callOffId } of callOffs)
      for (const meterId of [meters.shareMeterId, meters.trueUpMeterId])
        recorded.push(...recordedOf(await this.records(tx, scheme, { callOffId, meterId })));

    const { records, nextOn } = recordsDue(member, {
      shareId: toPublicId('costShare', shareId),
      ...{ meters, callOffs, recorded, today: tx.today },
    });
    await this.shares.setNext(tx, scheme, nextOn);
    if (records.length === 0) return ok({ receipt: null, records: 0 });
    const stored = await this.record.within(tx, 'COST_SHARING', { owner, records });
    return stored.ok ? ok({ receipt: stored.value.number, records: records.length }) : stored;
  }

  private async records(
    tx: Tx,
    { leadId, year }: CostScheme,
    on: { readonly callOffId: string; readonly meterId: string },
  ): Promise<readonly UsageRecord[]> {
    const owner = { tenantId: tx.tenantId, leadId };
    const upTo = await this.usage.lastReceipt(tx, owner);
    const wanted = { ...owner, ...on, period: financialYearPeriod(year), after: 0n, upTo };
    const all: UsageRecord[] = [];
    for (let after: readonly string[] | null = null; ;) {
      const page: UsageRecord[] = await this.usage.records(tx, wanted, { limit: PAGE, after });
      all.push(...page);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return all;
      after = [last.receiptNumber.toString(), last.source, last.eventId];
    }
  }
}

/** What each day comes to, by the record that it began with. */
const recordedOf = (records: readonly UsageRecord[]): readonly Recorded[] =>
  records
    .filter(({ corrects }) => corrects === null)
    .map(({ meterId, callOffId, day, source, eventId }) => ({
      ...{ meterId, callOffId, day, name: { source, eventId } },
      quantity: Exact.sum(records.filter((each) => each.day === day).map(({ delta }) => delta)),
    }));

import { Injectable } from '@nestjs/common';
import { monthOf, type LocalDate, type Period, type Result } from '#libs/kernel';
import { auditTenant, writingForEach, type Tx } from '#libs/platform';
import { carriedWords, wordsOfRun } from '../domain/carried.js';
import { factsDigest } from '../domain/facts-digest.js';
import type { ShapedBill } from '../domain/invoice-shape.js';
import type { BillingRun } from '../domain/run.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { RunRepository, type Settled, type Waiting } from '../persistence/run.repository.js';
import { HoldMember } from './hold-member.js';
import { WorkOutBills, type Facts } from './work-out-bills.js';
import { WriteDrafts, type NewWarnings, type WrittenDraft } from './write-drafts.js';

/** How a member's draft ended. */
export interface Drafted extends Settled {
  /** What its finance staff should know before the invoices are issued. */
  readonly news: readonly NewWarnings[];
}

/** A member with its drafts as they are, and the runs that they are of. */
interface Plan {
  readonly member: Member;
  readonly before: Drafts;
  readonly runsByMonth: ReadonlyMap<LocalDate, string>;
}
interface Gathered extends Plan {
  readonly facts: Result<Facts>;
}

/**
 * Drafts some members of one run, together with every other draft that a run made for them. What is read is read for all
 * of them at once; what is written is written for one after the other, as the wall has it.
 */
@Injectable()
export class DraftLot {
  constructor(
    private readonly hold: HoldMember,
    private readonly drafts: DraftRepository,
    private readonly bills: WorkOutBills,
    private readonly write: WriteDrafts,
    private readonly runs: RunRepository,
  ) {}

  /** Those whose drafts would be written as they are: nothing that they were worked out from has changed since. */
  async unchanged(tx: Tx, run: BillingRun, members: readonly Waiting[]): Promise<readonly Settled[]> {
    const same = await Promise.all(
      members.map(async ({ tenantId, factsSha256 }) => {
        if (factsSha256 === null) return false;
        const { before, facts } = await this.gather(tx, await this.plan(tx, run, tenantId));
        const drafts = [...before.invoices, ...before.creditNotes];
        return facts.ok && factsSha256.equals(digestOf(tx, facts.value, drafts));
      }),
    );
    return members
      .filter((_, at) => same[at])
      .map(({ tenantId, factsSha256, reason }) => ({ tenantId, state: 'DONE', reason, factsSha256 }));
  }

  /** Locks each member's usage and drafts, in one order, until the transaction ends. */
  async within(tx: Tx, run: BillingRun, tenantIds: readonly string[]): Promise<readonly Drafted[]> {
    const plans = await this.heldPlans(tx, run, [...tenantIds].sort());
    const gathered = await this.heldFacts(tx, plans);
    const decided = await Promise.all(
      gathered.map(async ({ member, facts }) =>
        facts.ok ? this.bills.decide(tx, member, facts.value) : facts,
      ),
    );
    const outcomes = gathered.map((each, at) => ({
      ...each,
      ...each.member,
      bills: decided[at] as Result<readonly ShapedBill[]>,
    }));
    const drafted: Drafted[] = [];
    await writingForEach(
      tx,
      outcomes,
      async (own, outcome) => void drafted.push(await this.draft(own, run, outcome)),
    );
    return drafted;
  }

  private async heldPlans(tx: Tx, run: BillingRun, tenantIds: readonly string[]): Promise<readonly Plan[]> {
    const members = tenantIds.map((tenantId): Member => ({ tenantId, leadId: run.leadId }));
    await this.hold.usage(tx, members);
    const look = (): Promise<Plan[]> =>
      Promise.all(tenantIds.map((tenantId) => this.plan(tx, run, tenantId)));
    const seen = await look();
    const toHold = seen
      .filter(({ before }) => before.invoices.length + before.creditNotes.length > 0)
      .map(({ member, before }) => ({ ...member, drafts: before }));
    if (toHold.length === 0) return seen;
    await this.hold.draftsOf(tx, toHold);
    return look();
  }

  private async heldFacts(tx: Tx, plans: readonly Plan[]): Promise<readonly Gathered[]> {
    const look = (): Promise<Gathered[]> => Promise.all(plans.map((plan) => this.gather(tx, plan)));
    const seen = await look();
    const toHold = seen
      .map(({ member, facts }) => ({ ...member, invoiceIds: facts.ok ? creditable(facts.value) : [] }))
      .filter(({ invoiceIds }) => invoiceIds.length > 0);
    if (toHold.length === 0) return seen;
    await this.hold.issued(tx, toHold);
    return look();
  }

  private async plan(tx: Tx, run: BillingRun, tenantId: string): Promise<Plan> {
    const member = { tenantId, leadId: run.leadId };
    const before = await this.drafts.ofMember(tx, member);
    return { member, before, runsByMonth: new Map([...monthsOfDrafts(before), [run.period.start, run.id]]) };
  }

  private async gather(tx: Tx, plan: Plan): Promise<Gathered> {
    const months = [...plan.runsByMonth.keys()].sort().map((start): Period => monthOf(start));
    return { ...plan, facts: await this.bills.facts(tx, plan.member, months) };
  }

  /** In a transaction that writes for the member. */
  private async draft(
    tx: Tx,
    run: BillingRun,
    {
      member,
      before,
      runsByMonth,
      facts,
      bills,
    }: Gathered & { readonly bills: Result<readonly ShapedBill[]> },
  ): Promise<Drafted> {
    const { tenantId } = member;
    if (!facts.ok || !bills.ok) {
      const refusals = bills.ok ? [] : bills.refusals;
      const reason = refusals.map(({ message }) => message).join(' ');
      return { tenantId, state: 'PARKED', reason, factsSha256: null, news: [] };
    }
    const runOf = (month: LocalDate): string => {
      const id = runsByMonth.get(month);
      if (id === undefined) throw new Error(`no run of ${month}`);
      return id;
    };
    const { known } = facts.value.late;
    const { drafts, records, news } = await this.write.within(
      tx,
      member,
      { before, known },
      bills.value,
      runOf,
    );
    for (const { month, carried } of bills.value)
      if (carried > 0n && month.start !== run.period.start)
        await this.runs.note(tx, runOf(month.start), tenantId, carriedWords(month, carried));
    // The last of the member's locks.
    for (const record of records) await auditTenant(tx, member.leadId, record);
    const reason = wordsOfRun(bills.value, run.period);
    return { tenantId, state: 'DONE', reason, factsSha256: digestOf(tx, facts.value, drafts), news };
  }
}

const creditable = ({ known: { billed } }: Facts): readonly string[] =>
  billed.invoices.map(({ invoiceId }) => invoiceId);

const monthsOfDrafts = ({ invoices, creditNotes }: Drafts): readonly (readonly [LocalDate, string])[] => [
  ...invoices.map(({ period, runId }) => [period.start, runId] as const),
  ...creditNotes.flatMap(({ runMonth, runId }) =>
    runMonth === null || runId === null ? [] : [[runMonth.start, runId] as const],
  ),
];

/** Of what a bill is worked out from and came to. */
const digestOf = (
  { today }: Tx,
  { months, known, shape, late }: Facts,
  drafts: readonly Pick<WrittenDraft, 'id' | 'contentSha256'>[],
): Buffer => {
  const written = drafts.map(({ id, contentSha256 }) => `${id} ${contentSha256}`).sort();
  // The call-offs are left out for what they were made from.
  const { callOffs: _, ...read } = known;
  return factsDigest({ today, months, read, shape, late: late.rule, written });
};

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDate, type Period } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import type { BillingRun, RunTenant, RunTenantState } from '../domain/run.js';
import { BillingRunRow, BillingRunTenantRow } from './entities.js';
import { takeNewest, type BillingPage } from './page.js';

/** A member that is still to be drafted, with what came of it last. */
export interface Waiting extends Pick<RunTenant, 'tenantId' | 'askedBy' | 'reason'> {
  /** Over all that its drafts were worked out from; null when they were not, or not since. */
  readonly factsSha256: Buffer | null;
}

/** How a member's draft ended. */
export interface Settled extends Pick<RunTenant, 'tenantId' | 'reason'> {
  readonly state: Exclude<RunTenantState, 'WAITING'>;
  readonly factsSha256: Buffer | null;
}

/** A lead authority's runs; every method needs a unit of work that is open for the lead authority. */
@Injectable()
export class RunRepository {
  async find(tx: Tx, id: string): Promise<BillingRun | null> {
    const row = await tx.manager.findOneBy(BillingRunRow, { leadId: tx.leadId, id });
    return row && toRun(row);
  }

  async page(tx: Tx, page: BillingPage): Promise<BillingRun[]> {
    const query = tx.manager
      .createQueryBuilder(BillingRunRow, 'run')
      .where('run.leadId = :leadId', { leadId: tx.leadId });
    return (await takeNewest(query, 'startedAt', page)).map(toRun);
  }

  /** The one run of a month, made if there is none; locked until the transaction ends. */
  async open(tx: Tx, period: Period): Promise<BillingRun> {
    await tx.manager.query(
      `insert into billing_run (lead_id, id, period_start, period_end, state, prepared_by, started_at, begun_at)
       values ($1, $2, $3, $4, 'PREPARING', $5, $6, $6) on conflict on constraint billing_run_period do nothing`,
      [tx.leadId, newId(), period.start, period.end, tx.personId, tx.now],
    );
    const row = await tx.manager.findOneOrFail(BillingRunRow, {
      where: { leadId: tx.leadId, periodStart: period.start },
      lock: { mode: 'for_no_key_update' },
    });
    return toRun(row);
  }

  /** Locked until the transaction ends, as whoever says how a member's draft ended locks it. */
  async lock(tx: Tx, id: string): Promise<BillingRun | null> {
    const row = await tx.manager.findOne(BillingRunRow, {
      where: { leadId: tx.leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toRun(row);
  }

  /**
   * Every one of these members is still to be drafted; without any the run is prepared already. What was found out last
   * stays with the member, should nothing have changed.
   */
  async restart(tx: Tx, runId: string, tenantIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `insert into billing_run_tenant (lead_id, run_id, tenant_id, state, asked_by)
       select $1, $2, tenant_id, 'WAITING', $4 from unnest($3::uuid[]) as tenant_id
       on conflict (lead_id, run_id, tenant_id)
         do update set state = 'WAITING', asked_by = excluded.asked_by, finished_at = null`,
      [tx.leadId, runId, [...tenantIds], tx.personId],
    );
    const waiting = tenantIds.length > 0;
    await tx.manager.update(
      BillingRunRow,
      { leadId: tx.leadId, id: runId },
      {
        state: waiting ? 'PREPARING' : 'PREPARED',
        preparedBy: tx.personId,
        begunAt: tx.now,
        finishedAt: waiting ? null : tx.now,
      },
    );
  }

  /** A run that was locked: who still waits is left undone. */
  async stop(tx: Tx, runId: string): Promise<void> {
    await tx.manager.update(BillingRunRow, { leadId: tx.leadId, id: runId }, { state: 'STOPPED' });
  }

  /** Parked members of a run that was locked wait again. One that was prepared is being prepared from now on. */
  async retry(tx: Tx, { id, state }: BillingRun, tenantIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `update billing_run_tenant set state = 'WAITING', asked_by = $4, reason = null, finished_at = null
       where lead_id = $1 and run_id = $2 and tenant_id = any ($3) and state = 'PARKED'`,
      [tx.leadId, id, [...tenantIds], tx.personId],
    );
    if (state === 'PREPARED')
      await tx.manager.update(
        BillingRunRow,
        { leadId: tx.leadId, id },
        { state: 'PREPARING', begunAt: tx.now, finishedAt: null },
      );
  }

  async parked(tx: Tx, runId: string): Promise<string[]> {
    const rows = await tx.manager.find(BillingRunTenantRow, {
      where: { leadId: tx.leadId, runId, state: 'PARKED' },
      order: { tenantId: 'asc' },
    });
    return rows.map(({ tenantId }) => tenantId);
  }

  /** How many members were done or parked since the work that goes on began. */
  async settledSince(tx: Tx, { id, begunAt }: BillingRun): Promise<number> {
    return tx.manager
      .createQueryBuilder(BillingRunTenantRow, 'member')
      .where('member.leadId = :leadId and member.runId = :id', { leadId: tx.leadId, id })
      .andWhere('member.finishedAt >= :begunAt', { begunAt })
      .getCount();
  }

  /** Those of these members who are still to be drafted. */
  async waiting(tx: Tx, runId: string, tenantIds: readonly string[]): Promise<Waiting[]> {
    const rows = await tx.manager.find(BillingRunTenantRow, {
      where: { leadId: tx.leadId, runId, tenantId: In([...tenantIds]), state: 'WAITING' },
      order: { tenantId: 'asc' },
    });
    return rows.map(({ tenantId, askedBy, reason, factsSha256 }) => ({
      tenantId,
      askedBy,
      reason,
      factsSha256,
    }));
  }

  /**
   * Says how members' drafts ended. The last one to end finds none waiting and ends the run, a stopped one too: what was
   * in hand when it was stopped is finished.
   */
  async settle(tx: Tx, runId: string, settled: readonly Settled[]): Promise<void> {
    // One after the other: two last ones at once would each see the other still waiting. Not a lock of the key, which
    // the drafts of all members share by referring to it.
    await tx.manager.query('select from billing_run where lead_id = $1 and id = $2 for no key update', [
      tx.leadId,
      runId,
    ]);
    await tx.manager.query(
      `update billing_run_tenant t
       set state = s.state, reason = s.reason, facts_sha256 = s.facts_sha256, finished_at = $3
       from unnest($4::uuid[], $5::text[], $6::text[], $7::bytea[]) as s (tenant_id, state, reason, facts_sha256)
       where t.lead_id = $1 and t.run_id = $2 and t.tenant_id = s.tenant_id`,
      [
        tx.leadId,
        runId,
        tx.now,
        settled.map(({ tenantId }) => tenantId),
        settled.map(({ state }) => state),
        settled.map(({ reason }) => reason),
        settled.map(({ factsSha256 }) => factsSha256),
      ],
    );
    await tx.manager.query(
      `update billing_run set state = 'PREPARED', finished_at = $3
       where lead_id = $1 and id = $2 and state in ('PREPARING', 'STOPPED') and not exists (
         select from billing_run_tenant where lead_id = $1 and run_id = $2 and state = 'WAITING')`,
      [tx.leadId, runId, tx.now],
    );
  }

  /**
   * What there is to know of one member's bill in a run that is not the one in hand. Should that be prepared again, the
   * member's bill is worked out anew.
   */
  async note(tx: Tx, runId: string, tenantId: string, reason: string | null): Promise<void> {
    await tx.manager.update(
      BillingRunTenantRow,
      { leadId: tx.leadId, runId, tenantId, state: 'DONE' },
      { reason, factsSha256: null },
    );
  }

  async tenant(tx: Tx, runId: string, tenantId: string): Promise<RunTenant | null> {
    const row = await tx.manager.findOneBy(BillingRunTenantRow, { leadId: tx.leadId, runId, tenantId });
    return row && toRunTenant(row);
  }

  /** Parked members first, then by id. `after` is the last row's state and member. */
  async tenants(tx: Tx, runId: string, { limit, after }: BillingPage): Promise<RunTenant[]> {
    const query = tx.manager
      .createQueryBuilder(BillingRunTenantRow, 'member')
      .where('member.leadId = :leadId and member.runId = :runId', { leadId: tx.leadId, runId });
    const [state = '', tenantId = ''] = after ?? [];
    if (STATE.test(state) && UUID.test(tenantId))
      query.andWhere('(member.state < :state or (member.state = :state and member.tenantId > :tenantId))', {
        state,
        tenantId,
      });
    const rows = await query
      .orderBy('member.state', 'DESC')
      .addOrderBy('member.tenantId')
      .limit(limit)
      .getMany();
    return rows.map(toRunTenant);
  }

  /** How many members of each state a run has. */
  async counts(tx: Tx, runId: string): Promise<Readonly<Record<RunTenantState, number>>> {
    const rows = await tx.manager.query<{ state: RunTenantState; members: number }[]>(
      `select state, count(*)::int as members from billing_run_tenant where lead_id = $1 and run_id = $2 group by state`,
      [tx.leadId, runId],
    );
    const counts = { WAITING: 0, DONE: 0, PARKED: 0 };
    for (const { state, members } of rows) counts[state] = members;
    return counts;
  }
}

const STATE = /^(WAITING|DONE|PARKED)$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const toRun = ({ periodStart, periodEnd, ...row }: BillingRunRow): BillingRun => ({
  ...row,
  period: { start: localDate(periodStart), end: localDate(periodEnd) },
});

const toRunTenant = ({
  runId,
  tenantId,
  state,
  askedBy,
  reason,
  finishedAt,
}: BillingRunTenantRow): RunTenant => ({
  runId,
  tenantId,
  state,
  askedBy,
  // Of a member who waits, what came of it last is not said: it may be another outcome soon.
  reason: state === 'WAITING' ? null : reason,
  finishedAt,
});

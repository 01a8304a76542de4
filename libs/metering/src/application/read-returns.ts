import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import type { LocalDate, Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import {
  isReturnMissing,
  returnDueOn,
  returnStateOn,
  type ReturnExcuse,
  type ReturnMeter,
  type UsageReturn,
  type UsageReturnState,
} from '../domain/usage-return.js';
import { closedKey, ReturnMonthRepository } from '../persistence/return-month.repository.js';
import { UsageReturnRepository } from '../persistence/usage-return.repository.js';
import { ReadUnusualUsage } from './read-unusual-usage.js';

/** The return of a call-off and a month: what is due, and what was filed so far. */
export interface MonthOfReturn {
  readonly callOff: CallOff;
  readonly month: Period;
  readonly dueOn: LocalDate;
  readonly state: UsageReturnState;
  /** The meters that it has figures for. */
  readonly meters: readonly ReturnMeter[];
  /** The oldest first; the last one counts. */
  readonly versions: readonly UsageReturn[];
  readonly excuse: ReturnExcuse | null;
  /** Whether the member's bill of the month was issued. */
  readonly closed: boolean;
  /** Whether a run of the month waits for it. */
  readonly missing: boolean;
}

/** Reads returns in anyone's unit of work: a member its own, a lead authority its members'. */
@Injectable()
export class ReadReturns {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly returns: UsageReturnRepository,
    private readonly months: ReturnMonthRepository,
    private readonly unusual: ReadUnusualUsage,
  ) {}

  /** Every return that a month needs, by the call-off's reference. */
  async ofMonth(tx: Tx, month: Period): Promise<MonthOfReturn[]> {
    return this.of(tx, await this.callOffs.runningIn(tx, month), month);
  }

  /** Null when the month needs none of this call-off. */
  async ofCallOff(tx: Tx, callOff: CallOff, month: Period): Promise<MonthOfReturn | null> {
    const runs = callOff.startsOn < month.end && callOff.endsOn >= month.start;
    return runs ? ((await this.of(tx, [callOff], month))[0] ?? null) : null;
  }

  /** A version, by its id; null when it is not there, or not of whoever asks. */
  version(tx: Tx, id: string): Promise<UsageReturn | null> {
    return this.returns.find(tx, id);
  }

  private async of(tx: Tx, callOffs: readonly CallOff[], month: Period): Promise<MonthOfReturn[]> {
    const meters = await this.metersByOffering(tx, callOffs);
    const needed = callOffs.filter(({ offeringId }) => meters.has(offeringId));
    if (needed.length === 0) return [];
    const versions = await this.returns.ofMonth(
      tx,
      needed.map(({ id }) => id),
      month.start,
    );
    const excuses = await this.months.excuses(tx, month.start);
    const closed = await this.months.closed(tx, month.start);
    const filed = needed.filter(({ id }) => versions.some(({ callOffId }) => callOffId === id));
    const unexplained = await this.unexplained(tx, month, filed, meters);
    return needed.map((callOff) => {
      const own = versions.filter(({ callOffId }) => callOffId === callOff.id);
      const standing = {
        current: own.at(-1) ?? null,
        excuse: excuses.get(callOff.id) ?? null,
        closed: closed.has(closedKey(callOff)),
        unexplained: unexplained.has(callOff.id),
      };
      return {
        ...{ callOff, month, versions: own, excuse: standing.excuse, closed: standing.closed },
        dueOn: returnDueOn(month),
        state: returnStateOn(standing, month, tx.today),
        meters: meters.get(callOff.offeringId) ?? [],
        missing: isReturnMissing(standing),
      };
    });
  }

  /** Offerings without a meter that is fed by returns are left out. */
  private async metersByOffering(
    tx: Tx,
    callOffs: readonly CallOff[],
  ): Promise<ReadonlyMap<string, readonly ReturnMeter[]>> {
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const byOffering = new Map<string, ReturnMeter[]>();
    if (offeringIds.length === 0) return byOffering;
    for (const { offeringId, id, code, title, fedBy } of await this.catalogue.meters(tx, offeringIds))
      if (fedBy === 'RETURN')
        byOffering.set(offeringId, [...(byOffering.get(offeringId) ?? []), { id, code, title }]);
    return byOffering;
  }

  /** The call-offs that have a figure of a return which is unusual and which nobody has explained. */
  private async unexplained(
    tx: Tx,
    month: Period,
    callOffs: readonly CallOff[],
    meters: ReadonlyMap<string, readonly ReturnMeter[]>,
  ): Promise<ReadonlySet<string>> {
    const unusual = await this.unusual.of(tx, callOffs, month);
    return new Set(
      unusual
        .filter(({ explanations }) => explanations.length === 0)
        .filter(({ callOff, meter }) => meters.get(callOff.offeringId)?.some(({ id }) => id === meter.id))
        .map(({ callOff }) => callOff.id),
    );
  }
}

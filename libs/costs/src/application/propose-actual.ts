import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import {
  err,
  financialYearPeriod,
  formatLongDate,
  formatPounds,
  ok,
  refuse,
  type Result,
} from '#libs/kernel';
import { newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { readCost } from '../domain/entered-terms.js';
import type { EnteredShare } from '../domain/member-in-year.js';
import { actualMembers } from '../domain/propose-actual.js';
import { settlements, type CostScheme, type Settlement } from '../domain/scheme.js';
import { parseYear, yearBefore, yearVersions } from '../domain/year-versions.js';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';
import { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';
import { GatherYear } from './gather-year.js';
import { keepProposal } from './keep-proposal.js';

export interface ProposeActualCommand {
  readonly offeringId: string;
  /** '2026/27' */
  readonly year: string;
  /** In pounds, as text. */
  readonly cost: string;
  /** What becomes of the difference. */
  readonly settlement: Settlement;
  /** A meter whose use in the year tells the actual figures of a driver; null where they are entered. */
  readonly driverMeterId: string | null;
  /** Actual figures of a driver. Fixed shares stay as they were agreed. */
  readonly members: readonly EnteredShare[];
  readonly idempotencyKey: string;
}

/**
 * Proposes what a service did cost in a year that is over, shared by the terms of its estimate, and whether the
 * difference is charged or credited now or carried on to the next year. Somebody else agrees it.
 * Refuses NOT_FOUND, COST_YEAR_FORMAT, COST_YEAR_NOT_ENDED, COST_ESTIMATE_MISSING, what is wrong with the entries, and
 * as `GatherYear` and `shareOut` do.
 */
@Injectable()
export class ProposeActual {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sharings: CostSharingRepository,
    private readonly schemes: CostSchemeRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly gather: GatherYear,
  ) {}

  execute(actor: Actor, command: ProposeActualCommand): Promise<Result<{ costSchemeId: string }>> {
    const { idempotencyKey: key, ...rest } = command;
    const members = rest.members.map((member) => ({ ...member }));
    const request = { operation: 'costActualPropose', key, command: { ...rest, members } };
    return this.work.run(actor, (tx) => once(tx, request, () => this.propose(tx, command)));
  }

  private async propose(tx: Tx, command: ProposeActualCommand): Promise<Result<{ costSchemeId: string }>> {
    const { offeringId, driverMeterId, settlement } = command;
    const sharing = await this.sharings.lock(tx, offeringId);
    const offering = sharing && (await this.catalogue.offering(tx, offeringId));
    if (!offering) return err(refuse('NOT_FOUND'));
    const year = parseYear(command.year);
    if (year === null) return err(refuse('COST_YEAR_FORMAT', {}, ['year']));
    const { end } = financialYearPeriod(year);
    if (tx.today < end)
      return err(refuse('COST_YEAR_NOT_ENDED', { year, date: formatLongDate(end) }, ['year']));
    const versions = yearVersions(
      await this.schemes.ofYear(tx, offeringId, year),
      await this.schemes.ofYear(tx, offeringId, yearBefore(year)),
    );
    const { estimate } = versions;
    if (estimate === null) return err(refuse('COST_ESTIMATE_MISSING', { year }, ['year']));
    const amounts = readAmounts(command, estimate);
    if (!amounts.ok) return amounts;
    const { cost, carried, amount } = amounts.value;

    const meterId = estimate.basis === 'DRIVER' ? driverMeterId : null;
    const entered = estimate.basis === 'DRIVER' ? command.members : [];
    const gathered = await this.gather.within(tx, {
      ...{ offering, year, versions, entered, driverMeterId: meterId, meterYear: year },
    });
    if (!gathered.ok) return gathered;
    const actual = actualMembers(estimate, { amount, settlement }, gathered.value.members);
    if (!actual.ok) return actual;

    const { basis, driver, dampingPercent, tolerancePoints } = estimate;
    const id = newId();
    await keepProposal(tx, this.schemes, {
      ...{ id, offeringId, year, version: versions.next, stage: 'ACTUAL', ...actual.value },
      ...{ basis, driver, dampingPercent, tolerancePoints, cost, carried, settlement },
    });
    return ok({ costSchemeId: id });
  }
}

/** What is shared: the actual cost, with what the estimate said is carried from the year before. */
const readAmounts = (
  { cost: entered, settlement }: ProposeActualCommand,
  { carried }: CostScheme,
): Result<{ cost: bigint; carried: bigint; amount: bigint }> => {
  const cost = readCost(entered);
  if (typeof cost !== 'bigint') return err(cost);
  if (!settlements.includes(settlement))
    return err(refuse('CHOICE_UNKNOWN', { field: 'what becomes of the difference' }, ['settlement']));
  if (cost + carried < 0n && settlement === 'TRUE_UP')
    return err(refuse('TOO_SMALL', { field: 'The cost', min: formatPounds(-carried) }, ['cost']));
  return ok({ cost, carried, amount: cost + carried });
};

import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { err, formatPounds, ok, refuse, type Result } from '#libs/kernel';
import { newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { readCost, readTerms, type EnteredTerms } from '../domain/entered-terms.js';
import type { EnteredShare } from '../domain/member-in-year.js';
import { estimateMembers } from '../domain/propose-estimate.js';
import { parseYear, yearBefore, yearVersions } from '../domain/year-versions.js';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';
import { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';
import { GatherYear } from './gather-year.js';
import { keepProposal } from './keep-proposal.js';

export interface ProposeEstimateCommand extends EnteredTerms {
  readonly offeringId: string;
  /** '2026/27' */
  readonly year: string;
  /** In pounds, as text. */
  readonly cost: string;
  /** A meter whose use in the year before tells the figures of a driver; null where they are entered. */
  readonly driverMeterId: string | null;
  readonly members: readonly EnteredShare[];
  readonly idempotencyKey: string;
}

/**
 * Proposes what a service is expected to cost in a year and how that is shared, with what the year before carries on.
 * Every member's share is worked out and kept as it is; somebody else agrees it. Proposing again makes a new version.
 * Refuses NOT_FOUND, COST_YEAR_FORMAT, COST_YEAR_SETTLED, what is wrong with the entries, and as `GatherYear` and
 * `shareOut` do.
 */
@Injectable()
export class ProposeEstimate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sharings: CostSharingRepository,
    private readonly schemes: CostSchemeRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly gather: GatherYear,
  ) {}

  execute(actor: Actor, command: ProposeEstimateCommand): Promise<Result<{ costSchemeId: string }>> {
    const { idempotencyKey: key, ...rest } = command;
    const members = rest.members.map((member) => ({ ...member }));
    const request = { operation: 'costEstimatePropose', key, command: { ...rest, members } };
    return this.work.run(actor, (tx) => once(tx, request, () => this.propose(tx, command)));
  }

  private async propose(tx: Tx, command: ProposeEstimateCommand): Promise<Result<{ costSchemeId: string }>> {
    const { offeringId, driverMeterId, members: entered } = command;
    const sharing = await this.sharings.lock(tx, offeringId);
    const offering = sharing && (await this.catalogue.offering(tx, offeringId));
    if (!offering) return err(refuse('NOT_FOUND'));
    const year = parseYear(command.year);
    const cost = readCost(command.cost);
    if (year === null) return err(refuse('COST_YEAR_FORMAT', {}, ['year']));
    const versions = yearVersions(
      await this.schemes.ofYear(tx, offeringId, year),
      await this.schemes.ofYear(tx, offeringId, yearBefore(year)),
    );
    if (versions.inForce?.stage === 'ACTUAL') return err(refuse('COST_YEAR_SETTLED', { year }, ['year']));

    const meterId = command.basis === 'DRIVER' ? driverMeterId : null;
    const gathered = await this.gather.within(tx, {
      ...{ offering, year, versions, entered },
      ...{ driverMeterId: meterId, meterYear: yearBefore(year) },
    });
    if (!gathered.ok) return gathered;
    const terms = readTerms(command, gathered.value.meterTitle);
    if (typeof cost !== 'bigint') return err([cost, ...(terms.ok ? [] : terms.refusals)]);
    if (!terms.ok) return terms;
    const { carried } = versions;
    if (cost + carried < 0n)
      return err(refuse('TOO_SMALL', { field: 'The cost', min: formatPounds(-carried) }, ['cost']));
    const members = estimateMembers(terms.value, cost + carried, gathered.value.members);
    if (!members.ok) return members;

    const id = newId();
    await keepProposal(tx, this.schemes, {
      ...{ id, offeringId, year, version: versions.next, members: members.value },
      ...{ ...terms.value, stage: 'ESTIMATE', cost, carried, settlement: null, reshared: null },
    });
    return ok({ costSchemeId: id });
  }
}

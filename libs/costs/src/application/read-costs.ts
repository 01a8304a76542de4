import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import type { Tx } from '#libs/platform';
import type { CostShare } from '../domain/cost-share.js';
import type { CostSharing } from '../domain/cost-sharing.js';
import type { MemberInYear } from '../domain/member-in-year.js';
import { schemeState, type CostScheme, type SchemeState } from '../domain/scheme.js';
import { parseYear, yearBefore, yearVersions } from '../domain/year-versions.js';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';
import { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';
import { CostShareRepository } from '../persistence/cost-share.repository.js';
import type { CostPage } from '../persistence/page.js';
import { GatherYear } from './gather-year.js';

/** A version with where it stands. */
export interface SchemeSeen {
  readonly scheme: CostScheme;
  readonly state: SchemeState;
  /** Of its year the newest that is agreed. */
  readonly holds: boolean;
}

/** Reads a lead authority's cost sharing, and a member's own shares. What may not be seen is not found. */
@Injectable()
export class ReadCosts {
  constructor(
    private readonly sharings: CostSharingRepository,
    private readonly schemes: CostSchemeRepository,
    private readonly costShares: CostShareRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly gather: GatherYear,
  ) {}

  /** In the order in which they were switched on. */
  all(tx: Tx): Promise<CostSharing[]> {
    return this.sharings.all(tx);
  }

  sharing(tx: Tx, offeringId: string): Promise<CostSharing | null> {
    return this.sharings.find(tx, offeringId);
  }

  /** All versions: the newest year first, of a year the newest version. */
  async versions(tx: Tx, offeringId: string): Promise<SchemeSeen[]> {
    const schemes = await this.schemes.ofOffering(tx, offeringId);
    const applied = await this.costShares.applied(
      tx,
      schemes.map(({ id }) => id),
    );
    return schemes.map((scheme) => {
      const ofYear = schemes.filter(({ year }) => year === scheme.year);
      const state = schemeState(scheme, {
        applied: applied.get(scheme.id) ?? 0,
        newest: ofYear[0] === scheme,
      });
      return { scheme, state, holds: ofYear.find(({ agreedAt }) => agreedAt !== null) === scheme };
    });
  }

  async version(tx: Tx, id: string): Promise<SchemeSeen | null> {
    const scheme = await this.schemes.find(tx, id);
    if (scheme === null) return null;
    const versions = await this.versions(tx, scheme.offeringId);
    return versions.find((each) => each.scheme.id === id) ?? null;
  }

  /**
   * Who has the service in a year, with what each had as a share of the year before; null when its cost is not shared,
   * or when there is no such year.
   */
  async membersIn(tx: Tx, offeringId: string, year: string): Promise<readonly MemberInYear[] | null> {
    const sharing = await this.sharings.find(tx, offeringId);
    const offering = sharing && (await this.catalogue.offering(tx, offeringId));
    if (!offering || parseYear(year) === null) return null;
    const versions = yearVersions(
      await this.schemes.ofYear(tx, offeringId, year),
      await this.schemes.ofYear(tx, offeringId, yearBefore(year)),
    );
    const gathered = await this.gather.within(tx, {
      ...{ offering, year, versions, entered: [], driverMeterId: null, meterYear: year },
    });
    return gathered.ok ? gathered.value.members.filter(({ months }) => months.length > 0) : [];
  }

  /** A member's own, newest first. */
  shares(tx: Tx, page: CostPage): Promise<CostShare[]> {
    return this.costShares.page(tx, page);
  }

  share(tx: Tx, id: string): Promise<CostShare | null> {
    return this.costShares.find(tx, id);
  }
}

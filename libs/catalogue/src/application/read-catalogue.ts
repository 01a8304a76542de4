import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Ceiling } from '../domain/ceiling.js';
import type { EligibilityRule } from '../domain/eligibility.js';
import type { Framework } from '../domain/framework.js';
import { isUsed, type Lot, type Meter, type Offering, type UsageTerms } from '../domain/offering.js';
import type { FrameworkVolume } from '../domain/framework-volume.js';
import type { PriceVersion } from '../domain/price-version.js';
import type { VolumeBand } from '../domain/volume-band.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import type { Page } from '../persistence/page.js';
import { PriceRepository } from '../persistence/price-repository.js';
import { VolumeRepository } from '../persistence/volume-repository.js';

/**
 * Reads the catalogue in anyone's unit of work: what is published, and a lead authority's own drafts for its own
 * actor. What is not found and what may not be seen are both null.
 */
@Injectable()
export class ReadCatalogue {
  constructor(
    private readonly frameworkRows: FrameworkRepository,
    private readonly offeringRows: OfferingRepository,
    private readonly priceRows: PriceRepository,
    private readonly volumeRows: VolumeRepository,
  ) {}

  framework(tx: Tx, id: string): Promise<Framework | null> {
    return this.frameworkRows.find(tx, id);
  }

  /** In any order; ids that are not found are left out. */
  frameworksByIds(tx: Tx, ids: readonly string[]): Promise<Framework[]> {
    return this.frameworkRows.byIds(tx, ids);
  }

  /** In the order in which they were set up. */
  frameworks(tx: Tx, page: Page): Promise<Framework[]> {
    return this.frameworkRows.page(tx, page);
  }

  async ceiling(tx: Tx, frameworkId: string): Promise<Ceiling | null> {
    const [found] = await this.ceilings(tx, [frameworkId]);
    return found ?? null;
  }

  ceilings(tx: Tx, frameworkIds: readonly string[]): Promise<Ceiling[]> {
    return this.frameworkRows.ceilings(tx, frameworkIds);
  }

  eligibilityRules(tx: Tx, frameworkId: string): Promise<EligibilityRule[]> {
    return this.frameworkRows.rules(tx, frameworkId);
  }

  eligibilityRulesPage(tx: Tx, frameworkId: string, page: Page): Promise<EligibilityRule[]> {
    return this.frameworkRows.rulesPage(tx, frameworkId, page);
  }

  /** By number. */
  lots(tx: Tx, frameworkId: string): Promise<Lot[]> {
    return this.lotsOf(tx, [frameworkId]);
  }

  lotsOf(tx: Tx, frameworkIds: readonly string[]): Promise<Lot[]> {
    return this.frameworkRows.lots(tx, frameworkIds);
  }

  lot(tx: Tx, id: string): Promise<Lot | null> {
    return this.frameworkRows.findLot(tx, id);
  }

  offering(tx: Tx, id: string): Promise<Offering | null> {
    return this.offeringRows.find(tx, id);
  }

  /** In any order; ids that are not found are left out. */
  offeringsByIds(tx: Tx, ids: readonly string[]): Promise<Offering[]> {
    return this.offeringRows.byIds(tx, ids);
  }

  offerings(tx: Tx, frameworkId: string): Promise<Offering[]> {
    return this.offeringRows.ofFramework(tx, frameworkId);
  }

  offeringsPage(tx: Tx, frameworkId: string, page: Page): Promise<Offering[]> {
    return this.offeringRows.page(tx, frameworkId, page);
  }

  meter(tx: Tx, id: string): Promise<Meter | null> {
    return this.offeringRows.findMeter(tx, id);
  }

  /** In any order; ids that are not found are left out. */
  metersByIds(tx: Tx, ids: readonly string[]): Promise<Meter[]> {
    return this.offeringRows.metersByIds(tx, ids);
  }

  meters(tx: Tx, offeringIds: readonly string[]): Promise<Meter[]> {
    return this.offeringRows.meters(tx, offeringIds);
  }

  /** What usage asks of offerings, in any order; ids that are not found are left out. */
  usageTerms(tx: Tx, offeringIds: readonly string[]): Promise<UsageTerms[]> {
    return this.offeringRows.usageTerms(tx, offeringIds);
  }

  /** Those that members use something of: without charges that are not metered, and without shares of a cost. */
  async usedMeters(tx: Tx, offeringIds: readonly string[]): Promise<Meter[]> {
    return (await this.meters(tx, offeringIds)).filter(isUsed);
  }

  /** Not withdrawn, by meter and start. */
  priceVersions(tx: Tx, meterIds: readonly string[]): Promise<PriceVersion[]> {
    return this.priceRows.ofMeters(tx, meterIds);
  }

  /** Not withdrawn, by meter and volume. */
  volumeBands(tx: Tx, meterIds: readonly string[]): Promise<VolumeBand[]> {
    return this.volumeRows.bands(tx, meterIds);
  }

  /** What all members together have used, month by month, as far as whoever reads may see it. */
  frameworkVolumes(tx: Tx, meterIds: readonly string[]): Promise<FrameworkVolume[]> {
    return this.volumeRows.volumes(tx, meterIds);
  }

  /** In any order, with those that were withdrawn; ids that are not found are left out. */
  priceVersionsByIds(tx: Tx, ids: readonly string[]): Promise<PriceVersion[]> {
    return this.priceRows.byIds(tx, ids);
  }

  /** In any order, with those that were withdrawn; ids that are not found are left out. */
  volumeBandsByIds(tx: Tx, ids: readonly string[]): Promise<VolumeBand[]> {
    return this.volumeRows.byIds(tx, ids);
  }

  /** Null when it was withdrawn. */
  priceVersion(tx: Tx, id: string): Promise<PriceVersion | null> {
    return this.priceRows.find(tx, id);
  }
}

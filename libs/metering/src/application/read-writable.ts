import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOffTerms } from '#libs/calloffs';
import { ReadCatalogue, type MeterKeeper, type UsageTerms } from '#libs/catalogue';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { UsageKey } from '../domain/usage-key.js';
import { Writable, type WritableCallOff } from '../domain/writable.js';

/** Reads the call-offs that usage may be written for, with their terms and meters, as they stand now. */
@Injectable()
export class ReadWritable {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
  ) {}

  /** Those of a key. */
  async within(tx: Tx, key: UsageKey): Promise<Writable> {
    const ids = key.callOffs.map(({ callOffId }) => callOffId);
    return this.of(tx, await this.callOffs.termsByIds(tx, ids));
  }

  /** With the meters that `keeper` keeps by itself; null for those that anyone may write for. */
  async of(tx: Tx, callOffs: readonly CallOffTerms[], keeper: MeterKeeper | null = null): Promise<Writable> {
    const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
    const terms = await this.catalogue.usageTerms(tx, offeringIds);
    const byOffering = new Map(terms.map((of) => [of.offeringId, of]));
    const writable = callOffs.map((callOff) => {
      const found = byOffering.get(callOff.offeringId);
      if (!found) throw new Error("a call-off's offering was not found");
      return writableOf(callOff, found, keeper);
    });
    return new Writable(writable, { now: tx.now, today: tx.today });
  }
}

const writableOf = (
  { tenantId, leadId, id, reference, startsOn, endsOn }: CallOffTerms,
  { usageMaxAgeMonths, meters }: UsageTerms,
  keeper: MeterKeeper | null,
): WritableCallOff => ({
  ...{ tenantId, leadId, id, publicId: toPublicId('callOff', id), reference, startsOn, endsOn },
  usageMaxAgeMonths,
  meters: new Map(meters.filter(({ keptBy }) => keptBy === keeper).map((meter) => [meter.code, meter])),
});

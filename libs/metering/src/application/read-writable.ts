import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { UsageKey } from '../domain/usage-key.js';
import { Writable, type WritableCallOff, type WritableMeter } from '../domain/writable.js';

/** Reads the call-offs that usage may be written for, with their terms and meters, as they stand now. */
@Injectable()
export class ReadWritable {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
  ) {}

  /** Those of a key. */
  async within(tx: Tx, key: UsageKey): Promise<Writable> {
    return this.of(
      tx,
      await this.callOffs.byIds(
        tx,
        key.callOffs.map(({ callOffId }) => callOffId),
      ),
    );
  }

  async of(tx: Tx, callOffs: readonly CallOff[]): Promise<Writable> {
    const meters = await this.metersByOffering(tx, callOffs);
    const ages = await this.ages(tx, callOffs);
    const writable = callOffs.map((callOff): WritableCallOff => ({
      tenantId: callOff.tenantId,
      leadId: callOff.leadId,
      id: callOff.id,
      publicId: toPublicId('callOff', callOff.id),
      reference: callOff.reference,
      startsOn: callOff.startsOn,
      endsOn: callOff.endsOn,
      usageMaxAgeMonths: required(ages.get(callOff.frameworkId)),
      meters: meters.get(callOff.offeringId) ?? new Map(),
    }));
    return new Writable(writable, { now: tx.now, today: tx.today });
  }

  private async metersByOffering(
    tx: Tx,
    callOffs: readonly CallOff[],
  ): Promise<Map<string, Map<string, WritableMeter>>> {
    const byOffering = new Map(
      callOffs.map(({ offeringId }) => [offeringId, new Map<string, WritableMeter>()]),
    );
    if (byOffering.size === 0) return byOffering;
    for (const { offeringId, code, id, aggregation, charge, fedBy } of await this.catalogue.meters(tx, [
      ...byOffering.keys(),
    ]))
      byOffering.get(offeringId)?.set(code, { id, aggregation, charge, fedBy });
    return byOffering;
  }

  private async ages(tx: Tx, callOffs: readonly CallOff[]): Promise<Map<string, number>> {
    const ages = new Map<string, number>();
    for (const frameworkId of new Set(callOffs.map((callOff) => callOff.frameworkId))) {
      const framework = await this.catalogue.framework(tx, frameworkId);
      ages.set(frameworkId, required(framework?.usageMaxAgeMonths));
    }
    return ages;
  }
}

const required = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("a call-off's framework was not found");
  return value;
};

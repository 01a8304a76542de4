import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { isUsed, ReadCatalogue, type Meter, type Offering } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { addsUpByDay, err, Exact, financialYearPeriod, ok, refuse, type Result } from '#libs/kernel';
import { ReadUsage } from '#libs/metering';
import type { Tx } from '#libs/platform';
import { lastDayOfMember, monthsOfMember, type EnteredShare } from '../domain/member-in-year.js';
import type { MemberAtEnd } from '../domain/propose-actual.js';
import type { YearVersions } from '../domain/year-versions.js';

/** What a year's shares are to be worked out from. */
export interface YearAsked {
  readonly offering: Offering;
  readonly year: string;
  readonly versions: YearVersions;
  readonly entered: readonly EnteredShare[];
  /** A meter that tells each member's figure by its use in `meterYear`; null where figures are entered. */
  readonly driverMeterId: string | null;
  readonly meterYear: string;
}

export interface YearGathered {
  readonly members: readonly MemberAtEnd[];
  /** The name of the meter that figures are taken from. */
  readonly meterTitle: string | null;
}

/** Gathers who has a service in a year, with all that a share can follow from. */
@Injectable()
export class GatherYear {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
    private readonly usage: ReadUsage,
  ) {}

  /** Refuses COST_NO_MEMBERS, NOT_FOUND (a member or meter that is none) and DRIVER_METER. */
  async within(tx: Tx, asked: YearAsked): Promise<Result<YearGathered>> {
    const { offering, year, versions } = asked;
    const days = financialYearPeriod(year);
    const callOffs = await this.callOffs.ofOffering(tx, offering.id, days);
    if (callOffs.length === 0)
      return err(refuse('COST_NO_MEMBERS', { offering: offering.title, year }, ['year']));
    const ofMember = new Map<string, CallOff[]>();
    for (const { tenantId } of versions.inForce?.members ?? []) ofMember.set(tenantId, []);
    for (const callOff of callOffs)
      ofMember.set(callOff.tenantId, [...(ofMember.get(callOff.tenantId) ?? []), callOff]);
    const entered = new Map(asked.entered.map((each) => [each.tenantId, each]));
    if (asked.entered.some(({ tenantId }) => !ofMember.has(tenantId))) return err(refuse('NOT_FOUND'));

    const tenantIds = [...ofMember.keys()];
    const meter = await this.meter(tx, asked);
    if (!meter.ok) return meter;
    const metered = meter.value && (await this.metered(tx, asked, meter.value, tenantIds));
    const bodies = await this.bodies.byIds(tx, tenantIds);
    const members = [...ofMember].map(([tenantId, its]): MemberAtEnd => ({
      tenantId,
      name: bodies.get(tenantId)?.name ?? '',
      months: monthsOfMember(its, days),
      last: lastDayOfMember(its, days),
      population: bodies.get(tenantId)?.population ?? null,
      metered: metered?.(tenantId) ?? null,
      entered: entered.get(tenantId) ?? null,
      before: versions.before.get(tenantId) ?? null,
    }));
    return ok({ members, meterTitle: meter.value?.title ?? null });
  }

  private async meter(tx: Tx, { driverMeterId }: YearAsked): Promise<Result<Meter | null>> {
    if (driverMeterId === null) return ok(null);
    const meter = await this.catalogue.meter(tx, driverMeterId);
    if (meter?.leadId !== tx.leadId) return err(refuse('NOT_FOUND'));
    return isUsed(meter) && addsUpByDay(meter.aggregation)
      ? ok(meter)
      : err(refuse('DRIVER_METER', { meter: meter.title }, ['driverMeterId']));
  }

  private async metered(
    tx: Tx,
    { meterYear }: YearAsked,
    meter: Meter,
    tenantIds: readonly string[],
  ): Promise<(tenantId: string) => { figure: Exact; source: string }> {
    const { leadId } = tx;
    const days = financialYearPeriod(meterYear);
    const used = await this.usage.ofMembers(tx, { leadId, tenantIds, meter, days });
    const source = `${meter.title} metered in ${meterYear}`;
    return (tenantId) => ({ figure: used.get(tenantId) ?? Exact.ZERO, source });
  }
}

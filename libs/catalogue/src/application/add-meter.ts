import { Injectable } from '@nestjs/common';
import { err, exact, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import {
  meterFaults,
  offeringStateWords,
  type Meter,
  type MeterKeeper,
  type MeterTerms,
  type Offering,
} from '../domain/offering.js';
import { OfferingRepository } from '../persistence/offering-repository.js';

export type MeterToAdd = MeterTerms & Pick<Meter, 'offeringId'>;

export interface NewMeter extends MeterToAdd {
  readonly idempotencyKey: string;
}

/** An offering is read, priced and billed meter by meter. */
const MAX_METERS = 20;

/** Adds something to be charged for to an offering that is still a draft: members of a published one agreed to its meters. */
@Injectable()
export class AddMeter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingRepository,
  ) {}

  execute(actor: Actor, { idempotencyKey: key, ...meter }: NewMeter): Promise<Result<{ meterId: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'meterAdd', key, command: { ...meter } }, () => this.within(tx, meter, null)),
    );
  }

  /** For a later part of the service, which may keep the meter by itself. */
  async within(tx: Tx, meter: MeterToAdd, keptBy: MeterKeeper | null): Promise<Result<{ meterId: string }>> {
    const offering = await this.offerings.lockOwn(tx, meter.offeringId);
    if (offering === null) return err(refuse('NOT_FOUND'));
    const others = await this.offerings.meters(tx, [offering.id]);
    const faults = [...meterFaults(meter), ...placeFaults(offering, others, meter.code)];
    if (faults.length > 0) return err(faults);

    const meterId = newId();
    const { code, aggregation, charge, timing, fedBy, typicalPerThousand: typical } = meter;
    await this.offerings.insertMeter(tx, {
      ...meter,
      leadId: tx.leadId,
      id: meterId,
      typicalPerThousand: typical === null ? null : exact(typical),
      keptBy,
    });
    const terms = { code, aggregation, charge, timing, fedBy, typicalPerThousand: typical };
    const details = { meterId, ...terms, keptBy };
    await auditLead(tx, { action: 'meter.add', subjectKind: 'offering', subjectId: offering.id, details });
    return ok({ meterId });
  }
}

const placeFaults = ({ state }: Offering, others: readonly Meter[], code: string): readonly Refusal[] => [
  ...(state === 'DRAFT'
    ? []
    : [
        refuse('STATE_NOT_ALLOWED', {
          thing: 'service',
          state: offeringStateWords(state),
          action: 'add a meter to',
        }),
      ]),
  ...(others.some((other) => other.code === code) ? [refuse('METER_CODE_TAKEN', { code }, ['code'])] : []),
  ...(others.length < MAX_METERS ? [] : [refuse('METERS_TOO_MANY', { max: String(MAX_METERS) })]),
];

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { callOffStateOn, earliestLeaveOn, type CallOff, type CallOffState } from '#libs/calloffs';
import type { ReadCatalogue } from '#libs/catalogue';
import type { Body, FindBody } from '#libs/directory';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import { CallOffStateEnum } from './enums.js';

@ObjectType('CallOff', { description: 'A contract of a body for a service of a framework.' })
export class CallOffType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its reference, such as CO-000045-01.' })
  reference!: string;

  @Field(() => Int, { description: 'Its revision; a variation makes a new one.' })
  revision!: number;

  @Field(() => ID, { description: 'The body whose contract it is.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => ID, { description: 'The lot.' })
  lotId!: string;

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The name of the offering.' })
  offeringTitle!: string;

  @Field(() => ID, { description: 'The access agreement under which it was awarded.' })
  agreementId!: string;

  @Field(() => ID, { description: 'The opt-in that chose the service.' })
  optInId!: string;

  @Field(() => CallOffStateEnum, { description: 'Where it stands today.' })
  state!: CallOffState;

  @Field(() => LocalDateScalar, { description: 'The first day of its term.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day of its term.' })
  endsOn!: LocalDate;

  @Field(() => Int, { description: "How many months' notice the member gives before it leaves." })
  noticeMonths!: number;

  @Field(() => LocalDateScalar, {
    description:
      'The earliest end date when notice is given today: the months of notice from today, or the last day of the term when that comes first.',
  })
  earliestLeaveOn!: LocalDate;

  @Field(() => Money, { description: 'What it was estimated to be worth over its term, without VAT.' })
  value!: Money;

  @Field(() => DateTimeScalar, { description: 'When it was awarded.' })
  awardedAt!: Date;
}

@ObjectType('CallOffConnection', { description: 'Call-offs, the newest first.' })
export class CallOffConnection extends ConnectionOf(CallOffType, 'CallOff') {}

/** Where the names of what a call-off is about are read. */
export interface CallOffNames {
  readonly catalogue: ReadCatalogue;
  readonly bodies: FindBody;
}

/** Call-offs with the names and terms of what they are about, in a read for each framework and two more; in the same order. */
export const loadCallOffs = async (
  tx: Tx,
  names: CallOffNames,
  callOffs: readonly CallOff[],
): Promise<CallOffType[]> => {
  const bodyIds = callOffs.flatMap(({ tenantId, leadId }) => [tenantId, leadId]);
  const bodies = await names.bodies.byIds(tx, bodyIds);
  const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
  const offerings = await names.catalogue.offeringsByIds(tx, offeringIds);
  const titles = new Map(offerings.map(({ id, title }) => [id, title]));
  const notices = new Map<string, number>();
  for (const id of new Set(callOffs.map(({ frameworkId }) => frameworkId))) {
    const framework = await names.catalogue.framework(tx, id);
    if (framework === null) throw new Error('a call-off belongs to a framework');
    notices.set(id, framework.noticeMonths);
  }
  return callOffs.map((callOff) => toCallOff(callOff, { bodies, titles, notices, today: tx.today }));
};

interface Known {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly titles: ReadonlyMap<string, string>;
  /** Months of notice by framework. */
  readonly notices: ReadonlyMap<string, number>;
  readonly today: LocalDate;
}

const toCallOff = (callOff: CallOff, { bodies, titles, notices, today }: Known): CallOffType => {
  const noticeMonths = notices.get(callOff.frameworkId) ?? 0;
  return {
    id: toPublicId('callOff', callOff.id),
    reference: callOff.reference,
    revision: callOff.revision,
    memberId: toPublicId('body', callOff.tenantId),
    memberName: bodies.get(callOff.tenantId)?.name ?? '',
    leadId: toPublicId('body', callOff.leadId),
    leadName: bodies.get(callOff.leadId)?.name ?? '',
    frameworkId: toPublicId('framework', callOff.frameworkId),
    lotId: toPublicId('lot', callOff.lotId),
    offeringId: toPublicId('offering', callOff.offeringId),
    offeringTitle: titles.get(callOff.offeringId) ?? '',
    agreementId: toPublicId('agreement', callOff.agreementId),
    optInId: toPublicId('optIn', callOff.optInId),
    state: callOffStateOn(callOff, today),
    startsOn: callOff.startsOn,
    endsOn: callOff.endsOn,
    noticeMonths,
    earliestLeaveOn: earliestLeaveOn(callOff, noticeMonths, today),
    value: toMoney(callOff.valuePence),
    awardedAt: callOff.awardedAt,
  };
};

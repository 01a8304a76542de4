import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ReadCatalogue } from '#libs/catalogue';
import type { FindBody } from '#libs/directory';
import { monthLabel, toPublicId, type LocalDate } from '#libs/kernel';
import {
  RETURN_SOURCE,
  type ExcuseKind,
  type MonthOfReturn,
  type ReturnExcuse,
  type UsageReturn,
  type UsageReturnState,
} from '#libs/metering';
import type { Tx } from '#libs/platform';
import { ConnectionOf, DateTimeScalar, DecimalScalar, LocalDateScalar } from '../graphql/index.js';
import { ReturnExcuseKindEnum, UsageReturnStateEnum } from './enums.js';
import { EventNameType } from './event-name.type.js';

@ObjectType('UsageReturnFigure', { description: 'What one meter came to in the month, as filed.' })
export class UsageReturnFigureType {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => DecimalScalar, { description: 'The figure.' })
  quantity!: string;

  @Field(() => EventNameType, { description: 'The usage record that it is counted by.' })
  record!: EventNameType;
}

@ObjectType('UsageReturnVersion', { description: 'One version of a return. It never changes.' })
export class UsageReturnVersionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => Int, { description: '1, 2, 3 …; the last one counts.' })
  version!: number;

  @Field(() => UsageReturnStateEnum, { description: 'Where it stands.' })
  state!: UsageReturnState;

  @Field(() => Boolean, { description: 'Whether it says that there was no usage; then it has no figures.' })
  nil!: boolean;

  @Field(() => [UsageReturnFigureType], { description: 'A figure for each meter that is fed by returns.' })
  figures!: readonly UsageReturnFigureType[];

  @Field(() => String, {
    nullable: true,
    description: 'Why it replaces the one before, or comes after the bill; null when it does neither.',
  })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the usage receipt of what it changed; null when it changed no figure.',
  })
  receiptNumber!: string | null;

  @Field(() => ID, { description: 'Who filed it.' })
  filedById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  filedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'What finance said when it sent it back; null when it did not.',
  })
  sentBackNote!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent back.' })
  sentBackAt!: Date | null;
}

@ObjectType('UsageReturnExcuse', { description: 'Why a month may be billed without its return.' })
export class UsageReturnExcuseType {
  @Field(() => ReturnExcuseKindEnum, { description: 'Whether there was no usage, or another reason.' })
  kind!: ExcuseKind;

  @Field(() => String, { description: 'The reason.' })
  reason!: string;

  @Field(() => ID, { description: 'Who decided so.' })
  excusedById!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  excusedAt!: Date;
}

@ObjectType('UsageReturnMeter', { description: 'A meter that is fed by returns.' })
export class UsageReturnMeterType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'The code that a file names it by.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;
}

@ObjectType('UsageReturn', { description: 'The usage return of a call-off and a month.' })
export class UsageReturnType {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: "The call-off's reference." })
  callOffReference!: string;

  @Field(() => String, { description: 'The service that was called off.' })
  offeringTitle!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: "The member's name." })
  memberName!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;

  @Field(() => LocalDateScalar, {
    description: 'The last day to file it in time: the fifth working day after the month.',
  })
  dueOn!: LocalDate;

  @Field(() => UsageReturnStateEnum, { description: 'Where it stands.' })
  state!: UsageReturnState;

  @Field(() => Boolean, { description: 'Whether a billing run of the month waits for it.' })
  missing!: boolean;

  @Field(() => Boolean, {
    description: "Whether the member's bill of the month was issued: what is filed now is a correction.",
  })
  closed!: boolean;

  @Field(() => [UsageReturnMeterType], { description: 'What it has figures for.' })
  meters!: readonly UsageReturnMeterType[];

  @Field(() => [UsageReturnVersionType], { description: 'What was filed, the oldest version first.' })
  versions!: readonly UsageReturnVersionType[];

  @Field(() => UsageReturnExcuseType, {
    nullable: true,
    description: 'Why the month may be billed without it; null when nobody said so.',
  })
  excuse!: UsageReturnExcuseType | null;
}

@ObjectType('UsageReturnConnection', {
  description: "Usage returns of a month, by the call-off's reference.",
})
export class UsageReturnConnection extends ConnectionOf(UsageReturnType, 'UsageReturn') {}

/** Where the names on returns are read. */
export interface ReturnSources {
  readonly bodies: FindBody;
  readonly catalogue: ReadCatalogue;
}

/** Returns as they are shown, with the names of their members and services. */
export const loadReturns = async (
  tx: Tx,
  { bodies, catalogue }: ReturnSources,
  returns: readonly MonthOfReturn[],
): Promise<ReadonlyMap<MonthOfReturn, UsageReturnType>> => {
  const members = await bodies.byIds(
    tx,
    returns.map(({ callOff }) => callOff.tenantId),
  );
  const offerings = await catalogue.offeringsByIds(tx, [
    ...new Set(returns.map(({ callOff }) => callOff.offeringId)),
  ]);
  return new Map(
    returns.map((each) => {
      const { callOff, meters, versions, state, excuse } = each;
      const type: UsageReturnType = {
        callOffId: toPublicId('callOff', callOff.id),
        callOffReference: callOff.reference,
        offeringTitle: offerings.find(({ id }) => id === callOff.offeringId)?.title ?? '',
        memberId: toPublicId('body', callOff.tenantId),
        memberName: members.get(callOff.tenantId)?.name ?? '',
        month: monthLabel(each.month),
        ...{ dueOn: each.dueOn, state, missing: each.missing, closed: each.closed },
        meters: meters.map(({ id, code, title }) => ({ id: toPublicId('meter', id), code, title })),
        versions: versions.map((version, index) =>
          toVersion(version, index === versions.length - 1 ? state : 'REPLACED'),
        ),
        excuse: excuse && toExcuse(excuse),
      };
      return [each, type];
    }),
  );
};

const toVersion = (version: UsageReturn, state: UsageReturnState): UsageReturnVersionType => ({
  id: toPublicId('usageReturn', version.id),
  ...{ version: version.version, state, nil: version.nil, reason: version.reason },
  figures: version.figures.map(({ meterId, quantity, eventId }) => ({
    meterId: toPublicId('meter', meterId),
    quantity: quantity.toDecimalString(),
    record: { source: RETURN_SOURCE, eventId },
  })),
  receiptNumber: version.receiptNumber?.toString() ?? null,
  filedById: toPublicId('person', version.filedBy),
  filedAt: version.filedAt,
  sentBackNote: version.sentBack?.note ?? null,
  sentBackAt: version.sentBack?.sentBackAt ?? null,
});

const toExcuse = ({ kind, reason, excusedBy, excusedAt }: ReturnExcuse): UsageReturnExcuseType => ({
  ...{ kind, reason, excusedAt },
  excusedById: toPublicId('person', excusedBy),
});

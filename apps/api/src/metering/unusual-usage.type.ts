import { Field, ID, ObjectType } from '@nestjs/graphql';
import { monthLabel, toPublicId, type LocalDate } from '#libs/kernel';
import type {
  DeviationKind,
  Explanation,
  ForecastOfMeter,
  MissingDayOfMember,
  UnusualUsage,
} from '#libs/metering';
import { ConnectionOf, DateTimeScalar, DecimalScalar, LocalDateScalar } from '../graphql/index.js';
import { UnusualUsageKindEnum } from './enums.js';
import { rounded } from './rounded.js';

@ObjectType('UsageExplanation', { description: "What somebody said of a month's use of a meter." })
export class UsageExplanationType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => ID, { description: 'Who said it.' })
  explainedById!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  explainedAt!: Date;
}

@ObjectType('UnusualUsage', { description: 'A month of a meter that is not like the three months before.' })
export class UnusualUsageType {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: "The call-off's reference." })
  callOffReference!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: "The member's name." })
  memberName!: string;

  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => String, { description: "The meter's name." })
  meterTitle!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;

  @Field(() => UnusualUsageKindEnum, { description: 'How it is unusual.' })
  kind!: DeviationKind;

  @Field(() => DecimalScalar, { description: 'What the month has come to.' })
  quantity!: string;

  @Field(() => DecimalScalar, {
    description: 'The mean of the three months before, to two decimal places.',
  })
  mean!: string;

  @Field(() => [UsageExplanationType], { description: 'What was said of it, the oldest first.' })
  explanations!: readonly UsageExplanationType[];
}

@ObjectType('UnusualUsageConnection', {
  description: "Unusual usage of a month, by the call-off's reference.",
})
export class UnusualUsageConnection extends ConnectionOf(UnusualUsageType, 'UnusualUsage') {}

export const toUnusualUsage = (unusual: UnusualUsage, memberName: string): UnusualUsageType => ({
  callOffId: toPublicId('callOff', unusual.callOff.id),
  callOffReference: unusual.callOff.reference,
  memberId: toPublicId('body', unusual.callOff.tenantId),
  memberName,
  meterId: toPublicId('meter', unusual.meter.id),
  meterTitle: unusual.meter.title,
  month: monthLabel(unusual.month),
  kind: unusual.kind,
  quantity: unusual.quantity.toDecimalString(),
  mean: rounded(unusual.mean),
  explanations: unusual.explanations.map(toExplanation),
});

const toExplanation = ({ id, text, explainedBy, explainedAt }: Explanation): UsageExplanationType => ({
  id: toPublicId('explanation', id),
  text,
  explainedById: toPublicId('person', explainedBy),
  explainedAt,
});

@ObjectType('UsageDayMissing', {
  description:
    'A day on which a source sent nothing, or less than half of what it sent on average on that weekday in the four weeks before.',
})
export class UsageDayMissingType {
  @Field(() => LocalDateScalar, { description: 'The day, of the Europe/London calendar.' })
  day!: LocalDate;

  @Field(() => String, { description: 'The source, as its usage key names it.' })
  source!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: "The member's name." })
  memberName!: string;

  @Field(() => DecimalScalar, {
    description: 'How many new events were to be expected, to two decimal places.',
  })
  expected!: string;

  @Field(() => String, { description: 'How many came.' })
  received!: string;
}

@ObjectType('UsageDayMissingConnection', { description: 'Days on which usage was missing, in order.' })
export class UsageDayMissingConnection extends ConnectionOf(UsageDayMissingType, 'UsageDayMissing') {}

export const toUsageDayMissing = (
  { day, source, tenantId, expected, received }: MissingDayOfMember,
  memberName: string,
): UsageDayMissingType => ({
  ...{ day, source, memberName },
  memberId: toPublicId('body', tenantId),
  expected: rounded(expected),
  received: received.toString(),
});

@ObjectType('UsageForecast', {
  description:
    'What a meter is likely to come to. docs/prices.md says how it is worked out; nobody is billed by it.',
})
export class UsageForecastType {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => String, { description: "The meter's name." })
  meterTitle!: string;

  @Field(() => DecimalScalar, { description: 'This month until now.' })
  soFar!: string;

  @Field(() => DecimalScalar, { description: 'The whole month, to two decimal places.' })
  monthEnd!: string;

  @Field(() => DecimalScalar, {
    description: 'The months of the financial year added up, to two decimal places.',
  })
  yearEnd!: string;
}

export const toForecast = ({ meter, soFar, monthEnd, yearEnd }: ForecastOfMeter): UsageForecastType => ({
  meterId: toPublicId('meter', meter.id),
  meterTitle: meter.title,
  soFar: soFar.toDecimalString(),
  monthEnd: rounded(monthEnd),
  yearEnd: rounded(yearEnd),
});

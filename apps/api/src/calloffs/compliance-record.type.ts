import { Field, ObjectType } from '@nestjs/graphql';
import type { ComplianceRecord } from '#libs/calloffs';
import type { ChargeKind, LocalDate } from '#libs/kernel';
import type { EligibilityReasonCode, EligibilityResult } from '#libs/membership';
import { DateTimeScalar, DecimalScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import { ChargeKindEnum } from '../catalogue/enums.js';
import { EligibilityReasonType } from '../membership/eligibility-check.js';
import { EligibilityResultEnum } from '../membership/enums.js';
import { AwardRouteEnum } from './enums.js';

@ObjectType('ComplianceRecordItem', { description: 'Units of what is not metered, as they were awarded.' })
export class ComplianceRecordItemType {
  @Field(() => String, { description: 'What it is.' })
  title!: string;

  @Field(() => ChargeKindEnum, { description: 'What makes it due.' })
  charge!: ChargeKind;

  @Field(() => DecimalScalar, { description: 'How many units.' })
  units!: string;
}

@ObjectType('ComplianceRecord', {
  description: "Why an award was lawful, for the body's auditor. Written once, with the award.",
})
export class ComplianceRecordType {
  @Field(() => AwardRouteEnum, { description: 'The route of the award.' })
  route!: ComplianceRecord['route'];

  @Field(() => String, { description: 'The procurement notice of the framework.' })
  noticeReference!: string;

  @Field(() => String, { description: 'The framework.' })
  frameworkTitle!: string;

  @Field(() => String, { description: 'The lot.' })
  lotTitle!: string;

  @Field(() => EligibilityResultEnum, { description: 'Whether the body was eligible at the award.' })
  eligibility!: EligibilityResult;

  @Field(() => [EligibilityReasonType], { description: 'Why.' })
  eligibilityReasons!: readonly EligibilityReasonType[];

  @Field(() => Money, { description: 'The ceiling of the framework.' })
  ceiling!: Money;

  @Field(() => Money, { description: 'What was committed before this award.' })
  committedBefore!: Money;

  @Field(() => Money, { description: 'What was committed with this award.' })
  committedAfter!: Money;

  @Field(() => String, { description: "The reference of the body's decision." })
  decisionReference!: string;

  @Field(() => String, { description: 'Who made the decision.' })
  decidedBy!: string;

  @Field(() => LocalDateScalar, { description: 'When the decision was published.' })
  decisionPublishedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'From when the decision had effect.' })
  decisionEffectiveOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was exempt from call-in; null when it was not.',
  })
  callInExemptReason!: string | null;

  @Field(() => [ComplianceRecordItemType], { description: 'What was awarded of what is not metered.' })
  items!: readonly ComplianceRecordItemType[];

  @Field(() => String, { description: 'The opt-in that chose the service.' })
  optInReference!: string;

  @Field(() => String, { description: 'SHA-256 of the signed access agreement, in hex.' })
  agreementSha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const toComplianceRecord = ({ details, ...record }: ComplianceRecord): ComplianceRecordType => ({
  route: record.route,
  noticeReference: record.noticeReference,
  frameworkTitle: details.framework.title,
  lotTitle: details.lot.title,
  eligibility: details.eligibility.result as EligibilityResult,
  eligibilityReasons: details.eligibility.reasons.map(({ code, sentence }) => ({
    code: code as EligibilityReasonCode,
    sentence,
  })),
  ceiling: toMoney(record.ceilingPence),
  committedBefore: toMoney(record.committedBeforePence),
  committedAfter: toMoney(record.committedAfterPence),
  decisionReference: record.decisionReference,
  decidedBy: details.decision.decidedBy,
  decisionPublishedOn: details.decision.publishedOn,
  decisionEffectiveOn: record.decisionEffectiveOn,
  callInExemptReason: details.decision.exemptReason,
  items: details.items ?? [],
  optInReference: details.optIn.reference,
  agreementSha256: details.agreement.textSha256,
  recordedAt: record.recordedAt,
});

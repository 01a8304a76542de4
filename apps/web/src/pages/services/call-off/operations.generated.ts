// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a call-off came about. More may be added. */
export type AwardRoute =
  /** By direct award. */
  | 'DIRECT_AWARD';

/** Where a call-off stands today. More may be added. */
export type CallOffState =
  /** Awarded; its first day is still to come. */
  | 'AWARDED'
  /** Ended, with everything settled. */
  | 'CLOSED'
  /** Its last day is over. */
  | 'EXPIRED'
  /** It runs. */
  | 'LIVE'
  /** Notice was given. */
  | 'NOTICE_GIVEN'
  /** It was ended before its last day. */
  | 'TERMINATED';

/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** When a month is billed. More may be added. */
export type ChargeTiming =
  /** By the run of the month before. */
  | 'ADVANCE'
  /** Once it is over. */
  | 'ARREARS';

/** Where a discount stands. More may be added. */
export type DiscountState =
  /** The bills of its months count it. */
  | 'APPROVED'
  /** It was declined, or taken back. */
  | 'DECLINED'
  /** It waits for someone else to approve it; no bill counts it. */
  | 'PROPOSED';

/** Whether a body may use a framework. More may be added. */
export type EligibilityResult =
  /** It may. */
  | 'ELIGIBLE'
  /** The register cannot decide it: evidence or a check by the lead authority is needed. */
  | 'NEEDS_EVIDENCE'
  /** It may not. */
  | 'NOT_ELIGIBLE';

/** How a purchase order stands today. More may be added. */
export type PurchaseOrderState =
  /** It covers charges. */
  | 'ACTIVE'
  /** The body uses no purchase orders. */
  | 'EXEMPT'
  /** Its last day is over. */
  | 'EXPIRED'
  /** Four fifths of its value or more are charged. */
  | 'NEARLY_USED'
  /** All of its value is charged. */
  | 'USED';

export type CallOffQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type CallOffQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly revision: number, readonly state: CallOffState, readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly frameworkId: string, readonly offeringId: string, readonly offeringTitle: string, readonly agreementId: string, readonly optInId: string, readonly startsOn: string, readonly endsOn: string, readonly awardedAt: string, readonly noticeMonths: number, readonly earliestLeaveOn: string, readonly value: { readonly amount: string }, readonly items: ReadonlyArray<{ readonly title: string, readonly unit: string, readonly charge: ChargeKind, readonly timing: ChargeTiming, readonly units: string }>, readonly costSplits: ReadonlyArray<{ readonly meterId: string | null, readonly fromMonth: { readonly start: string }, readonly shares: ReadonlyArray<{ readonly costCentre: string, readonly subjectiveCode: string, readonly percent: string }> }>, readonly complianceRecord: { readonly frameworkTitle: string, readonly lotTitle: string, readonly noticeReference: string, readonly optInReference: string, readonly route: AwardRoute, readonly eligibility: EligibilityResult, readonly decisionReference: string, readonly decidedBy: string, readonly decisionPublishedOn: string, readonly decisionEffectiveOn: string, readonly callInExemptReason: string | null, readonly agreementSha256: string, readonly recordedAt: string, readonly eligibilityReasons: ReadonlyArray<{ readonly sentence: string }>, readonly ceiling: { readonly amount: string }, readonly committedBefore: { readonly amount: string }, readonly committedAfter: { readonly amount: string }, readonly items: ReadonlyArray<{ readonly title: string, readonly charge: ChargeKind, readonly units: string }> }, readonly purchaseOrders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly isExempt: boolean, readonly state: PurchaseOrderState, readonly startsOn: string, readonly endsOn: string | null, readonly recordedAt: string, readonly charged: { readonly amount: string }, readonly left: { readonly amount: string } | null, readonly value: { readonly amount: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type CallOffTermsQueryVariables = Exact<{
  callOffId: string | number;
  frameworkId: string | number;
  offeringId: string | number;
  month: string;
  memberId?: string | number | null | undefined;
  mayPreview: boolean;
}>;


export type CallOffTermsQuery = { readonly discounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly meterTitle: string | null, readonly percent: string, readonly reason: string, readonly state: DiscountState, readonly months: { readonly start: string, readonly end: string } } }> }, readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string }> }, readonly framework: { readonly priceNoticeDays: number, readonly usageMaxAgeMonths: number }, readonly billingPreview?: ReadonlyArray<{ readonly leadId: string, readonly holds: ReadonlyArray<{ readonly message: string }>, readonly lines: ReadonlyArray<{ readonly callOffId: string, readonly net: { readonly amount: string } }> }> };

export const CallOff: Operation<CallOffQuery, CallOffQueryVariables> = {
  name: 'CallOff',
  text: "query CallOff($id: ID!, $after: String) { callOff(id: $id) { id reference revision state memberId memberName leadId leadName frameworkId offeringId offeringTitle agreementId optInId startsOn endsOn awardedAt noticeMonths earliestLeaveOn value { amount } items { title unit charge timing units } costSplits { meterId fromMonth { start } shares { costCentre subjectiveCode percent } } complianceRecord { frameworkTitle lotTitle noticeReference optInReference route eligibility eligibilityReasons { sentence } ceiling { amount } committedBefore { amount } committedAfter { amount } decisionReference decidedBy decisionPublishedOn decisionEffectiveOn callInExemptReason agreementSha256 recordedAt items { title charge units } } purchaseOrders(first: 20, after: $after) { edges { node { id number isExempt state charged { amount } left { amount } startsOn endsOn recordedAt value { amount } } } pageInfo { hasNextPage endCursor } } } }",
};
export const CallOffTerms: Operation<CallOffTermsQuery, CallOffTermsQueryVariables> = {
  name: 'CallOffTerms',
  text: "query CallOffTerms( $callOffId: ID! $frameworkId: ID! $offeringId: ID! $month: String! $memberId: ID $mayPreview: Boolean! ) { discounts(callOffId: $callOffId, first: 50) { edges { node { id meterTitle percent months { start end } reason state } } } offering(id: $offeringId) { meters { id title } } framework(id: $frameworkId) { priceNoticeDays usageMaxAgeMonths } billingPreview(month: $month, memberId: $memberId) @include(if: $mayPreview) { leadId holds { message } lines { callOffId net { amount } } } }",
};

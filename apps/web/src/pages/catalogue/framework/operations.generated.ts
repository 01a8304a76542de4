// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The kind of framework that the regime knows. More may be added. */
export type AgreementType =
  /** A closed framework under the Procurement Act 2023. */
  | 'CLOSED_FRAMEWORK'
  /** A framework agreement under the Public Contracts Regulations. */
  | 'FRAMEWORK'
  /** An open framework under the Procurement Act 2023. */
  | 'OPEN_FRAMEWORK';

/** What happens when an award would pass the ceiling. More may be added. */
export type CeilingMode =
  /** It is refused. */
  | 'BLOCK'
  /** It is refused unless a named approver gives a reason, which is kept. */
  | 'OVERRIDE';

/** How a rule lets bodies in. More may be added. */
export type EligibilityRuleKind =
  /** It describes a group of bodies. */
  | 'CATEGORY'
  /** It names one body. */
  | 'NAMED';

/** Where a framework stands; it follows from publishing and the dates. More may be added. */
export type FrameworkState =
  /** Published; its first day is still to come. */
  | 'COMING'
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Its last day is over; call-offs in place go on until their own end. */
  | 'EXPIRED'
  /** Call-offs can be awarded. */
  | 'LIVE';

/** Where an offering stands. More may be added. */
export type OfferingState =
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Open to new members. */
  | 'PUBLISHED'
  /** Closed to new members for now; those who have it keep it. */
  | 'SUSPENDED'
  /** Closed to new members for good; those who have it keep it until their end dates. */
  | 'WITHDRAWN';

/** The law that a framework was procured under. More may be added. */
export type Regime =
  /** Procurement Act 2023. */
  | 'PA2023'
  /** Public Contracts Regulations 2006. */
  | 'PCR2006'
  /** Public Contracts Regulations 2015. */
  | 'PCR2015';

export type FrameworkPageQueryVariables = Exact<{
  id: string | number;
}>;


export type FrameworkPageQuery = { readonly framework: { readonly id: string, readonly title: string, readonly reference: string, readonly summary: string, readonly state: FrameworkState, readonly regime: Regime, readonly agreementType: AgreementType, readonly noticeReference: string, readonly startsOn: string, readonly endsOn: string, readonly termReason: string | null, readonly publishedAt: string | null, readonly maxTermMonths: number, readonly noticeMonths: number, readonly spikePercent: number, readonly priceNoticeDays: number, readonly disputeDays: number, readonly reviewWorkingDays: number, readonly usageMaxAgeMonths: number, readonly lead: { readonly id: string }, readonly ceiling: { readonly mode: CeilingMode, readonly committedPercent: string, readonly total: { readonly amount: string }, readonly committed: { readonly amount: string }, readonly left: { readonly amount: string } }, readonly lots: ReadonlyArray<{ readonly id: string, readonly number: number, readonly title: string, readonly directAwardLimit: { readonly amount: string } | null }>, readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly state: OfferingState, readonly lot: { readonly id: string } } }> }, readonly eligibilityRules: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EligibilityRuleKind, readonly label: string, readonly reason: string | null, readonly addedAt: string, readonly category: { readonly types: ReadonlyArray<string> | null, readonly counties: ReadonlyArray<string> | null, readonly regions: ReadonlyArray<string> | null, readonly nations: ReadonlyArray<string> | null, readonly combinedAuthorities: ReadonlyArray<string> | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } } }, readonly agreementVersions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly version: string, readonly publishedOn: string, readonly text: string } }> } };

export const FrameworkPage: Operation<FrameworkPageQuery, FrameworkPageQueryVariables> = {
  name: 'FrameworkPage',
  text: "query FrameworkPage($id: ID!) { framework(id: $id) { id title reference summary state regime agreementType noticeReference startsOn endsOn termReason publishedAt maxTermMonths noticeMonths spikePercent priceNoticeDays disputeDays reviewWorkingDays usageMaxAgeMonths lead { id } ceiling { mode committedPercent total { amount } committed { amount } left { amount } } lots { id number title directAwardLimit { amount } } offerings(first: 100) { edges { node { id title state lot { id } } } } eligibilityRules(first: 100) { edges { node { kind label reason addedAt category { types counties regions nations combinedAuthorities } } } pageInfo { hasNextPage } } } agreementVersions(frameworkId: $id, first: 20) { edges { node { id version publishedOn text } } } }",
};

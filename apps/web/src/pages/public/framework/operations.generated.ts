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

/** Where a price stands today. More may be added. */
export type PriceVersionState =
  /** It holds today. */
  | 'CURRENT'
  /** It starts later. */
  | 'SCHEDULED'
  /** A later price has taken its place. */
  | 'SUPERSEDED';

/** The law that a framework was procured under. More may be added. */
export type Regime =
  /** Procurement Act 2023. */
  | 'PA2023'
  /** Public Contracts Regulations 2006. */
  | 'PCR2006'
  /** Public Contracts Regulations 2015. */
  | 'PCR2015';

export type FrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type FrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly summary: string, readonly state: FrameworkState, readonly regime: Regime, readonly agreementType: AgreementType, readonly reference: string, readonly noticeReference: string, readonly startsOn: string, readonly endsOn: string, readonly maxTermMonths: number, readonly priceNoticeDays: number, readonly reviewWorkingDays: number, readonly noticeMonths: number, readonly disputeDays: number, readonly lead: { readonly name: string }, readonly eligibilityRules: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: EligibilityRuleKind, readonly label: string, readonly reason: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly lots: ReadonlyArray<{ readonly id: string, readonly number: number, readonly title: string, readonly directAwardLimit: { readonly amount: string } | null }>, readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly summary: string, readonly closedReason: string | null, readonly lot: { readonly id: string }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly prices: ReadonlyArray<{ readonly state: PriceVersionState, readonly price: { readonly words: ReadonlyArray<string> } }> }> } }> }, readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly since: string, readonly body: { readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly ceiling: { readonly committedPercent: string, readonly total: { readonly amount: string }, readonly committed: { readonly amount: string }, readonly left: { readonly amount: string } } } };

export const Framework: Operation<FrameworkQuery, FrameworkQueryVariables> = {
  name: 'Framework',
  text: "query Framework($id: ID!) { framework(id: $id) { id title summary state regime agreementType reference noticeReference startsOn endsOn maxTermMonths priceNoticeDays reviewWorkingDays noticeMonths disputeDays lead { name } eligibilityRules(first: 100) { edges { node { kind label reason } } pageInfo { hasNextPage } } lots { id number title directAwardLimit { amount } } offerings(first: 100) { edges { node { id title summary closedReason lot { id } meters { id title prices { state price { words } } } } } } members(first: 100) { edges { node { since body { name } } } pageInfo { hasNextPage } } ceiling { total { amount } committed { amount } committedPercent left { amount } } } }",
};

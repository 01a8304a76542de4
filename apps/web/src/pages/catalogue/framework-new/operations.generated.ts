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

/** A new framework. */
export type FrameworkCreateInput = {
  /** The kind of framework; the regime must know it. */
  readonly agreementType: AgreementType;
  /** The most that may be awarded in all, in pounds. */
  readonly ceiling: string;
  /** What happens when an award would pass the ceiling. */
  readonly ceilingMode?: CeilingMode;
  /** How many days after it received an invoice a member may dispute a line of it; 30 unless given. */
  readonly disputeDays?: number | null | undefined;
  /** The last day on which a call-off can be awarded. */
  readonly endsOn: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The longest call-off in months, extensions included; 60 unless given. */
  readonly maxTermMonths?: number | null | undefined;
  /** How many months' notice a member gives before it leaves; 6 unless given. */
  readonly noticeMonths?: number | null | undefined;
  /** The reference of the procurement notice. */
  readonly noticeReference: string;
  /** How many days' notice members get of a price increase; 90 unless given. */
  readonly priceNoticeDays?: number | null | undefined;
  /** The lead authority's own reference, 60 characters at most. */
  readonly reference: string;
  /** The law that it was procured under. */
  readonly regime: Regime;
  /** How many working days the review of an opt-in may take; 5 unless given. */
  readonly reviewWorkingDays?: number | null | undefined;
  /** By how many per cent over the mean of the three months before a month's usage is called a spike; 20 unless given. */
  readonly spikePercent?: number | null | undefined;
  /** The first day on which a call-off can be awarded. */
  readonly startsOn: string;
  /** What it is for, in a few sentences. */
  readonly summary: string;
  /** Why it lasts more than 4 years; needed only then. */
  readonly termReason?: string | null | undefined;
  /** Its name. */
  readonly title: string;
  /** How many months old usage may be to be billed by itself; 12 unless given. */
  readonly usageMaxAgeMonths?: number | null | undefined;
};

/** The law that a framework was procured under. More may be added. */
export type Regime =
  /** Procurement Act 2023. */
  | 'PA2023'
  /** Public Contracts Regulations 2006. */
  | 'PCR2006'
  /** Public Contracts Regulations 2015. */
  | 'PCR2015';

export type FrameworkCreateMutationVariables = Exact<{
  input: FrameworkCreateInput;
}>;


export type FrameworkCreateMutation = { readonly frameworkCreate: { readonly framework: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const FrameworkCreate: Operation<FrameworkCreateMutation, FrameworkCreateMutationVariables> = {
  name: 'FrameworkCreate',
  text: "mutation FrameworkCreate($input: FrameworkCreateInput!) { frameworkCreate(input: $input) { framework { id } userErrors { message path nextStep } } }",
};

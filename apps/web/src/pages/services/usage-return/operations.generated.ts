// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why a month may be billed without its usage return. More may be added. */
export type ReturnExcuseKind =
  /** There was no usage. */
  | 'NO_USAGE'
  /** For another reason. */
  | 'OTHER';

/** Which missing return a run need not wait for, and why. */
export type UsageReturnExcuseInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** Whether there was no usage, or another reason. */
  readonly kind: ReturnExcuseKind;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
  /** The reason, which is kept. */
  readonly reason: string;
};

/** What one meter came to in the month. */
export type UsageReturnFigureInput = {
  /** The meter, one that is fed by returns. */
  readonly meterId: string | number;
  /** The figure, 0 or more. */
  readonly quantity: string;
};

/** The usage return of a call-off and a month. */
export type UsageReturnFileInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** A figure for each meter that is fed by returns. */
  readonly figures: ReadonlyArray<UsageReturnFigureInput>;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
};

/** A nil return: there was no usage. */
export type UsageReturnFileNilInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
};

/** A new version of a usage return. */
export type UsageReturnReplaceInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** A figure for each meter that is fed by returns; null for a nil return. */
  readonly figures?: ReadonlyArray<UsageReturnFigureInput> | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
  /** Why it is replaced. */
  readonly reason: string;
  /** The version that it replaces; 0 for the first one of a month whose bill was issued. */
  readonly version: number;
};

/** Which return is sent back, and why. */
export type UsageReturnSendBackInput = {
  /** What the service team is to look at. */
  readonly note: string;
  /** The version, which must be the last one. */
  readonly usageReturnId: string | number;
};

/** Where a usage return stands. More may be added. */
export type UsageReturnState =
  /** It is to be filed, or was sent back; its last day is not over. */
  | 'DUE'
  /** It is to be filed, or was sent back; its last day is over. */
  | 'LATE'
  /** The bill of its month was issued. */
  | 'LOCKED'
  /** A later version stands in its place. */
  | 'REPLACED'
  /** It was filed; a figure is unusual and nobody has said why. */
  | 'SUBMITTED'
  /** It was filed; its figures are usual, or explained. */
  | 'VALIDATED';

export type ReturnOfMonthQueryVariables = Exact<{
  callOffId: string | number;
  month: string;
}>;


export type ReturnOfMonthQuery = { readonly usageReturn: { readonly callOffId: string, readonly callOffReference: string, readonly offeringTitle: string, readonly memberName: string, readonly month: string, readonly dueOn: string, readonly state: UsageReturnState, readonly missing: boolean, readonly closed: boolean, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string }>, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly state: UsageReturnState, readonly nil: boolean, readonly reason: string | null, readonly receiptNumber: string | null, readonly filedAt: string, readonly sentBackNote: string | null, readonly sentBackAt: string | null, readonly figures: ReadonlyArray<{ readonly meterId: string, readonly quantity: string }> }>, readonly excuse: { readonly kind: ReturnExcuseKind, readonly reason: string, readonly excusedAt: string } | null } | null };

export type FileReturnMutationVariables = Exact<{
  input: UsageReturnFileInput;
}>;


export type FileReturnMutation = { readonly usageReturnFile: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type FileNilReturnMutationVariables = Exact<{
  input: UsageReturnFileNilInput;
}>;


export type FileNilReturnMutation = { readonly usageReturnFileNil: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ReplaceReturnMutationVariables = Exact<{
  input: UsageReturnReplaceInput;
}>;


export type ReplaceReturnMutation = { readonly usageReturnReplace: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type SendBackReturnMutationVariables = Exact<{
  input: UsageReturnSendBackInput;
}>;


export type SendBackReturnMutation = { readonly usageReturnSendBack: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ExcuseReturnMutationVariables = Exact<{
  input: UsageReturnExcuseInput;
}>;


export type ExcuseReturnMutation = { readonly usageReturnExcuse: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ReturnOfMonth: Operation<ReturnOfMonthQuery, ReturnOfMonthQueryVariables> = {
  name: 'ReturnOfMonth',
  text: "query ReturnOfMonth($callOffId: ID!, $month: String!) { usageReturn(callOffId: $callOffId, month: $month) { callOffId callOffReference offeringTitle memberName month dueOn state missing closed meters { id title } versions { id version state nil reason receiptNumber filedAt sentBackNote sentBackAt figures { meterId quantity } } excuse { kind reason excusedAt } } }",
};
export const FileReturn: Operation<FileReturnMutation, FileReturnMutationVariables> = {
  name: 'FileReturn',
  text: "mutation FileReturn($input: UsageReturnFileInput!) { usageReturnFile(input: $input) { userErrors { message path nextStep } } }",
};
export const FileNilReturn: Operation<FileNilReturnMutation, FileNilReturnMutationVariables> = {
  name: 'FileNilReturn',
  text: "mutation FileNilReturn($input: UsageReturnFileNilInput!) { usageReturnFileNil(input: $input) { userErrors { message path nextStep } } }",
};
export const ReplaceReturn: Operation<ReplaceReturnMutation, ReplaceReturnMutationVariables> = {
  name: 'ReplaceReturn',
  text: "mutation ReplaceReturn($input: UsageReturnReplaceInput!) { usageReturnReplace(input: $input) { userErrors { message path nextStep } } }",
};
export const SendBackReturn: Operation<SendBackReturnMutation, SendBackReturnMutationVariables> = {
  name: 'SendBackReturn',
  text: "mutation SendBackReturn($input: UsageReturnSendBackInput!) { usageReturnSendBack(input: $input) { userErrors { message path nextStep } } }",
};
export const ExcuseReturn: Operation<ExcuseReturnMutation, ExcuseReturnMutationVariables> = {
  name: 'ExcuseReturn',
  text: "mutation ExcuseReturn($input: UsageReturnExcuseInput!) { usageReturnExcuse(input: $input) { userErrors { message path nextStep } } }",
};

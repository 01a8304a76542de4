// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which opt-in, as you read it. */
export type OptInApproveInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** Which opt-in, as you read it. */
export type OptInDeclineInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** Why; the body reads it. */
  readonly reason: string;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** A question about a task. */
export type OptInQuestionInput = {
  /** The question, in 2,000 characters at most. */
  readonly question: string;
  /** The task. */
  readonly task: OptInTaskName;
};

/** Which opt-in, as you read it, and what you ask. */
export type OptInReturnInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** At least one question, and one for a task at most. */
  readonly questions: ReadonlyArray<OptInQuestionInput>;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** Which opt-in, as you read it. */
export type OptInReviewStartInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** Where an opt-in stands. More may be added. */
export type OptInState =
  /** The lead authority approved it. */
  | 'APPROVED'
  /** Every service that it chose is called off. */
  | 'CONVERTED'
  /** The lead authority declined it, with a reason. */
  | 'DECLINED'
  /** Started; nothing has been told yet. */
  | 'DRAFT'
  /** The body is working on it. */
  | 'IN_PROGRESS'
  /** The body has laid it aside, without penalty. */
  | 'PAUSED'
  /** It came back with questions. */
  | 'RETURNED'
  /** The lead authority has it. */
  | 'SUBMITTED'
  /** Somebody at the lead authority is looking at it. */
  | 'UNDER_REVIEW'
  /** The body took it back. */
  | 'WITHDRAWN';

/** What a body tells in an opt-in. More may be added. */
export type OptInTaskName =
  /** About you. */
  | 'ABOUT_YOU'
  /** Council decision. */
  | 'AUTHORITY'
  /** Data processing schedule. */
  | 'INFORMATION'
  /** Money. */
  | 'MONEY'
  /** Your need. */
  | 'YOUR_NEED';

/** Where a task stands. More may be added. */
export type OptInTaskState =
  /** Other tasks must be complete first. */
  | 'CANNOT_START_YET'
  /** Everything that it needs is there. */
  | 'COMPLETED'
  /** Something has been told. */
  | 'IN_PROGRESS'
  /** The chosen services do not need it. */
  | 'NOT_APPLICABLE'
  /** Nothing has been told yet. */
  | 'NOT_YET_STARTED';

export type ToDecideQueryVariables = Exact<{
  id: string | number;
}>;


export type ToDecideQuery = { readonly optIn: { readonly id: string, readonly reference: string, readonly version: number, readonly state: OptInState, readonly memberName: string, readonly frameworkTitle: string, readonly offerings: ReadonlyArray<{ readonly title: string }>, readonly tasks: ReadonlyArray<{ readonly task: OptInTaskName, readonly title: string, readonly state: OptInTaskState }> } };

export type StartReviewMutationVariables = Exact<{
  input: OptInReviewStartInput;
}>;


export type StartReviewMutation = { readonly optInReviewStart: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ApproveMutationVariables = Exact<{
  input: OptInApproveInput;
}>;


export type ApproveMutation = { readonly optInApprove: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ReturnOptInMutationVariables = Exact<{
  input: OptInReturnInput;
}>;


export type ReturnOptInMutation = { readonly optInReturn: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type DeclineMutationVariables = Exact<{
  input: OptInDeclineInput;
}>;


export type DeclineMutation = { readonly optInDecline: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ToDecide: Operation<ToDecideQuery, ToDecideQueryVariables> = {
  name: 'ToDecide',
  text: "query ToDecide($id: ID!) { optIn(id: $id) { id reference version state memberName frameworkTitle offerings { title } tasks { task title state } } }",
};
export const StartReview: Operation<StartReviewMutation, StartReviewMutationVariables> = {
  name: 'StartReview',
  text: "mutation StartReview($input: OptInReviewStartInput!) { optInReviewStart(input: $input) { userErrors { message path nextStep } } }",
};
export const Approve: Operation<ApproveMutation, ApproveMutationVariables> = {
  name: 'Approve',
  text: "mutation Approve($input: OptInApproveInput!) { optInApprove(input: $input) { userErrors { message path nextStep } } }",
};
export const ReturnOptIn: Operation<ReturnOptInMutation, ReturnOptInMutationVariables> = {
  name: 'ReturnOptIn',
  text: "mutation ReturnOptIn($input: OptInReturnInput!) { optInReturn(input: $input) { userErrors { message path nextStep } } }",
};
export const Decline: Operation<DeclineMutation, DeclineMutationVariables> = {
  name: 'Decline',
  text: "mutation Decline($input: OptInDeclineInput!) { optInDecline(input: $input) { userErrors { message path nextStep } } }",
};

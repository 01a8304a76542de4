// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a credit note stands. More may be added. */
export type CreditNoteState =
  /** Approved by someone who did not prepare it. */
  | 'APPROVED'
  /** Prepared and not approved. */
  | 'DRAFT'
  /** Numbered, posted and sent. */
  | 'ISSUED';

/** What you may do with a dispute now. More may be added. */
export type DisputeAction =
  /** Decide it. */
  | 'DECIDE'
  /** Have somebody else decide it. */
  | 'ESCALATE'
  /** Begin to review it. */
  | 'REVIEW'
  /** Take it back. */
  | 'WITHDRAW';

/** How a dispute is decided, and why. */
export type DisputeDecideInput = {
  /** The decision. */
  readonly decision: DisputeDecision;
  /** The dispute. */
  readonly disputeId: string | number;
  /** How much is upheld, without VAT, in pounds; only when a part is. */
  readonly net?: string | null | undefined;
  /** How what is upheld is given back; not when it is rejected. */
  readonly outcome?: DisputeOutcome | null | undefined;
  /** Why, in 1,000 characters at most; printed on the credit note of a concession. */
  readonly reason: string;
};

/** How a dispute is decided. More may be added. */
export type DisputeDecision =
  /** It is right about a part, which is named. */
  | 'PART_UPHELD'
  /** It is not right. */
  | 'REJECTED'
  /** The member is right about all that is in dispute. */
  | 'UPHELD';

/** Which dispute somebody else is to decide, and why. */
export type DisputeEscalateInput = {
  /** The dispute. */
  readonly disputeId: string | number;
  /** Why the decision is not accepted, in 1,000 characters at most. */
  readonly reason: string;
};

/** What a member says of a line. More may be added. */
export type DisputeKind =
  /** It disputes it in time: what is disputed is not asked for until it is decided. */
  | 'DISPUTE'
  /** It reports an error, at any time; the invoice stays payable meanwhile. */
  | 'ERROR_REPORT';

/** How what was upheld is given back. More may be added. */
export type DisputeOutcome =
  /** By a credit note of its own. */
  | 'CONCESSION'
  /** Use or price is corrected, and the next run credits the difference. */
  | 'CORRECTION';

/** Which dispute to look at. */
export type DisputeReviewStartInput = {
  /** The dispute. */
  readonly disputeId: string | number;
};

/** Where a dispute stands. More may be added. */
export type DisputeState =
  /** The member does not accept the decision; somebody else decides. */
  | 'ESCALATED'
  /** Raised; the lead authority has not begun to look at it. */
  | 'OPEN'
  /** A part of it was upheld. */
  | 'PART_UPHELD'
  /** It was rejected, with a reason. */
  | 'REJECTED'
  /** The lead authority looks at it. */
  | 'UNDER_REVIEW'
  /** All of it was upheld. */
  | 'UPHELD'
  /** The member took it back. */
  | 'WITHDRAWN';

/** Which dispute to take back. */
export type DisputeWithdrawInput = {
  /** The dispute. */
  readonly disputeId: string | number;
};

export type DisputePageQueryVariables = Exact<{
  id: string | number;
}>;


export type DisputePageQuery = { readonly dispute: { readonly id: string, readonly kind: DisputeKind, readonly state: DisputeState, readonly invoiceId: string, readonly invoiceNumber: string, readonly invoiceLineId: string, readonly lineNumber: number, readonly lineDescription: string, readonly memberName: string, readonly leadName: string, readonly outcome: DisputeOutcome | null, readonly reason: string, readonly evidence: string | null, readonly raisedAt: string, readonly availableActions: ReadonlyArray<DisputeAction>, readonly net: { readonly amount: string }, readonly upheld: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly state: DisputeState, readonly at: string, readonly personName: string, readonly words: string | null, readonly outcome: DisputeOutcome | null, readonly net: { readonly amount: string } | null }>, readonly creditNotes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly state: CreditNoteState, readonly gross: { readonly amount: string } }> } };

export type StartDisputeReviewMutationVariables = Exact<{
  input: DisputeReviewStartInput;
}>;


export type StartDisputeReviewMutation = { readonly disputeReviewStart: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type DecideDisputeMutationVariables = Exact<{
  input: DisputeDecideInput;
}>;


export type DecideDisputeMutation = { readonly disputeDecide: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type WithdrawDisputeMutationVariables = Exact<{
  input: DisputeWithdrawInput;
}>;


export type WithdrawDisputeMutation = { readonly disputeWithdraw: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type EscalateDisputeMutationVariables = Exact<{
  input: DisputeEscalateInput;
}>;


export type EscalateDisputeMutation = { readonly disputeEscalate: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const DisputePage: Operation<DisputePageQuery, DisputePageQueryVariables> = {
  name: 'DisputePage',
  text: "query DisputePage($id: ID!) { dispute(id: $id) { id kind state invoiceId invoiceNumber invoiceLineId lineNumber lineDescription memberName leadName outcome reason evidence raisedAt availableActions net { amount } upheld { amount } steps { state at personName words outcome net { amount } } creditNotes { id number state gross { amount } } } }",
};
export const StartDisputeReview: Operation<StartDisputeReviewMutation, StartDisputeReviewMutationVariables> = {
  name: 'StartDisputeReview',
  text: "mutation StartDisputeReview($input: DisputeReviewStartInput!) { disputeReviewStart(input: $input) { userErrors { message path nextStep } } }",
};
export const DecideDispute: Operation<DecideDisputeMutation, DecideDisputeMutationVariables> = {
  name: 'DecideDispute',
  text: "mutation DecideDispute($input: DisputeDecideInput!) { disputeDecide(input: $input) { userErrors { message path nextStep } } }",
};
export const WithdrawDispute: Operation<WithdrawDisputeMutation, WithdrawDisputeMutationVariables> = {
  name: 'WithdrawDispute',
  text: "mutation WithdrawDispute($input: DisputeWithdrawInput!) { disputeWithdraw(input: $input) { userErrors { message path nextStep } } }",
};
export const EscalateDispute: Operation<EscalateDisputeMutation, EscalateDisputeMutationVariables> = {
  name: 'EscalateDispute',
  text: "mutation EscalateDispute($input: DisputeEscalateInput!) { disputeEscalate(input: $input) { userErrors { message path nextStep } } }",
};

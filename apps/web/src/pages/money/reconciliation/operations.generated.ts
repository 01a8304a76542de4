// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** In what Stripe's list and ours differ. More may be added. */
export type StripeDifferenceKind =
  /** Both have it, with another amount. */
  | 'AMOUNT_DIFFERS'
  /** Stripe has an invoice or a payment that is not here. */
  | 'MISSING_HERE'
  /** An invoice that Stripe should collect, or a payment of it, is not at Stripe. */
  | 'MISSING_THERE'
  /** Stripe had to give money back that is still counted here. */
  | 'NOT_REVERSED_HERE'
  /** Stripe collected what had been settled already; the rest is on account. */
  | 'PAID_TWICE';

export type ReconciliationQueryVariables = Exact<{ [key: string]: never; }>;


export type ReconciliationQuery = { readonly stripeReconciliation: { readonly isStripeOn: boolean, readonly comparedAt: string | null, readonly invoices: number, readonly payments: number, readonly differences: ReadonlyArray<{ readonly kind: StripeDifferenceKind, readonly invoiceId: string | null, readonly invoiceNumber: string | null, readonly memberName: string | null, readonly stripeId: string | null, readonly here: { readonly amount: string } | null, readonly there: { readonly amount: string } | null }> } };

export const Reconciliation: Operation<ReconciliationQuery, ReconciliationQueryVariables> = {
  name: 'Reconciliation',
  text: "query Reconciliation { stripeReconciliation { isStripeOn comparedAt invoices payments differences { kind invoiceId invoiceNumber memberName stripeId here { amount } there { amount } } } }",
};

/** How a member may pay a lead authority. */
export const paymentMethods = ['BACS_TRANSFER', 'STRIPE_BANK_TRANSFER', 'STRIPE_BACS_DEBIT'] as const;
/**
 * BACS_TRANSFER: to the lead authority's own account, as printed on the invoice. STRIPE_BANK_TRANSFER: to an account
 * that Stripe keeps for the member. STRIPE_BACS_DEBIT: Stripe debits the member's account, under its mandate.
 */
export type PaymentMethod = (typeof paymentMethods)[number];
export type StripeMethod = Exclude<PaymentMethod, 'BACS_TRANSFER'>;

/** What holds for a member that has chosen nothing. */
export const usualMethod: PaymentMethod = 'BACS_TRANSFER';

export const isThroughStripe = (method: PaymentMethod): method is StripeMethod => method !== 'BACS_TRANSFER';

export const mandateStates = ['NONE', 'ASKED', 'ACTIVE'] as const;
/** ASKED: there is a page of Stripe's where the member gives it. */
export type MandateState = (typeof mandateStates)[number];

/** A member's choice for one lead authority. */
export interface PaymentChoice {
  readonly tenantId: string;
  readonly leadId: string;
  readonly method: PaymentMethod;
  readonly chosenAt: Date;
  readonly chosenBy: string;
}

/** A member as Stripe knows it. */
export interface StripeCustomer {
  readonly tenantId: string;
  readonly leadId: string;
  readonly customerId: string | null;
  /** Where a bank transfer goes. */
  readonly accountName: string | null;
  readonly sortCode: string | null;
  readonly accountNumber: string | null;
  readonly mandateState: MandateState;
  readonly mandateRound: number;
  readonly setupSessionId: string | null;
  readonly setupUrl: string | null;
  readonly paymentMethodId: string | null;
  readonly tries: number;
  readonly lookAt: Date | null;
}

/** An account that bank transfers go to. */
export interface TransferAccount {
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
}

/** The account that Stripe keeps for a member; null until Stripe has said it. */
export const accountOf = (
  customer: Pick<StripeCustomer, 'accountName' | 'sortCode' | 'accountNumber'> | null,
): TransferAccount | null => {
  const { accountName, sortCode, accountNumber } = customer ?? {};
  return accountName && sortCode && accountNumber ? { accountName, sortCode, accountNumber } : null;
};

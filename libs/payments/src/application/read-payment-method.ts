import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import type { Tx } from '#libs/platform';
import {
  accountOf,
  usualMethod,
  type MandateState,
  type PaymentMethod,
  type TransferAccount,
} from '../domain/payment-method.js';
import { StripePayerRepository } from '../persistence/stripe-payer.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** How a member pays a lead authority, and what it needs for that. */
export interface ChosenMethod {
  readonly leadId: string;
  readonly method: PaymentMethod;
  readonly chosenAt: Date | null;
  readonly isStripeOn: boolean;
  /** Where a bank transfer through Stripe goes; null until Stripe has said it. */
  readonly payTo: TransferAccount | null;
  readonly mandate: MandateState;
  /** The page of Stripe's where the mandate is given; null unless it is asked for. */
  readonly mandateUrl: string | null;
}

/** Reads how the member that acts pays. */
@Injectable()
export class ReadPaymentMethod {
  constructor(
    private readonly payers: StripePayerRepository,
    private readonly callOffs: ReadCallOffs,
    private readonly gateway: StripeGateway,
  ) {}

  /** Null where the member has no call-off. */
  async within(tx: Tx, leadId: string): Promise<ChosenMethod | null> {
    const payer = { tenantId: tx.tenantId, leadId };
    if ((await this.callOffs.allOf(tx, payer)).length === 0) return null;
    const choice = await this.payers.choice(tx, payer);
    const customer = await this.payers.customer(tx, payer);
    const method = choice?.method ?? usualMethod;
    return {
      leadId,
      method,
      chosenAt: choice?.chosenAt ?? null,
      isStripeOn: this.gateway.isOn,
      payTo: method === 'STRIPE_BANK_TRANSFER' ? accountOf(customer) : null,
      mandate: customer?.mandateState ?? 'NONE',
      mandateUrl: method === 'STRIPE_BACS_DEBIT' ? (customer?.setupUrl ?? null) : null,
    };
  }
}

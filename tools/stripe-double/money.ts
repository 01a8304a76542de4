import { invalid, Refusal } from './refusal.js';
import type { Store, Thing } from './store.js';

/** What moves money: bank transfers, direct debits, and what payers' banks take back. */
export class Money {
  constructor(private readonly store: Store) {}

  /** The payment intent of an invoice. */
  intentOf(invoice: Thing): Thing {
    const [payment] = this.store.all('invoice_payment', (thing) => thing['invoice'] === invoice.id);
    const intent =
      payment && this.store.find((payment['payment'] as { payment_intent?: string }).payment_intent);
    if (!intent) throw invalid(`Invoice ${invoice.id} has no payment`);
    return intent;
  }

  /** A transfer comes in: what is owed on open invoices is paid with it, the one that its reference names first. */
  fund(customer: Thing, amount: number, reference: string | null): Thing {
    if (amount <= 0) throw invalid('Invalid positive integer', 'amount', 'parameter_invalid_integer');
    customer['test_cash'] = Number(customer['test_cash'] ?? 0) + amount;
    const funded = this.moved(customer, 'funded', amount, {
      funded: {
        bank_transfer: {
          type: 'gb_bank_transfer',
          reference,
          gb_bank_transfer: { account_number_last4: '2345', sender_name: 'Payer', sort_code: '200000' },
        },
      },
    });
    this.applyCash(customer, reference);
    return funded;
  }

  /** Sets the customer's cash against its open invoices that are paid by transfer. */
  applyCash(customer: Thing, reference: string | null = null): void {
    const open = this.store
      .all('invoice', (thing) => thing['customer'] === customer.id && thing['status'] === 'open')
      .reverse()
      .filter((invoice) =>
        (this.intentOf(invoice)['payment_method_types'] as string[]).includes('customer_balance'),
      )
      .sort((a, b) => Number(this.isNamed(b, reference)) - Number(this.isNamed(a, reference)));
    for (const invoice of open) {
      const cash = Number(customer['test_cash'] ?? 0);
      const amount = Math.min(cash, Number(invoice['amount_remaining']));
      if (amount <= 0) continue;
      customer['test_cash'] = cash - amount;
      const intent = this.intentOf(invoice);
      this.moved(customer, 'applied_to_payment', -amount, {
        applied_to_payment: { payment_intent: intent.id },
      });
      this.receive(invoice, intent, amount);
    }
  }

  private isNamed(invoice: Thing, reference: string | null): boolean {
    return reference !== null && (reference === invoice.id || reference === invoice['number']);
  }

  /** A debit begins; what becomes of it is known days later. */
  debit(invoice: Thing, method: Thing): void {
    const intent = this.intentOf(invoice);
    if (intent['status'] === 'processing')
      throw invalid('This PaymentIntent is processing.', undefined, 'payment_intent_unexpected_state');
    Object.assign(intent, {
      status: 'processing',
      payment_method: method.id,
      last_payment_error: null,
      amount: invoice['amount_remaining'] ?? 0,
    });
    invoice['attempted'] = true;
    invoice['attempt_count'] = Number(invoice['attempt_count']) + 1;
    this.store.tell('payment_intent.processing', intent);
  }

  settle(intent: Thing): void {
    if (intent['status'] !== 'processing') throw invalid('Nothing is being debited');
    this.receive(this.invoiceOf(intent), intent, Number(intent['amount']));
  }

  fail(intent: Thing, code: string): void {
    if (intent['status'] !== 'processing') throw invalid('Nothing is being debited');
    Object.assign(intent, {
      status: 'requires_payment_method',
      last_payment_error: { type: 'invalid_request_error', code, message: 'The debit failed.' },
    });
    this.store.tell('payment_intent.payment_failed', intent);
    this.store.tell('invoice.payment_failed', this.invoiceOf(intent));
  }

  /** The payer's bank takes a debit back that had gone through. */
  takeBack(intent: Thing, reason: string): Thing {
    if (intent['status'] !== 'succeeded') throw invalid('Nothing was debited');
    const dispute = this.store.make('dispute', {
      amount: intent['amount_received'] ?? 0,
      currency: 'gbp',
      charge: intent['latest_charge'] ?? null,
      payment_intent: intent.id,
      reason,
      status: 'lost',
      is_charge_refundable: false,
      metadata: {},
    });
    this.store.tell('charge.dispute.created', dispute);
    this.store.tell('charge.dispute.closed', dispute);
    return dispute;
  }

  private invoiceOf(intent: Thing): Thing {
    const [payment] = this.store.all(
      'invoice_payment',
      (thing) => (thing['payment'] as { payment_intent?: string }).payment_intent === intent.id,
    );
    return this.store.get('invoice', payment?.['invoice']);
  }

  private receive(invoice: Thing, intent: Thing, amount: number): void {
    if (amount > Number(invoice['amount_remaining']))
      throw new Refusal(500, { type: 'api_error', message: 'more was received than is owed' });
    intent['amount_received'] = Number(intent['amount_received']) + amount;
    invoice['amount_paid'] = Number(invoice['amount_paid']) + amount;
    invoice['amount_remaining'] = Number(invoice['amount_remaining']) - amount;
    if (invoice['amount_remaining'] !== 0) {
      this.store.tell('payment_intent.partially_funded', intent);
      return;
    }
    this.complete(invoice, intent);
  }

  private complete(invoice: Thing, intent: Thing): void {
    const charge = this.store.make('charge', {
      amount: intent['amount_received'] ?? 0,
      currency: 'gbp',
      payment_intent: intent.id,
      paid: true,
      status: 'succeeded',
    });
    Object.assign(intent, { status: 'succeeded', latest_charge: charge.id });
    Object.assign(invoice, { status: 'paid' });
    (invoice['status_transitions'] as Record<string, number>)['paid_at'] = this.store.seconds;
    const [payment] = this.store.all('invoice_payment', (thing) => thing['invoice'] === invoice.id);
    if (payment) {
      Object.assign(payment, { status: 'paid', amount_paid: invoice['amount_paid'] ?? 0 });
      payment['status_transitions'] = { paid_at: this.store.seconds, canceled_at: null };
      this.store.tell('invoice_payment.paid', payment);
    }
    this.store.tell('payment_intent.succeeded', intent);
    this.store.tell('invoice.paid', invoice);
    this.store.tell('invoice.payment_succeeded', invoice);
  }

  private moved(customer: Thing, type: string, net: number, more: Record<string, never> | object): Thing {
    const moved = this.store.make('customer_cash_balance_transaction', {
      currency: 'gbp',
      customer: customer.id,
      customer_account: null,
      ending_balance: customer['test_cash'] ?? 0,
      net_amount: net,
      type,
      ...(more as Record<string, never>),
    });
    this.store.tell('customer_cash_balance_transaction.created', moved);
    return moved;
  }
}

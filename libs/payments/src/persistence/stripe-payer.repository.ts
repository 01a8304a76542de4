import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { PaymentChoice, StripeCustomer } from '../domain/payment-method.js';
import { PaymentChoiceRow, StripeCustomerRow } from './stripe.entities.js';

/** A member under one lead authority. */
export interface Payer {
  readonly tenantId: string;
  readonly leadId: string;
}

/** How members pay, and what Stripe knows of them. */
@Injectable()
export class StripePayerRepository {
  choice(tx: Tx, { tenantId, leadId }: Payer): Promise<PaymentChoice | null> {
    return tx.manager.findOneBy(PaymentChoiceRow, { tenantId, leadId });
  }

  async choose(tx: Tx, choice: PaymentChoice): Promise<void> {
    await tx.manager.upsert(PaymentChoiceRow, choice, ['tenantId', 'leadId']);
  }

  customer(tx: Tx, { tenantId, leadId }: Payer): Promise<StripeCustomer | null> {
    return tx.manager.findOneBy(StripeCustomerRow, { tenantId, leadId });
  }

  /** Answers the row as it is now, made when it was not there. */
  async ensureCustomer(tx: Tx, { tenantId, leadId }: Payer): Promise<StripeCustomer> {
    await tx.manager.query(
      'insert into stripe_customer (tenant_id, lead_id, look_at) values ($1, $2, $3) on conflict do nothing',
      [tenantId, leadId, tx.now],
    );
    return tx.manager.findOneByOrFail(StripeCustomerRow, { tenantId, leadId });
  }

  async changeCustomer(
    tx: Tx,
    { tenantId, leadId }: Payer,
    change: Partial<Omit<StripeCustomer, keyof Payer>>,
  ): Promise<void> {
    await tx.manager.update(StripeCustomerRow, { tenantId, leadId }, change);
  }

  /**
   * The members of the transaction's lead authority for whom there is something to do at Stripe by now: a look is due, or
   * an invoice is issued that Stripe has not been given.
   */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.manager.query<{ tenant_id: string }[]>(
      `select tenant_id from stripe_customer where lead_id = $1 and look_at <= $2
       union select tenant_id from stripe_invoice where lead_id = $1 and look_at <= $2
       union select c.tenant_id from payment_choice c
         where c.lead_id = $1 and c.method <> 'BACS_TRANSFER'
           and (not exists (select from stripe_customer s where s.tenant_id = c.tenant_id and s.lead_id = c.lead_id)
             or exists (select from invoice i join invoice_balance b
                          on b.tenant_id = i.tenant_id and b.lead_id = i.lead_id and b.invoice_id = i.id
                        where i.tenant_id = c.tenant_id and i.lead_id = c.lead_id and i.state = 'ISSUED'
                          and b.outstanding_pence > 0
                          and not exists (select from stripe_invoice m where m.tenant_id = i.tenant_id
                                            and m.lead_id = i.lead_id and m.invoice_id = i.id)))
       order by 1`,
      [tx.leadId, tx.now],
    );
    return rows.map(({ tenant_id }) => tenant_id);
  }
}

import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { OrderChargeRepository } from '../persistence/order-charge.repository.js';

/** Reads what was charged to purchase orders. */
@Injectable()
export class ReadOrderCharges {
  constructor(private readonly charges: OrderChargeRepository) {}

  /** Without VAT, on issued invoices less issued credit notes, by the order's id; orders without any are left out. */
  of(tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
    return this.charges.charged(tx, orderIds);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Discount } from '../domain/discount.js';
import { DiscountRepository, type DiscountFilter } from '../persistence/discount.repository.js';
import type { BillingPage } from '../persistence/page.js';

/** Reads discounts: a lead authority its own in every state, a member what was approved for it. */
@Injectable()
export class ReadDiscounts {
  constructor(private readonly discounts: DiscountRepository) {}

  byId(tx: Tx, id: string): Promise<Discount | null> {
    return this.discounts.find(tx, id);
  }

  /** Newest first. */
  page(tx: Tx, filter: DiscountFilter, page: BillingPage): Promise<Discount[]> {
    return this.discounts.page(tx, filter, page);
  }
}

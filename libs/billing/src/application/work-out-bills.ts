import { Injectable } from '@nestjs/common';
import type { PurchaseOrder } from '#libs/calloffs';
import { ok, type Period, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { decideBills } from '../domain/bills.js';
import { shapeBills, type InvoiceShape, type ShapedBill } from '../domain/invoice-shape.js';
import type { LateUsageRule } from '../domain/late-usage.js';
import type { LateUsageSeen } from '../persistence/late-usage.repository.js';
import type { Member } from '../persistence/billed.repository.js';
import { GatherBill, type Known } from './gather-bill.js';
import { ReadInvoiceShape } from './read-invoice-shape.js';
import { ReadLateUsage } from './read-late-usage.js';

/** All that a member's bills for these months are worked out from, but the usage itself. */
export interface Facts {
  readonly months: readonly Period[];
  readonly known: Known;
  readonly shape: InvoiceShape & { readonly orders: readonly PurchaseOrder[] };
  readonly late: { readonly rule: LateUsageRule; readonly known: readonly LateUsageSeen[] };
}

/**
 * A member's bills as the documents of these months' runs. A draft and its preview are worked out alike, and so is one
 * member's beside many others': what is asked for several at the same moment is read together.
 */
@Injectable()
export class WorkOutBills {
  constructor(
    private readonly gather: GatherBill,
    private readonly shape: ReadInvoiceShape,
    private readonly late: ReadLateUsage,
  ) {}

  /** Refuses VAT_UNSET. */
  async facts(tx: Tx, member: Member, months: readonly Period[]): Promise<Result<Facts>> {
    const known = await this.gather.known(tx, member, months);
    if (!known.ok) return known;
    const shape = await this.shape.within(tx, member);
    return ok({ months, known: known.value, shape, late: await this.late.of(tx, member) });
  }

  /** Refuses what parks a draft. */
  async decide(
    tx: Tx,
    member: Member,
    { months, known, shape, late }: Facts,
  ): Promise<Result<readonly ShapedBill[]>> {
    const input = { today: tx.today, ...known, ...(await this.gather.used(tx, member, known)) };
    const bills = decideBills(months, input, known.billed, shape.smallestInvoice, late.rule);
    return bills.ok ? ok(shapeBills(bills.value, shape)) : bills;
  }

  async within(tx: Tx, member: Member, months: readonly Period[]): Promise<Result<readonly ShapedBill[]>> {
    const facts = await this.facts(tx, member, months);
    return facts.ok ? this.decide(tx, member, facts.value) : facts;
  }
}

import { Injectable } from '@nestjs/common';
import { ok, type Period, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { decideBills } from '../domain/bills.js';
import { shapeBills, type ShapedBill } from '../domain/invoice-shape.js';
import type { Member } from '../persistence/billed.repository.js';
import { GatherBill } from './gather-bill.js';
import { ReadInvoiceShape } from './read-invoice-shape.js';
import { ReadLateUsage } from './read-late-usage.js';

/** A member's bills as the documents of these months' runs. A draft and its preview are worked out alike. */
@Injectable()
export class WorkOutBills {
  constructor(
    private readonly gather: GatherBill,
    private readonly shape: ReadInvoiceShape,
    private readonly late: ReadLateUsage,
  ) {}

  /** `lock` as GatherBill has it. Refuses what parks a draft. */
  async within(
    tx: Tx,
    member: Member,
    months: readonly Period[],
    options: { readonly lock: boolean },
  ): Promise<Result<readonly ShapedBill[]>> {
    const gathered = await this.gather.within(tx, member, months, options);
    if (!gathered.ok) return gathered;
    const { input, billed } = gathered.value;
    const shape = await this.shape.within(tx, member);
    const late = await this.late.rule(tx, member);
    const bills = decideBills(months, input, billed, shape.smallestInvoice, late);
    return bills.ok ? ok(shapeBills(bills.value, shape)) : bills;
  }
}

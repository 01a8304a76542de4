import { Injectable } from '@nestjs/common';
import { orderCovering, ReadCallOffs, type PurchaseOrder } from '#libs/calloffs';
import { lastDayOf, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { usualGrouping, type InvoiceShape } from '../domain/invoice-shape.js';
import type { Member } from '../persistence/billed.repository.js';
import { OrderChargeRepository } from '../persistence/order-charge.repository.js';
import { ShapeRepository } from '../persistence/shape.repository.js';

/** Gathers how a member's bills become invoices. A draft and its preview gather alike. */
@Injectable()
export class ReadInvoiceShape {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly charges: OrderChargeRepository,
    private readonly shapes: ShapeRepository,
  ) {}

  async within(
    tx: Tx,
    member: Member,
  ): Promise<InvoiceShape & { readonly orders: readonly PurchaseOrder[] }> {
    const orders = await this.callOffs.purchaseOrdersOf(tx, member);
    const charged = new Map<string, Pence>(await this.charges.chargedOf(tx, member));
    for (const { callOffId, lastDay, forOrder, net } of await this.charges.approvedLines(tx, member)) {
      const order = orderCovering(orders, { callOffId, date: lastDay, number: forOrder });
      if (order) charged.set(order.id, (charged.get(order.id) ?? 0n) + net);
    }
    const chosen = await this.shapes.grouping(tx, member);
    return {
      grouping: chosen?.grouping ?? usualGrouping,
      smallestInvoice: await this.shapes.smallestInvoice(tx, member.leadId),
      orderOf: ({ charge: { callOff, period } }) =>
        orderCovering(orders, { callOffId: callOff.id, date: lastDayOf(period) }),
      charged,
      orders,
    };
  }
}

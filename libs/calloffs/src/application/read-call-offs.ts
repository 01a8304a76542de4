import { Injectable } from '@nestjs/common';
import type { LocalDate, Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { unitsOf, type CallOffItem } from '../domain/call-off-item.js';
import type { CallOff, CallOffTerms } from '../domain/call-off.js';
import type { ComplianceRecord } from '../domain/compliance-record.js';
import type { PurchaseOrder } from '../domain/purchase-order.js';
import { CallOffRepository, type TenantAndLead } from '../persistence/call-off.repository.js';
import type { Page } from '../persistence/page.js';
import { PurchaseOrderRepository } from '../persistence/purchase-order.repository.js';

/** Reads call-offs: a tenant its own, a lead authority its members'. What may not be seen is not found. */
@Injectable()
export class ReadCallOffs {
  constructor(
    private readonly callOffs: CallOffRepository,
    private readonly orders: PurchaseOrderRepository,
  ) {}

  byId(tx: Tx, id: string): Promise<CallOff | null> {
    return this.callOffs.find(tx, id);
  }

  /** In any order; ids that are not found are left out. */
  byIds(tx: Tx, ids: readonly string[]): Promise<CallOff[]> {
    return this.callOffs.byIds(tx, ids);
  }

  /** What usage asks of them; ids that are not found are left out. */
  termsByIds(tx: Tx, ids: readonly string[]): Promise<CallOffTerms[]> {
    return this.callOffs.termsByIds(tx, ids);
  }

  /** All that whoever acts may see, newest first, up to `page.limit`. */
  page(tx: Tx, page: Page): Promise<CallOff[]> {
    return this.callOffs.page(tx, page);
  }

  ofTenant(tx: Tx, tenantId: string, page: Page): Promise<CallOff[]> {
    return this.callOffs.page(tx, page, { tenantId });
  }

  ofLead(tx: Tx, leadId: string, page: Page): Promise<CallOff[]> {
    return this.callOffs.page(tx, page, { leadId });
  }

  /** The first day of the first term of whoever acts: nothing is used or billed before it. Null when there are none. */
  firstDay(tx: Tx): Promise<LocalDate | null> {
    return this.callOffs.firstDay(tx);
  }

  /** All of whoever acts whose term has days in a period, by reference. */
  runningIn(tx: Tx, period: Period): Promise<CallOff[]> {
    return this.callOffs.runningIn(tx, period);
  }

  /** The members that have or had a call-off, for work that goes member by member. */
  tenantsWithCallOffs(tx: Tx, leadId: string): Promise<string[]> {
    return this.callOffs.tenantIds(tx, leadId);
  }

  /** Every call-off of one member under one lead authority, ended ones too, in the order of award. */
  allOf(tx: Tx, key: TenantAndLead): Promise<CallOff[]> {
    return this.callOffs.allOf(tx, key);
  }

  /** How many units these call-offs, as they stand now, take of what is not metered. */
  async items(tx: Tx, callOffs: readonly CallOff[]): Promise<CallOffItem[]> {
    const rows = await this.callOffs.items(
      tx,
      callOffs.map(({ id }) => id),
    );
    return callOffs.flatMap((callOff) => unitsOf(callOff, rows));
  }

  /** The same of all call-offs of one member. */
  async itemsOf(tx: Tx, key: TenantAndLead, callOffs: readonly CallOff[]): Promise<CallOffItem[]> {
    const rows = await this.callOffs.itemsOf(tx, key);
    return callOffs.flatMap((callOff) => unitsOf(callOff, rows));
  }

  /** The call-offs for one offering of whose term some days lie in a period, by member and first day. */
  ofOffering(tx: Tx, offeringId: string, days: Period): Promise<CallOff[]> {
    return this.callOffs.ofOffering(tx, offeringId, days);
  }

  complianceRecord(tx: Tx, callOff: CallOff): Promise<ComplianceRecord | null> {
    return this.callOffs.complianceRecord(tx, callOff);
  }

  purchaseOrder(tx: Tx, id: string): Promise<PurchaseOrder | null> {
    return this.orders.find(tx, id);
  }

  /** Newest first, up to `page.limit`. */
  purchaseOrders(
    tx: Tx,
    callOff: Pick<CallOff, 'tenantId' | 'leadId' | 'id'>,
    page: Page,
  ): Promise<PurchaseOrder[]> {
    return this.orders.page(tx, callOff, page);
  }

  /** All of one member under one lead authority; `orderCovering` says which of them covers a day. */
  purchaseOrdersOf(tx: Tx, key: TenantAndLead): Promise<PurchaseOrder[]> {
    return this.orders.ofMember(tx, key);
  }
}

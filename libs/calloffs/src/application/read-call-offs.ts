import { Injectable } from '@nestjs/common';
import type { LocalDate, Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { CallOff } from '../domain/call-off.js';
import type { ComplianceRecord } from '../domain/compliance-record.js';
import { orderCovering, type PurchaseOrder } from '../domain/purchase-order.js';
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

  /** The members that have or had a call-off, for work that goes member by member. */
  tenantsWithCallOffs(tx: Tx, leadId: string): Promise<string[]> {
    return this.callOffs.tenantIds(tx, leadId);
  }

  /** Every call-off of one member under one lead authority, ended ones too, in the order of award. */
  allOf(tx: Tx, key: TenantAndLead): Promise<CallOff[]> {
    return this.callOffs.allOf(tx, key);
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

  /** What to quote on a charge of that day: a number, an exemption, or null when the body has told neither. */
  async purchaseOrderOn(
    tx: Tx,
    callOff: Pick<CallOff, 'tenantId' | 'leadId' | 'id'>,
    date: LocalDate,
  ): Promise<PurchaseOrder | null> {
    return orderCovering(await this.orders.of(tx, callOff), date);
  }
}

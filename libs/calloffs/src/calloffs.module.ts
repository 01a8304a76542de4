import { Module } from '@nestjs/common';
import { CatalogueModule } from '#libs/catalogue';
import { MembershipModule } from '#libs/membership';
import type { EntityClass } from '#libs/platform';
import { AwardCallOff } from './application/award-call-off.js';
import { ReadCallOffs } from './application/read-call-offs.js';
import { RecordPurchaseOrder } from './application/record-purchase-order.js';
import { CallOffRepository } from './persistence/call-off.repository.js';
import { CallOffItemRow, CallOffRow, ComplianceRecordRow, PurchaseOrderRow } from './persistence/entities.js';
import { PurchaseOrderRepository } from './persistence/purchase-order.repository.js';

const actions = [AwardCallOff, RecordPurchaseOrder, ReadCallOffs];

/** The contracts of members for services. */
@Module({
  imports: [CatalogueModule, MembershipModule],
  providers: [CallOffRepository, PurchaseOrderRepository, ...actions],
  exports: actions,
})
export class CalloffsModule {
  static readonly entities: readonly EntityClass[] = [
    CallOffRow,
    CallOffItemRow,
    ComplianceRecordRow,
    PurchaseOrderRow,
  ];
}

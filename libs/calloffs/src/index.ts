export { CalloffsModule } from './calloffs.module.js';
export { AwardCallOff, type AwardCallOffCommand } from './application/award-call-off.js';
export { RecordPurchaseOrder, type RecordPurchaseOrderCommand } from './application/record-purchase-order.js';
export { ReadCallOffs } from './application/read-call-offs.js';
export {
  callOffStateOn,
  callOffStates,
  earliestLeaveOn,
  type CallOff,
  type CallOffState,
  type CallOffTerms,
  type StoredCallOffState,
} from './domain/call-off.js';
export { type CallOffItem, type ItemTerms } from './domain/call-off-item.js';
export { type ComplianceDetails, type ComplianceRecord } from './domain/compliance-record.js';
export {
  orderCovering,
  orderLeft,
  purchaseOrderStateOn,
  purchaseOrderStates,
  type PurchaseOrder,
  type PurchaseOrderState,
} from './domain/purchase-order.js';

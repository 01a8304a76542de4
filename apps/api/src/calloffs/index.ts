import { CallOffAwardResolver } from './call-off-award.js';
import { CallOffResolver } from './call-off.resolver.js';
import { PurchaseOrderRecordResolver } from './purchase-order-record.js';

export const calloffsResolvers = [CallOffResolver, CallOffAwardResolver, PurchaseOrderRecordResolver];

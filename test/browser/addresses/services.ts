import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/call-offs/:id': ({ callOffId }) => `/call-offs/${callOffId}`,
  '/call-offs/:id/purchase-orders/new': ({ callOffId }) => `/call-offs/${callOffId}/purchase-orders/new`,
  '/call-offs/:id/cost-split': ({ callOffId }) => `/call-offs/${callOffId}/cost-split`,
  '/call-offs/:id/usage': ({ callOffId, month }) => `/call-offs/${callOffId}/usage?month=${month}`,
  '/call-offs/:id/usage/:meterId/records': ({ callOffId, meterId, month }) =>
    `/call-offs/${callOffId}/usage/${meterId}/records?month=${month}`,
  '/call-offs/:id/usage/new': ({ callOffId, meterId, month }) =>
    `/call-offs/${callOffId}/usage/new?meter=${meterId}&day=${month}-25&source=payroll&event=payslips-${month}`,
  '/call-offs/:id/usage/:meterId/explain': ({ callOffId, meterId, month }) =>
    `/call-offs/${callOffId}/usage/${meterId}/explain?month=${month}`,
  '/call-offs/:id/returns/:month': ({ callOffId, month }) => `/call-offs/${callOffId}/returns/${month}`,
  '/usage-receipts/:memberId/:leadId/:number': ({ ashbeckId, northmereId }) =>
    `/usage-receipts/${ashbeckId}/${northmereId}/1`,
  '/usage-keys/:id/revoke': ({ usageKeyId }) => `/usage-keys/${usageKeyId}/revoke`,
  '/people/:id/roles': ({ colleagueId }) => `/people/${colleagueId}/roles`,
  '/people/:id/roles/give': ({ colleagueId }) => `/people/${colleagueId}/roles/give?role=TENANT_FINANCE`,
  '/people/:id/roles/take': ({ colleagueId }) => `/people/${colleagueId}/roles/take?role=TENANT_SIGNATORY`,
};

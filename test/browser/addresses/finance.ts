import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/billing/:id': ({ runId }) => `/billing/${runId}`,
  '/billing/preview': ({ ashbeckId, month }) => `/billing/preview?member=${ashbeckId}&month=${month}`,
  '/invoices/:id': ({ invoiceId }) => `/invoices/${invoiceId}`,
  '/invoices/:id/lines/:lineId': ({ invoiceId, invoiceLineId }) =>
    `/invoices/${invoiceId}/lines/${invoiceLineId}`,
  '/invoices/:id/lines/:lineId/dispute': ({ invoiceId, invoiceLineId }) =>
    `/invoices/${invoiceId}/lines/${invoiceLineId}/dispute`,
  '/invoices/:id/void': ({ invoiceId }) => `/invoices/${invoiceId}/void`,
  '/disputes/:id': ({ disputeId }) => `/disputes/${disputeId}`,
  '/invoices/:id/credit-notes/new': ({ invoiceId }) => `/invoices/${invoiceId}/credit-notes/new`,
  '/call-offs/:id/discounts/new': ({ callOffId }) => `/call-offs/${callOffId}/discounts/new`,
  '/credit-notes/:id': ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
  '/receipts/:id': ({ receiptId }) => `/receipts/${receiptId}`,
  '/statements/:bodyId': ({ northmereId }) => `/statements/${northmereId}`,
};

/** Downloads: looked at by everybody like pages, but there is nothing to read on them. */
export const files: Addresses = {
  '/invoices/:id/data.:format': ({ invoiceId }) => `/invoices/${invoiceId}/data.json`,
  '/invoices.csv': () => '/invoices.csv',
};

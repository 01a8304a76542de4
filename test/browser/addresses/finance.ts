import type { Addresses } from '../known.js';

export const addresses: Addresses = {
  '/billing/:id': ({ runId }) => `/billing/${runId}`,
  '/invoices/:id': ({ invoiceId }) => `/invoices/${invoiceId}`,
  '/invoices/:id/data.:format': ({ invoiceId }) => `/invoices/${invoiceId}/data.json`,
  '/invoices/:id/lines/:lineId': ({ invoiceId, invoiceLineId }) =>
    `/invoices/${invoiceId}/lines/${invoiceLineId}`,
  '/invoices/:id/credit-notes/new': ({ invoiceId }) => `/invoices/${invoiceId}/credit-notes/new`,
  '/credit-notes/:id': ({ creditNoteId }) => `/credit-notes/${creditNoteId}`,
  '/receipts/:id': ({ receiptId }) => `/receipts/${receiptId}`,
  '/statements/:bodyId': ({ northmereId }) => `/statements/${northmereId}`,
};

import type { PurchaseOrderState } from '../pages/services/call-off/operations.generated.js';
import type { CallOffState } from '../pages/services/call-offs/operations.generated.js';

/** How pages call how a purchase order stands, and in which colour. */
export const purchaseOrderStates: Readonly<
  Record<PurchaseOrderState, { readonly text: string; readonly tag: string }>
> = {
  ACTIVE: { text: 'Active', tag: 'govuk-tag--green' },
  NEARLY_USED: { text: 'Nearly used', tag: 'govuk-tag--yellow' },
  USED: { text: 'Used', tag: 'govuk-tag--red' },
  EXPIRED: { text: 'Expired', tag: 'govuk-tag--grey' },
  EXEMPT: { text: 'Exempt', tag: 'govuk-tag--grey' },
};

/** How pages call where a call-off stands, and in which colour. */
export const callOffStates: Readonly<Record<CallOffState, { readonly text: string; readonly tag: string }>> =
  {
    AWARDED: { text: 'Awarded', tag: 'govuk-tag--blue' },
    LIVE: { text: 'Live', tag: 'govuk-tag--green' },
    NOTICE_GIVEN: { text: 'Notice given', tag: 'govuk-tag--yellow' },
    EXPIRED: { text: 'Ended', tag: 'govuk-tag--grey' },
    TERMINATED: { text: 'Ended early', tag: 'govuk-tag--grey' },
    CLOSED: { text: 'Closed', tag: 'govuk-tag--grey' },
  };

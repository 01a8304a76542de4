/** How pages call the states and kinds of bills and money. */
export const invoiceStates = {
  DRAFT: 'Draft',
  APPROVED: 'Approved',
  ISSUED: 'Issued',
  PART_PAID: 'Part paid',
  PART_DISPUTED: 'Part disputed',
  DISPUTED: 'Disputed',
  PAID: 'Paid',
  OVERDUE: 'Overdue',
  CREDITED: 'Credited',
  VOID: 'Void',
};

export const creditNoteStates = { DRAFT: 'Draft', APPROVED: 'Approved', ISSUED: 'Issued' };

export const creditNoteKinds = {
  CONCESSION: 'Given for a reason of its own',
  RECALCULATION: 'Less is due than was billed',
};

export const discountStates = { PROPOSED: 'Waits for approval', APPROVED: 'Approved', DECLINED: 'Declined' };

export const disputeStates = {
  OPEN: 'Open',
  UNDER_REVIEW: 'Under review',
  UPHELD: 'Upheld',
  PART_UPHELD: 'Upheld in part',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
  ESCALATED: 'Escalated',
};

export const disputeKinds = { DISPUTE: 'Dispute', ERROR_REPORT: 'Report of an error' };

export const disputeOutcomes = {
  CORRECTION: 'use or price is corrected, and the next bill credits it',
  CONCESSION: 'by a credit note of its own',
};

export const runMemberStates = { WAITING: 'Waiting', PARKED: 'Parked', DONE: 'Done' };

export const vatTreatments = {
  STANDARD: 'Standard rate',
  REDUCED: 'Reduced rate',
  ZERO: 'Zero rate',
  EXEMPT: 'Exempt',
  OUTSIDE_SCOPE: 'Outside the scope of VAT',
};

export const ledgerAccounts = {
  RECEIVABLE: 'Owed by members on invoices',
  INCOME: 'Income, excluding VAT',
  VAT_OUTPUT: 'VAT charged',
  BANK: 'Bank account',
  ON_ACCOUNT: 'Held on account for the member',
  SUSPENSE: 'Received, not yet matched',
};

export const journalKinds = {
  INVOICE: 'Invoice',
  CREDIT_NOTE: 'Credit note',
  ALLOCATION: 'Payment',
  RECEIPT: 'Receipt',
  REVERSAL: 'Payment taken back',
  VOID: 'Invoice voided',
};

export const matchedByNames = {
  REFERENCE: 'by its reference',
  PERSON: 'by a person',
  STRIPE: 'through Stripe',
};

/** A sort code as people read it: `309001` → `30-90-01`. */
export const sortCode = (digits: string): string => digits.replace(/(\d\d)(?=\d)/g, '$1-');

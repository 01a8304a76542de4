/** How pages call the states and kinds of bills and money. */
export const invoiceStates = {
  DRAFT: 'Draft',
  APPROVED: 'Approved',
  ISSUED: 'Issued',
  PART_PAID: 'Part paid',
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
};

export const matchedByNames = {
  REFERENCE: 'by its reference',
  PERSON: 'by a person',
  STRIPE: 'through Stripe',
};

/** A sort code as people read it: `309001` → `30-90-01`. */
export const sortCode = (digits: string): string => digits.replace(/(\d\d)(?=\d)/g, '$1-');

export const words = {
  title: 'How you are invoiced',
  crumb: 'Invoices',
  intro:
    'For each lead authority you choose whether it sends you one invoice a month or one for each purchase order. What is approved or issued already stays as it is.',
  empty: 'You have no call-off yet. You can choose here once you have one.',
  legend: (lead: string) => `Invoices from ${lead}`,
  kinds: {
    CONSOLIDATED: 'One invoice a month',
    PER_ORDER: 'One invoice for each purchase order',
  },
  perOrderHint: 'What has no purchase order comes on an invoice of its own.',
  missing: 'Choose how you want to be invoiced.',
  chosen: (lead: string, kind: string) => `${lead}: ${kind}`,
  save: 'Save',
  saveFor: 'for',
  said: { chosen: 'Your choice is saved. It counts for invoices that are not approved yet.' },
};

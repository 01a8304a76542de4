export const words = {
  title: 'Void an invoice',
  titleOf: (number: string) => `Void invoice ${number}`,
  back: 'Back to the invoice',
  what: 'An invoice can be voided while nothing was paid, credited or disputed on it, in the month of its tax point, by somebody who did not issue it. Otherwise raise a credit note.',
  happens: [
    'its number stays used, and the document stays readable, marked as void',
    'the ledger undoes it by an entry of its own',
    'the member is told not to pay it',
    'the next run bills its lines again',
  ],
  happensTitle: 'What happens:',
  reason: 'Reason',
  reasonHint: 'The member reads it.',
  void: 'Void this invoice',
  said: { voided: 'The invoice is void, and the member was told.' },
};

export const words = {
  title: 'Record a receipt',
  back: 'Back to receipts',
  intro:
    'Record money that came in by BACS, as your bank tells it. When the reference names one of your invoices, the money is matched to it at once.',
  receivedOn: 'Day on which the bank received it',
  receivedHint: 'For example, 27 9 2026',
  amount: 'Amount',
  amountHint: 'For example, 1,234.50',
  payer: 'Payer',
  reference: "Payer's reference",
  referenceHint: 'As the bank tells it, such as an invoice number.',
  record: 'Record the receipt',
  dateMissing: 'Enter the day on which the bank received it.',
  dateWrong: 'The day must be a real date, like 27 9 2026.',
  amountMissing: 'Enter the amount.',
  amountWrong: 'The amount must be in pounds, like 1,234.50.',
  said: {
    matched: 'The receipt is recorded and matched.',
    recorded: 'The receipt is recorded. Some of it is not matched to an invoice yet.',
  },
};

export const words = {
  title: 'Import a bank statement',
  back: 'Back to receipts',
  intro:
    'Import the payments that came in. Each row becomes a receipt; when its reference names one of your invoices, it is matched at once. Either every row is taken or none, and the same file is never taken twice.',
  format:
    'The file is CSV in UTF-8. Its first row names the columns date, amount, payer and reference, like this:',
  example: 'date,amount,payer,reference\n2026-12-03,1234.50,ASHBECK BC,NCC-2026-00001',
  file: 'The bank statement as a file',
  paste: 'Or paste its text here',
  pasteHint: 'What you paste is used only when no file is chosen.',
  import: 'Import',
  missing: 'Choose the bank statement, or paste its text.',
  tooBig: 'The bank statement must be smaller than 90 kB, about 1,500 rows. Split it and import each part.',
  pastedName: 'pasted.csv',
  said: { imported: 'The bank statement is imported. Its payments are at the top of the list.' },
};

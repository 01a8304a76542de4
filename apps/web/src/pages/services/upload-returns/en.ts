export const words = {
  title: 'File usage returns from a file',
  back: 'Back to usage',
  intro:
    'File the returns of a month for many call-offs at once. Either every row is taken or none. A call-off is in the file with a row for each of its meters; a return that was filed already, and a nil return, have a page of their own.',
  format:
    'The file is CSV in UTF-8. Its first row names the columns call-off, meter and quantity, like this:',
  example: 'call-off,meter,quantity\nCO-000045,desk-visits,118\nCO-000046,desk-visits,92.5',
  month: 'Month',
  file: 'The returns as a file',
  paste: 'Or paste its text here',
  pasteHint: 'What you paste is used only when no file is chosen.',
  upload: 'File the returns',
  missing: 'Choose the file with the returns, or paste its text.',
  tooBig: 'The file must be smaller than 90 kB, about 2,000 rows. Split it and file each part.',
  said: { filed: 'The returns are filed. Their figures count as usage.' },
};

/** Whom to turn to. */
export const contactWords = {
  email: 'Email:',
  telephone: 'Telephone:',
  missing:
    'Whoever runs this installation has not given an email address or telephone number here yet. Use the contact details on the website of the lead authority.',
};

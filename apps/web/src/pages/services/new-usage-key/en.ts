import { date } from '../../../formats/dates.js';

export const words = {
  title: 'Make a usage key',
  usage: 'Usage received',
  keys: 'Usage keys',
  intro: 'A system sends its usage with a key of its own, so that one can be revoked without the others.',
  label: 'What to call it',
  labelHint: 'For you to recognise it, like Payroll system.',
  source: 'Source',
  sourceHint:
    'The name that each event from this system will carry, written without spaces, like payroll-system.',
  callOffs: 'Which services it may send usage for',
  callOffsHint: 'All of one lead authority.',
  expiresOn: 'Last day on which it can be used',
  expiresOnHint: 'At most one year from now. Make a new key before then.',
  expiresOnWrong: {
    missing: 'Enter the last day on which the key can be used.',
    unreadable: 'Enter the last day as a real date, like 31 3 2027.',
  },
  noCallOffs:
    'There is no service to send usage for yet. A key can be made when a call-off has been awarded.',
  toServices: 'Services',
  make: 'Make the key',
  warning: 'Important',
  titleWhenMade: 'Copy this key now',
  once: 'This is the only time that the key is shown. It is kept nowhere and cannot be shown again, not even if you refresh this page.',
  secret: 'The key',
  safe: 'Give it only to whoever sets up the system, in a way that is safe for a password.',
  titleWhenGone: 'The key was made and is not shown again',
  gone: 'Its secret was on the page that you saw when you made it. If nobody copied it, revoke the key and make another one.',
  rowLabel: 'Called',
  rowSource: 'Source',
  rowUntil: 'Can be used until',
  until: (day: string) => `the end of ${date(day)}`,
  how: 'How the system uses it',
  howWords:
    'It posts usage events to this service, in this form. The answer is a receipt, which you will see under usage received.',
  exampleLabel: 'Example of a request',
  example: (source: string) =>
    [
      'POST /v1/usage',
      'Authorization: Bearer (the key)',
      'Content-Type: application/json',
      '',
      '[{ "specversion": "1.0", "id": "2027-03-payslips",',
      `   "source": "${source}", "type": "payslips.processed",`,
      '   "time": "2027-03-25T18:00:00Z", "data": { "quantity": "1204" } }]',
    ].join('\n'),
  copied: 'I have copied the key',
  toKeys: 'Back to the usage keys',
};

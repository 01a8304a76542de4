import { date } from '../../../formats/dates.js';

export const words = {
  title: 'Opt-in submitted',
  reference: 'Your reference number',
  emailed: "We have emailed the reference to your organisation's administrators.",
  next: 'What happens next',
  steps: (lead: string, due: string | null) => [
    due === null ? `${lead} reviews your opt-in.` : `${lead} reviews your opt-in by ${date(due)}.`,
    'We email you when it is approved, or when it comes back with questions.',
    'When it is approved, an authorised signatory of your organisation reads and signs the access agreement, and the lead authority countersigns it.',
    'Then you award the call-off, and the service can begin.',
  ],
  signatory: 'You can add the colleague who will sign now, so that nothing waits for it later.',
  people: 'People and roles',
  optIn: 'See the opt-in',
  home: 'Go to your home page',
};

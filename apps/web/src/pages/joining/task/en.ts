import { optInQuestions } from '../../../words/opt-ins.js';
import { answerWords, choiceWords } from '../_answers/en.js';

const example = 'For example, 27 9 2026';
const realDate = (what: string): string => `${what} must be a real date, like 27 9 2026.`;

export const words = {
  labels: answerWords,
  choices: choiceWords,
  optIn: (reference: string) => `Opt-in ${reference}`,
  toCheck: 'Check your answers',
  questions: optInQuestions,
  question: (lead: string) => `${lead} asks:`,
  answer: 'Your answer',
  answerHint: (lead: string) => `Up to 2,000 characters. ${lead} sees it when you submit the opt-in again.`,
  intro: {
    ABOUT_YOU: 'Tell us who acts for your organisation. They can be the same person.',
    YOUR_NEED: 'What you need helps us to review your opt-in. The volumes commit you to nothing.',
    MONEY: 'Tell us how your organisation pays.',
    INFORMATION:
      'The chosen services use personal data. An authorised officer of your organisation accepts the data processing schedule, with the advice of your data protection officer recorded beside it.',
    AUTHORITY:
      "Tell us about your organisation's own decision to join, such as a cabinet or officer decision.",
  },
  groups: { sponsor: 'Sponsor', clientLead: 'Client lead', finance: 'Finance contact' },
  hints: {
    sponsor: 'Who answers for joining: the chief executive, say, or the section 151 officer.',
    clientLead: 'Who looks after the service for your organisation.',
    finance: 'Who receives the invoices.',
    outcomes: 'For example, payslips right the first time. Up to 4,000 characters.',
    volumes: 'Expected volumes',
    volumesHint: 'A good guess is enough. Enter 0 if you will not use one.',
    unit: (unit: string) => `Counted in units of one ${unit}.`,
    costCentre: 'It stands on your invoices.',
    advice: 'Their advice is recorded apart from the acceptance.',
    reference: 'Such as a minute number, CAB/2026/14',
    decidedBy: 'Such as Cabinet, or the Director of Resources under delegation',
    effectiveOn: `The day after call-in ends, or the day of publication if it is exempt. ${example}`,
    date: example,
  },
  unreadable: {
    acceptedOn: realDate('The date on which it was accepted'),
    advisedOn: realDate('The date of the advice'),
    publishedOn: realDate('The date on which the decision was published'),
    effectiveOn: realDate('The date on which the decision takes effect'),
    volume: (meter: string) => `The expected yearly volume of ${meter} must be a number, like 14,000.`,
  },
  complete: 'Save and mark as complete',
  later: 'Save and come back later',
  record: 'Save',
  fixed:
    'The opt-in is approved. Once this is recorded, others rely on it: it cannot be changed after it has taken effect.',
  said: {
    completed: 'The task is saved and marked as complete.',
    saved: 'What you entered is saved. You can come back to the task later.',
  },
};

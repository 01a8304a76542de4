import { optInQuestions } from '../../../words/opt-ins.js';

export const words = {
  questions: optInQuestions,
  title: 'Check your answers',
  optIn: (reference: string) => `Opt-in ${reference}`,
  services: 'Services',
  framework: 'Framework',
  change: 'Change',
  target: 'You would like to begin',
  noTarget: 'No date given',
  chosen: 'What you ask for',
  notApplicable: 'The chosen services do not need it.',
  declaration: 'Now submit your opt-in',
  declares: (member: string) =>
    `By submitting it you confirm that, to the best of your knowledge, the answers are correct and that you may submit them for ${member}.`,
  willHappen: (lead: string) =>
    `${lead} reviews it and approves it, returns it with questions, or declines it with a reason. You cannot change your answers while it is being reviewed. Nothing is signed and nothing is charged yet.`,
  submit: 'Submit the opt-in',
};

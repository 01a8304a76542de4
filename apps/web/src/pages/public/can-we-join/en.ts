import type { BodyStanding, EligibilityResult } from './operations.generated.js';
import { contactWords } from '../../../words/contact.js';
import { frameworkStates } from '../../../words/frameworks.js';

export const words = {
  title: 'Can we join?',
  menu: 'Can we join?',
  intro:
    'Find out whether your organisation may use a framework, and why. You do not need an account, and nothing that you enter is kept.',
  contactWords,
  states: frameworkStates,
  who: 'Your organisation, or your work email address',
  whoHint: 'A name, a former name, or an address like name@burnley.gov.uk',
  whichFramework: 'Which framework?',
  host: (lead: string) => `Hosted by ${lead}`,
  check: 'Check',
  emptyAsked: 'Enter a name or an email address, so that we can look it up.',
  noFrameworks: 'No framework is open at the moment, so there is nothing to join yet.',

  unknownTitle: 'We could not find your organisation',
  unknown: (who: string) => `Nothing in our register of public bodies matches “${who}”.`,
  whatToDo: 'What you can do',
  tips: [
    'Check the spelling, or enter only the main word of the name, such as “Burnley”.',
    'Enter a former name: a council that was merged or renamed is found by both.',
    'Enter your work email address instead of the name, or the other way round.',
  ],
  notListed: 'Not listed?',
  notListedText: (lead: string) =>
    `The register lists the public bodies that we know. Yours may still be able to join: ask the framework team at ${lead} to look into it.`,
  notListedAny:
    'The register lists the public bodies that we know. Yours may still be able to join: ask the framework team of the lead authority to look into it.',
  again: 'Search again',

  chooseTitle: 'Which organisation is yours?',
  several: (who: string) => `Several organisations match “${who}”.`,
  more: 'There are more than these. Enter more of the name to narrow them down.',
  notAmong: 'None of these is mine: search again',
  former: (names: string) => `Formerly ${names}`,
  closedOn: (date: string) => `Closed on ${date}`,
  invented: 'Invented for the demonstration',
  residents: (residents: string) => `${residents} residents`,

  frameworkTitle: 'Which framework do you want to join?',
  frameworkFor: (body: string) => `We check it for ${body}.`,

  results: {
    ELIGIBLE: { title: (body: string) => `${body} can join`, tag: 'Yes', classes: 'govuk-tag--green' },
    NEEDS_EVIDENCE: {
      title: (body: string) => `We cannot tell yet whether ${body} can join`,
      tag: 'Needs a check',
      classes: 'govuk-tag--yellow',
    },
    NOT_ELIGIBLE: {
      title: (body: string) => `${body} cannot join`,
      tag: 'No',
      classes: 'govuk-tag--grey',
    },
  } satisfies Record<EligibilityResult, { title: (body: string) => string; tag: string; classes: string }>,
  standings: { ACTIVE: 'Exists', ABOLISHED: 'Closed' } satisfies Record<BodyStanding, string>,
  member: (body: string, since: string) => `${body} has been a member since ${since}.`,
  memberNext: 'Sign in to see your services, or to add another one.',
  memberSignIn: 'Sign in',
  framework: 'Framework',
  answer: 'Answer',
  organisation: 'Organisation',
  why: 'Why',
  next: 'What to do next',
  signIn: 'Sign in to start',
  start: 'Start an opt-in',
  signInHint: 'You sign in with a code that we send to your work email address.',
  estimate: 'Estimate the cost',
  successor: (name: string) => `Check ${name}`,
  wrongOne: 'Not your organisation?',
  others: 'Other organisations match what you entered.',
  contact: 'Contact',
  team: (lead: string) => `The framework team at ${lead} answers questions about who may join.`,
  evidence:
    'This answer is a first look. It is checked again, and kept as evidence, when you submit an opt-in.',
};

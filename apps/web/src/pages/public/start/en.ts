import { count } from '../../../words/count.js';
import { frameworkStates } from '../../../words/frameworks.js';

export const words = {
  title: 'Shared services for public bodies',
  menu: 'Frameworks',
  intro:
    'Join a framework that another authority hosts, take the services you need at your own pace, and pay for what you use. You do not need a procurement of your own.',
  canWeJoin: 'Can we join?',
  canWeJoinHint:
    'Enter the name of your organisation or your work email address. You do not need an account, and nothing is kept.',
  frameworks: 'Frameworks',
  empty:
    'No framework has been published yet. When a lead authority publishes one, it appears here. If you expected one, ask the lead authority that hosts it.',
  states: frameworkStates,
  host: (lead: string) => `Hosted by ${lead}`,
  dates: (from: string, to: string) => `Call-offs can be awarded from ${from} to ${to}`,
  services: (lots: string) => `Services: ${lots}`,
  members: (members: number, more: boolean) => {
    if (members === 0) return 'No members yet';
    return more ? `More than ${count(members, 'member')}` : `${count(members, 'member')} so far`;
  },
  estimate: 'Estimate the cost',
  estimateOf: (framework: string) => `of ${framework}`,
  how: 'How it works',
  steps: [
    {
      heading: 'Join',
      text: 'Check that your organisation may use the framework, then opt in at your own pace. An authorised signatory of yours signs the access agreement, and the lead authority countersigns it.',
    },
    {
      heading: 'Call off',
      text: 'Choose the services that you need and award a call-off for them. Take one now and others when you are ready: what you answered before is used again.',
    },
    {
      heading: 'Use',
      text: 'Work with the services. What you use is counted, and you can see it day by day.',
    },
    {
      heading: 'Be billed',
      text: 'Each month you get an invoice. Every line opens to quantity, price and the records behind it, so you can check it yourself.',
    },
    {
      heading: 'Pay',
      text: 'Pay by bank transfer to the lead authority, and see what you owe at any time.',
    },
  ],
  whom: 'Who it is for',
  audiences: [
    {
      heading: 'Councils and other public bodies',
      text: 'Find out in a few minutes whether you may join, what it would cost you, and what it commits you to.',
    },
    {
      heading: 'Lead authorities',
      text: 'Host a framework: publish services and prices, review who wants to join, and see what is used and billed.',
    },
    {
      heading: 'Finance and audit',
      text: 'Follow every charge from the invoice to the usage and the price it came from, on both sides.',
    },
  ],
  already: 'Your organisation has joined already?',
  signIn: 'Sign in',
};

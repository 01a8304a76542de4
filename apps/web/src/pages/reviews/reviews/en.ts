import { optInStates } from '../../../words/opt-ins.js';

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

export const words = {
  title: 'Opt-ins',
  menu: 'Opt-ins',
  stage: 'Show',
  stages: {
    review: 'For us to review',
    member: 'With the member',
    approved: 'Approved',
    ended: 'Declined or withdrawn',
    all: 'All opt-ins',
  },
  filter: 'Show these',
  states: optInStates,
  optIn: 'Opt-in',
  services: 'Services',
  where: 'Stage',
  age: 'Age',
  due: 'Review due',
  owner: 'Owner',
  submitted: (days: number) => (days === 0 ? 'Submitted today' : `Submitted ${inDays(days)} ago`),
  started: (days: number) => (days === 0 ? 'Started today' : `Started ${inDays(days)} ago`),
  dueWords: {
    overdue: (days: number) => `Overdue by ${inDays(days)}`,
    today: () => 'Due today',
    later: (days: number) => `Due in ${inDays(days)}`,
  },
  noDue: 'Nothing due',
  nobody: 'Nobody yet',
  open: (reference: string, member: string) => `${reference}, ${member}`,
  empty: {
    review:
      'No opt-in is waiting for review. When a member submits one, it is listed here and you get an email.',
    member: 'No member is preparing an opt-in.',
    approved: 'No opt-in has been approved yet.',
    ended: 'No opt-in was declined or withdrawn.',
    all: 'No member has started an opt-in yet. They start one from a framework that is published.',
  },
};

import { date, month } from '../../../formats/dates.js';
import type { LeadThing } from './things-of-lead.js';
import type { MemberThing } from './things-of-member.js';

/** Everything that a home page can name as the next thing to do. */
export type Thing = MemberThing | LeadThing | OwnThing;
/** What somebody does who acts for no member and no lead authority. */
export type OwnThing = {
  readonly kind: 'openWorkspace' | 'chooseBody' | 'appointLead';
  readonly href: string;
};

/** How a thing to do is said; without an action there is nowhere to go. */
interface ThingWords {
  readonly title: string;
  readonly text: string;
  readonly action: string | null;
}
type WordsOf = { readonly [K in Thing['kind']]: (thing: Extract<Thing, { kind: K }>) => ThingWords };

/** `more` when only so many were counted. */
const some = (count: number, one: string, many: string, more = false): string => {
  if (more) return `${count} or more ${many}`;
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
};
const see = (mine: boolean, mineAction: string, otherwise: string): string => (mine ? mineAction : otherwise);

export const words = {
  title: 'Home',
  menu: 'Home',
  hello: (name: string, body: string | null) => (body === null ? name : `${name}, ${body}`),
  next: 'Next',
  also: 'Also',
  areas: 'Where to find things',
  things: {
    openWorkspace: () => ({
      title: "Open your organisation's workspace",
      text: 'You work for no organisation here yet. Open its workspace to prepare an opt-in. It commits you to nothing.',
      action: 'Open the workspace',
    }),
    chooseBody: () => ({
      title: 'Choose for whom you act',
      text: 'You belong to several organisations and act for one at a time.',
      action: 'Choose',
    }),
    appointLead: () => ({
      title: 'Appoint a lead authority',
      text: 'A lead authority hosts frameworks and sends the invoices. It starts with its first approver, who gives all further roles.',
      action: 'Appoint a lead authority',
    }),
    chooseServices: ({ mine }) => ({
      title: mine ? 'Choose the services that you need' : 'No services have been chosen yet',
      text: mine
        ? 'Start an opt-in: choose the services, answer a few questions at your own pace, and submit it. It commits you to nothing.'
        : 'An administrator or client lead of your organisation starts an opt-in.',
      action: mine ? 'Start an opt-in' : null,
    }),
    continueOptIn: ({ mine, reference, done, of }) => ({
      title: mine ? `Continue opt-in ${reference}` : `Opt-in ${reference} is in progress`,
      text: `${done} of ${of} tasks are complete.`,
      action: see(mine, 'Continue the opt-in', 'See the opt-in'),
    }),
    submitOptIn: ({ mine, reference }) => ({
      title: mine ? `Check and submit opt-in ${reference}` : `Opt-in ${reference} is ready to be submitted`,
      text: 'Every task is complete.',
      action: see(mine, 'Go to the opt-in', 'See the opt-in'),
    }),
    answerQuestions: ({ mine, reference, lead, questions }) => ({
      title: mine
        ? `Answer questions about opt-in ${reference}`
        : `Opt-in ${reference} came back with questions`,
      text:
        questions === 0
          ? 'Every question is answered: check the opt-in and submit it again.'
          : `${lead} has asked ${some(questions, 'question', 'questions')}.`,
      action: see(mine, 'Answer the questions', 'See the opt-in'),
    }),
    resumeOptIn: ({ mine, reference }) => ({
      title: `Opt-in ${reference} is paused`,
      text: 'Its answers are kept. It can be resumed at any time.',
      action: see(mine, 'Resume the opt-in', 'See the opt-in'),
    }),
    waitForReview: ({ reference, lead, due }) => ({
      title: `Waiting for the review of opt-in ${reference}`,
      text: `${lead} is to review it${due === null ? '' : ` by ${date(due)}`}. We email your administrators when it is done.`,
      action: 'See the opt-in',
    }),
    recordDecision: ({ mine, framework, recorders }) => ({
      title: mine ? 'Record the decision to join' : 'The decision to join is to be recorded',
      text: `The opt-in is approved. Before the agreement for the ${framework} can be signed, your organisation's own decision has to be recorded.${mine ? '' : ` Who can record it: ${recorders.join(', ')}.`}`,
      action: see(mine, 'Record the decision', 'See the opt-in'),
    }),
    waitForDecision: ({ framework, on }) => ({
      title: `The agreement can be signed from ${date(on)}`,
      text: `Your organisation's decision takes effect on that day. You can read the agreement for the ${framework} now.`,
      action: 'Read the agreement',
    }),
    addSignatory: ({ mine, framework }) => ({
      title: 'Say who signs for your organisation',
      text: `The agreement for the ${framework} waits for a signature, and nobody has the role of authorised signatory yet.`,
      action: mine ? 'Add a signatory' : 'See people and roles',
    }),
    signAgreement: ({ mine, framework, lead, signatories }) => ({
      title: mine ? 'Read and sign the agreement' : 'The agreement waits for a signature',
      text: mine
        ? `${lead} has approved the opt-in. Your signature binds your organisation to the terms of the ${framework}.`
        : `Who can read and sign it: ${signatories.join(', ')}.`,
      action: 'Read the agreement',
    }),
    waitForCountersignature: ({ lead, framework }) => ({
      title: 'Waiting for the countersignature',
      text: `The agreement for the ${framework} is signed. ${lead} countersigns it next.`,
      action: 'See the agreement',
    }),
    awardCallOff: ({ mine, services }) => ({
      title: mine ? 'Award the call-off' : 'The call-off can be awarded',
      text: `The agreement is in force. The call-off is the contract for ${services}.`,
      action: see(mine, 'Award the call-off', 'See the opt-in'),
    }),
    acceptSchedule: ({ mine, services }) => ({
      title: mine ? 'Accept the data processing schedule' : 'The data processing schedule is to be accepted',
      text: `${services} uses personal data, so an authorised officer accepts the schedule before the call-off can be awarded.`,
      action: see(mine, 'Go to the data processing schedule', 'See the data processing schedule'),
    }),
    addPurchaseOrder: ({ mine, reference, service }) => ({
      title: mine ? `Add the purchase order for ${service}` : `${service} has no purchase order yet`,
      text: `Call-off ${reference} has none. Add one, or say that your organisation uses none, so that invoices are not held up.`,
      action: see(mine, 'Add the purchase order', 'See the call-off'),
    }),
    startsLater: ({ service, on }) => ({
      title: `${service} starts on ${date(on)}`,
      text: 'There is nothing that you have to do before.',
      action: 'See the call-off',
    }),
    lookAtInvoices: ({ count, more, overdue }) => ({
      title: `Look at ${some(count, 'unpaid invoice', 'unpaid invoices', more)}`,
      text: overdue === 0 ? 'None is overdue.' : `${some(overdue, 'is', 'are')} overdue.`,
      action: 'See the invoices',
    }),
    giveMandate: ({ mine, lead }) => ({
      title: mine ? 'Give the mandate for direct debits' : 'The mandate for direct debits is to be given',
      text: `Your organisation chose to pay ${lead} by direct debit. Nothing can be debited before the mandate is given.`,
      action: see(mine, 'Go to the mandate', 'See how you pay'),
    }),
    running: () => ({
      title: 'Your services are running',
      text: 'There is nothing that you have to do now.',
      action: 'See your services',
    }),
    countersign: ({ count }) => ({
      title: `Countersign ${some(count, 'agreement', 'agreements')}`,
      text: 'The member has signed. Your signature puts the agreement in force.',
      action: count === 1 ? 'Read the agreement' : 'See the agreements',
    }),
    review: ({ count, more, due }) => ({
      title: `Review ${some(count, 'opt-in', 'opt-ins', more)}`,
      text: due === null ? 'They wait for your review.' : `The first is due by ${date(due)}.`,
      action: 'See the opt-ins that wait',
    }),
    approveRun: ({ count, month: of }) => ({
      title: `Approve the bills for ${month(of)}`,
      text: `${some(count, 'draft invoice waits', 'draft invoices wait')} for approval by somebody who did not prepare it.`,
      action: 'Open the run',
    }),
    issueRun: ({ count, month: of }) => ({
      title: `Issue the bills for ${month(of)}`,
      text: `${some(count, 'approved invoice waits', 'approved invoices wait')} to be issued.`,
      action: 'Open the run',
    }),
    prepareRun: ({ month: of }) => ({
      title: `Prepare the bills for ${month(of)}`,
      text: 'The month is over, and its run has not been prepared yet.',
      action: 'Go to billing',
    }),
    answerDisputes: ({ count, more }) => ({
      title: `Answer ${some(count, 'dispute', 'disputes', more)}`,
      text: 'A member disputes what was billed. What is disputed is not collected meanwhile.',
      action: 'See the disputes',
    }),
    creditNotes: ({ count }) => ({
      title: `Go on with ${some(count, 'credit note', 'credit notes')}`,
      text: 'Drafted for a reason of its own, not by a run: approved by somebody else, then issued.',
      action: count === 1 ? 'See the credit note' : 'See the credit notes',
    }),
    approveLateUsage: ({ count, more }) => ({
      title: `Decide on usage that came late, of ${some(count, 'call-off and month', 'call-offs and months', more)}`,
      text: 'Its month was billed before it came, and it comes to more than is billed unasked.',
      action: 'See the usage that came late',
    }),
    matchReceipts: ({ count }) => ({
      title: `Match ${some(count, 'receipt', 'receipts')}`,
      text: 'Money came in that is set against no invoice yet, or not all of it.',
      action: count === 1 ? 'See the receipt' : 'See the receipts',
    }),
    resolveQuarantine: ({ count, more }) => ({
      title: `Look at ${some(count, 'usage event', 'usage events', more)} in quarantine`,
      text: 'They could not be counted. Correct or release them, and nothing is lost.',
      action: 'See the usage in quarantine',
    }),
    nothing: () => ({
      title: 'Nothing waits for you',
      text: 'When something needs you, it stands here.',
      action: null,
    }),
  } satisfies WordsOf,
  about: {
    '/call-offs': 'What you use, what it costs, and when you can leave',
    '/opt-ins': 'Ask to use services, and see how far it is',
    '/agreements': 'What binds members to a framework, who signed it and when',
    '/usage': 'What is missing or unusual in a month, and usage returns',
    '/usage-receipts': 'What was used, and what is in quarantine',
    '/invoices': 'What was billed, line by line, down to each record of usage',
    '/account-balance': 'What you owe, and what has been paid',
    '/billing': "Each month's run: prepare, approve, issue",
    '/costs': 'What a service costs in a year, and how members share it',
    '/receipts': 'Money that came in, and who owes what',
    '/reviews': 'Opt-ins that wait for a review, by stage and age',
    '/members': 'Who has joined, with their agreements and call-offs',
    '/catalogue': 'Frameworks, lots, services and prices',
    '/people': 'Who works here, and what each may do',
    '/audit': 'What was done, by whom and when',
    '/settings': "Your authority's details, name and colours",
    '/lead-authorities/new': 'Bodies that host frameworks',
  } as Readonly<Record<string, string | undefined>>,
};

import { creditNoteStates, invoiceStates, runMemberStates } from '../../../words/billing.js';
import { runStages } from '../../../words/billing-runs.js';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: 'Bills of a month',
  titleOf: (month: string) => `Bills for ${month}`,
  crumb: 'Bills by month',
  stages: runStages,
  stage: 'Where it stands',
  preparedBy: 'Prepared by',
  someone: 'Somebody who has left',
  startedAt: 'First prepared',
  finishedAt: 'Worked out',
  notFinished: 'Not all members yet',
  progress: 'Members',
  progressOf: (done: number, waiting: number, parked: number) =>
    `${done} done, ${waiting} waiting, ${parked} parked`,
  invoices: 'Invoices',
  countsOf: (drafts: number, approved: number, issued: number) =>
    `${counted(drafts, 'draft', 'drafts')}, ${approved} approved, ${issued} issued`,
  net: 'Total excluding VAT',
  gross: 'Total including VAT',
  begunAt: 'Prepared last',
  since: (at: string) => `Being prepared since ${at}.`,
  toGo: (seconds: number | null) => {
    if (seconds === null) return 'How long it takes cannot be said yet.';
    if (seconds < 60) return 'It should take less than a minute.';
    return `It should take about ${counted(Math.ceil(seconds / 60), 'more minute', 'more minutes')}.`;
  },
  stoppedNow: (waiting: number, all: number) =>
    `This run was stopped with ${waiting} of ${counted(all, 'member', 'members')} not worked out. What is drafted stays. Prepare it again to go on.`,
  stop: 'Stop preparing',
  stopWhat:
    'What is drafted stays, and the member in hand is finished. Members that still wait are left undone until the run is prepared again.',
  retryOne: 'Try again',
  retryAll: 'Try all parked members again',
  retryColumn: 'When it is put right',
  retryOf: 'for',
  waitingNow: (waiting: number, all: number) =>
    `${waiting} of ${counted(all, 'member', 'members')} still ${waiting === 1 ? 'waits' : 'wait'} to be worked out.`,
  lookAgain: 'Look again',

  exceptions: 'What needs a person first',
  parkedWhat:
    'These members are not billed by this run until the reason is dealt with. The others are not held up.',
  parkedCaption: 'Members whose bills are parked',
  heldUsage: (count: number, more: boolean) =>
    `${count}${more ? ' or more' : ''} usage ${count === 1 ? 'event is' : 'events are'} in quarantine and in no bill.`,
  heldLink: 'Look at the usage in quarantine',
  lateUsage: (count: number, more: boolean) =>
    `Usage that came late waits to be approved for ${count}${more ? ' or more' : ''} ${count === 1 ? 'call-off and month' : 'call-offs and months'}, and is in no bill.`,
  lateLink: 'Look at the late usage',
  usageLink: 'Missing returns, spikes, gaps and missing days of this month',
  noExceptions: 'Nothing is parked, and no usage is in quarantine or waits to be approved.',

  member: 'Member',
  state: 'State',
  reason: 'What to know',
  preview: 'Preview',
  previewOf: 'of',
  membersCaption: 'Members of this run',
  memberStates: runMemberStates,

  documents: 'Invoices and credit notes',
  invoicesCaption: 'Invoices of this run',
  number: 'Invoice',
  draft: 'Draft',
  draftOf: 'invoice for',
  netShort: 'Excluding VAT',
  vat: 'VAT',
  grossShort: 'Including VAT',
  all: 'All together',
  states: invoiceStates,
  forOrder: (number: string) => `for PO ${number}`,
  hasWarning: 'Has a warning',
  warnings: 'Some of these invoices have warnings about purchase orders. Open them to read what they say.',
  moreInvoices: 'All invoices of this month',
  moreNotes: 'All credit notes',
  noInvoices: 'This run has no invoices.',
  notesCaption: 'Credit notes of this run',
  note: 'Credit note',
  onInvoice: 'On invoice',
  noteStates: creditNoteStates,

  approveTitle: 'Approve the drafts',
  approveWhat: (drafts: number) =>
    `You approve every draft of this run exactly as it stands on this page${drafts > 1 ? ` (${drafts} invoices)` : ''}. Approved drafts no longer change, and nothing is sent yet. You cannot approve what you prepared yourself.`,
  approve: 'Approve all drafts',
  approvedByOther: 'A finance approver who did not prepare these drafts approves them next.',
  issueTitle: 'Issue what is approved',
  issueWhat:
    'Each approved invoice and credit note gets the next number, is posted to the ledger and is sent to the member by email. What is issued can never be changed; a mistake is put right with a credit note.',
  issue: 'Issue all that is approved',
  issuedByOther: 'A finance approver issues what is approved next.',
  prepareTitle: 'Bring the drafts up to date',
  prepareWhat:
    'Works every member of this month out once more, with usage and corrections that came since. Drafts change where they must; what is approved or issued stays.',
  prepare: 'Prepare again',
  failed: 'Not done, and why',
  failedCaption: 'Documents that were left as they were',
  document: 'Document',
  documentOf: (id: string, member: string) =>
    `${id.startsWith('inv_') ? 'Invoice' : 'Credit note'} for ${member}`,
  someFailed: (count: number) =>
    `${counted(count, 'document was', 'documents were')} left as they were. The others are done.`,
  said: {
    approved: 'All drafts of this run are approved. They can be issued now.',
    stopped: 'The run is stopped. What is drafted stays.',
    retried: 'The members are being worked out once more.',
    issued: 'All that was approved is issued and on its way to the members.',
  },
};

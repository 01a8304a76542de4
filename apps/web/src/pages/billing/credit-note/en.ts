import { creditNoteKinds, creditNoteStates } from '../../../words/billing.js';
import { workings } from '../../../words/workings.js';

export const words = {
  title: 'Credit note',
  titleOf: (number: string | null, invoice: string) =>
    number ? `Credit note ${number}` : `Draft credit note on invoice ${invoice}`,
  crumb: 'Credit notes',
  states: creditNoteStates,
  kinds: creditNoteKinds,
  t: workings,
  state: 'State',
  onInvoice: 'On invoice',
  member: 'To',
  lead: 'From',
  kind: 'Why',
  reason: 'Reason',
  issuedOn: 'Issued, and tax point',
  notIssued: 'Not issued yet',
  gross: 'Total including VAT',
  preparedBy: 'Prepared',
  approvedBy: 'Approved',
  byAt: (name: string, at: string) => `by ${name} on ${at}`,
  someone: 'somebody who has left',
  approveTitle: 'Approve this credit note',
  approveWhat:
    'You approve the credit note exactly as it stands on this page. It no longer changes after that, and nothing is sent yet.',
  approve: 'Approve this credit note',
  othersApprove: 'A finance approver who did not prepare this credit note approves it next.',
  issueTitle: 'Issue this credit note',
  issueWhat: (member: string, gross: string, invoice: string) =>
    `The credit note gets the next number and is sent to ${member} by email. It lowers what is owed on invoice ${invoice} by ${gross}, and can never be changed after that.`,
  issue: 'Issue this credit note',
  othersIssue: 'A finance approver issues this credit note next.',
  linesCaption: 'Lines: what is credited',
  line: 'Line',
  description: 'What for',
  net: 'Excluding VAT',
  workingOf: (line: number, description: string) => `How line ${line} was worked out: ${description}`,
  evidence: 'Evidence',
  auditHead: 'Audit chain ended with',
  contentSha256: 'SHA-256 of lines and totals',
  issuedSha256: 'SHA-256 of all that is printed',
  trail: 'Audit trail of this credit note',
  said: {
    approved: 'The credit note is approved. It can be issued now.',
    issued: 'The credit note is issued and on its way to the member.',
  },
};

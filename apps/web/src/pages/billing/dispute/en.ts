import { creditNoteStates, disputeKinds, disputeOutcomes, disputeStates } from '../../../words/billing.js';

export const words = {
  title: 'Dispute',
  titleOf: (kind: string, line: number, number: string) => `${kind}: line ${line} of invoice ${number}`,
  crumb: 'Disputes',
  states: disputeStates,
  kinds: disputeKinds,
  noteStates: creditNoteStates,

  state: 'State',
  invoice: 'Invoice',
  line: 'Line',
  member: 'Member',
  lead: 'Lead authority',
  net: 'Disputed, excluding VAT',
  upheld: 'Upheld, excluding VAT',
  reason: 'Reason',
  evidence: 'Evidence',
  raised: 'Raised',

  reviewTitle: 'Look at this dispute',
  reviewWhat: 'The member is told that you have begun. You can also decide at once.',
  review: 'Begin the review',
  decideTitle: 'Decide this dispute',
  decision: 'Decision',
  decisions: {
    UPHELD: 'Uphold all that is in dispute',
    PART_UPHELD: 'Uphold a part',
    REJECTED: 'Reject it',
  },
  part: 'How much is upheld, excluding VAT',
  partHint: (stake: string) => `Only when you uphold a part. ${stake} is in dispute.`,
  outcome: 'How is it given back?',
  outcomes: {
    CONCESSION: {
      text: 'By a credit note of its own',
      hint: 'It is drafted now, and somebody else approves it.',
    },
    CORRECTION: {
      text: 'By correcting use or price',
      hint: 'You correct what was wrong; the next run credits what it comes to.',
    },
  },
  why: 'Reason',
  whyHint: 'The member reads it. It is printed on a credit note.',
  decide: 'Decide',
  partWrong: 'Enter the amount in pounds, like 120.50.',
  unchosen: 'Choose a decision.',

  withdrawTitle: 'Take this dispute back',
  withdrawWhat: 'What is disputed becomes payable again. It cannot be taken up again.',
  withdraw: 'Withdraw the dispute',
  escalateTitle: 'Do you not accept the decision?',
  escalateWhat: 'Somebody at the lead authority who has not decided it before then decides it.',
  escalateWhy: 'Why you do not accept it',
  escalate: 'Escalate the dispute',

  historyCaption: 'What was done, by whom and when',
  when: 'When',
  who: 'Who',
  stood: 'Then',
  words: 'Reason',
  gave: (net: string, outcome: string | null) =>
    `${net} excluding VAT${outcome === 'CORRECTION' || outcome === 'CONCESSION' ? `, ${disputeOutcomes[outcome]}` : ''}`,
  notesCaption: 'Credit notes for what was upheld',
  note: 'Credit note',
  noteState: 'State',
  noteGross: 'Including VAT',
  draft: 'Draft',
  noNotes: 'What was upheld is not credited yet.',

  said: {
    started: 'The review has begun, and the member was told.',
    decided: 'The dispute is decided, and the member was told.',
    withdrawn: 'The dispute is withdrawn, and the lead authority was told.',
    escalated: 'The dispute is escalated, and the lead authority was told.',
  },
};

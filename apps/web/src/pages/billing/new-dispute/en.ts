export const words = {
  title: 'Dispute a line',
  titleOf: (line: number, number: string) => `Dispute line ${line} of invoice ${number}`,
  back: 'Back to the invoice',
  intro: (description: string, net: string) => `${description}: ${net} excluding VAT.`,
  what: 'What you dispute is not asked for until the lead authority has decided. The rest of the invoice stays payable.',
  kind: 'What do you want to say?',
  kinds: {
    DISPUTE: {
      text: 'We dispute this line',
      hint: 'Within the time for disputes. What you dispute is held back.',
    },
    ERROR_REPORT: {
      text: 'We report an error',
      hint: 'At any time. The invoice stays payable until the error is confirmed.',
    },
  },
  net: 'How much, excluding VAT',
  reason: 'Why',
  reasonHint: 'Such as: we sent 1,180 payslips and not 1,228.',
  evidence: 'What shows it (optional)',
  evidenceHint: 'Such as what your own records say, or whom to ask.',
  send: 'Send it to the lead authority',
  amountWrong: 'Enter the amount in pounds, like 120.50.',
  said: { raised: 'It is sent. The lead authority was told by email.' },
};

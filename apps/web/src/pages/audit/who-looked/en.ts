export const words = {
  title: 'Who looked at our data',
  intro:
    'Whenever somebody acts for a lead authority and is shown something of yours, on a page of its own or in a list, it is recorded here: one row a day for each person and thing. They can neither read nor change these rows.',
  timesMean:
    'Times says how often on that day. A page may ask for the same thing more than once, so what is shown again within a minute counts as one look.',
  caption: 'Who looked, the newest day first',
  day: 'Day',
  person: 'Who',
  what: 'At what',
  times: 'Times',
  last: 'Last',
  kinds: {
    AGREEMENT: 'Access agreement',
    AUDIT_TRAIL: 'Audit trail',
    BILLING_PREVIEW: 'Preview of a bill',
    CALL_OFF: 'Call-off',
    CREDIT_NOTE: 'Credit note',
    INVOICE: 'Invoice',
    OPT_IN: 'Opt-in',
    QUARANTINE: 'Usage in quarantine',
    STATEMENT: 'Statement of account',
    USAGE: 'Usage',
    USAGE_RECEIPTS: 'Receipts of usage',
  },
  nobody: 'Nobody from a lead authority has looked at anything of yours yet.',
};

/** What the tasks of an opt-in ask, as forms and summaries call it, and what can be chosen. */
export const answerWords = {
  aboutYou: {
    sponsorName: 'Name of your sponsor',
    sponsorEmail: 'Work email address of your sponsor',
    clientLeadName: 'Name of your client lead',
    clientLeadEmail: 'Work email address of your client lead',
    financeName: 'Name of your finance contact',
    financeEmail: 'Work email address of your finance contact',
  },
  yourNeed: {
    outcomes: 'What should be better afterwards',
    volumes: (meter: string) => `${meter} a year`,
  },
  money: {
    purchaseOrder: 'How do you use purchase orders?',
    purchaseOrderNumber: 'Purchase order number',
    vatRecovery: 'How much of the VAT that you are charged do you recover?',
    costCentre: 'Cost centre that pays',
  },
  information: {
    schedule: 'Is the data processing schedule accepted?',
    officerName: 'Name of the authorised officer who accepted it',
    officerRole: 'Role of the authorised officer',
    acceptedOn: 'Date on which it was accepted',
    adviserName: 'Name of your data protection officer',
    advice: 'Advice of your data protection officer',
    advisedOn: 'Date of the advice',
  },
  authority: {
    decision: 'Is the decision to join made?',
    reference: 'Decision reference',
    decidedBy: 'Who made the decision',
    publishedOn: 'Date on which the decision was published',
    effectiveOn: 'Date on which the decision takes effect',
    callIn: 'Can the decision be called in?',
    exemptReason: 'Why it is exempt from call-in',
  },
} as const;

/** What can be chosen, by the field that chooses it. */
export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  purchaseOrder: {
    NUMBER: 'We have a purchase order number already',
    TO_FOLLOW: 'The number follows before the first billing period',
    EXEMPT: 'We do not use purchase orders for this',
  },
  vatRecovery: { FULL: 'All of it', PARTIAL: 'Part of it', NONE: 'None of it' },
  schedule: {
    ACCEPTED: 'Yes, an authorised officer has accepted it',
    TO_FOLLOW: 'Not yet, it will be accepted before we award the call-off',
  },
  decision: {
    MADE: 'Yes, it is made and published',
    TO_FOLLOW: 'Not yet, it will be made before we sign the agreement',
  },
  callIn: {
    APPLIES: "Yes, it takes effect after call-in, by our council's own rules",
    EXEMPT: 'No, it is exempt',
  },
};

export const unanswered = 'Not answered yet';

import { agreementStates } from '../../../words/agreements.js';

export const words = {
  title: ({ agreement }: { agreement: { memberName: string } }) =>
    `Access agreement of ${agreement.memberName}`,
  list: 'Agreements',
  states: agreementStates,
  state: 'State',
  framework: 'Framework',
  lead: 'Lead authority',
  sent: 'Sent',
  version: 'Version',
  digest: 'Digest of the text (SHA-256)',
  signed: 'Signed for the member',
  countersigned: 'Countersigned for the lead authority',
  by: (name: string, role: string, at: string) => `${name}, ${role}, on ${at}`,
  notYet: 'Not yet',
  text: 'Text of the agreement',
  signTitle: 'Sign the agreement',
  signMeans: (member: string, lead: string) =>
    `Your signature binds ${member} to exactly the text above. ${lead} countersigns it, and it is then in force. A signed agreement cannot be changed. Your name, your role and the time are kept with it.`,
  role: 'Your role',
  signRoleHint: 'Such as Director of Resources',
  confirms: (member: string) => `I have read the agreement, and I have authority to sign it for ${member}`,
  authority: 'Your authority',
  sign: 'Sign the agreement',
  countersignTitle: 'Countersign the agreement',
  countersignMeans: (member: string) =>
    `Your signature puts the agreement in force. ${member} can then award its call-off. It cannot be undone. Your name, your role and the time are kept with it.`,
  countersignRoleHint: 'Such as Head of Legal Services',
  countersign: 'Countersign the agreement',
  waits: {
    SENT: (member: string) => `An authorised signatory of ${member} reads and signs it next.`,
    SIGNED: (lead: string) => `An approver of ${lead} countersigns it next.`,
  },
  before: {
    decision: (member: string, recorders: readonly string[]) =>
      `Before the agreement can be signed, the decision of ${member} to join has to be recorded. Who can record it: ${recorders.join(', ')}.`,
    record: 'Record the decision',
    seeOptIn: 'See the opt-in',
    effect: (member: string, on: string) =>
      `The decision of ${member} takes effect on ${on}. An authorised signatory can sign the agreement from that day.`,
  },
  trail: 'Audit trail of this agreement',
  addSignatory: 'See who can sign for you',
  said: {
    signed: 'You have signed the agreement. The lead authority has been told and countersigns it next.',
    countersigned: 'You have countersigned the agreement. It is in force, and the member has been told.',
  },
};

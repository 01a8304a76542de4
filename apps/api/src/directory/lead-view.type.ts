import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { leadViewKinds, type LeadViewKind, type NamedLeadView, type Role } from '#libs/directory';
import { toPublicId, type IdKind, type LocalDate } from '#libs/kernel';
import { roleWords } from '../auth/messages.js';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '../graphql/index.js';

export const LeadViewKindEnum = Object.fromEntries(leadViewKinds.map((kind) => [kind, kind]));

const kindDescriptions: Record<LeadViewKind, string> = {
  OPT_IN: 'An opt-in.',
  AGREEMENT: 'An access agreement.',
  CALL_OFF: 'A call-off.',
  USAGE: 'What a call-off used, by day or record by record.',
  USAGE_RECEIPTS: 'The receipts of the usage that was sent.',
  QUARANTINE: 'Usage in quarantine.',
  BILLING_PREVIEW: 'What a month is going to cost, as a preview or a draft.',
  INVOICE: 'An invoice.',
  CREDIT_NOTE: 'A credit note.',
  STATEMENT: 'What is owed and paid.',
  AUDIT_TRAIL: 'What was done, by whom and when.',
};

registerEnumType(LeadViewKindEnum, {
  name: 'LeadViewKind',
  description: 'What somebody from a lead authority looked at. More may be added.',
  valuesMap: Object.fromEntries(leadViewKinds.map((kind) => [kind, { description: kindDescriptions[kind] }])),
});

/** What the id of a subject is an id of; what is of all that a body has names the body. */
const subjectIds: Record<LeadViewKind, IdKind> = {
  OPT_IN: 'optIn',
  AGREEMENT: 'agreement',
  CALL_OFF: 'callOff',
  USAGE: 'callOff',
  USAGE_RECEIPTS: 'body',
  QUARANTINE: 'body',
  BILLING_PREVIEW: 'body',
  INVOICE: 'invoice',
  CREDIT_NOTE: 'creditNote',
  STATEMENT: 'body',
  AUDIT_TRAIL: 'body',
};

@ObjectType('LeadView', {
  description: 'That a person from a lead authority looked at something of yours, on one day.',
})
export class LeadViewType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => ID, { description: 'Who looked.' })
  personId!: string;

  @Field(() => String, { description: 'Their name, or that they are a former colleague.' })
  personName!: string;

  @Field(() => String, { description: 'What they are at the lead authority, in words.' })
  roleWords!: string;

  @Field(() => LeadViewKindEnum, { description: 'What they looked at.' })
  subjectKind!: LeadViewKind;

  @Field(() => ID, { description: 'Its id; your body where it is all that you have of a kind.' })
  subjectId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'As people call it: a reference, a number, a framework or a month; null without such a name.',
  })
  reference!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day, in London.' })
  viewedOn!: LocalDate;

  @Field(() => DateTimeScalar, { description: 'When they looked first on that day.' })
  firstAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When they looked last on that day.' })
  lastAt!: Date;

  @Field(() => Int, {
    description: 'How often they looked on that day; again within a minute is the same look.',
  })
  times!: number;
}

@ObjectType('LeadViewConnection', { description: 'Who looked, the newest first.' })
export class LeadViewConnection extends ConnectionOf(LeadViewType, 'LeadView') {}

export const toLeadView = (view: NamedLeadView): LeadViewType => ({
  id: toPublicId('leadView', view.id),
  leadId: toPublicId('body', view.leadId),
  leadName: view.leadName,
  personId: toPublicId('person', view.personId),
  personName: view.personName,
  roleWords: view.roles.map((role) => roleWords[role as Role]).join(' and '),
  subjectKind: view.kind,
  subjectId: toPublicId(subjectIds[view.kind], view.subjectId),
  reference: view.reference,
  viewedOn: view.viewedOn,
  firstAt: view.firstAt,
  lastAt: view.lastAt,
  times: view.times,
});

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  Dispute,
  DisputeKind,
  DisputeOutcome,
  DisputeState,
  DisputeStep,
  ReadCreditNotes,
  ReadDisputes,
  ReadInvoices,
} from '#libs/billing';
import type { FindBody, PeopleNames } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConnectionOf, DateTimeScalar, Money, toMoney, type Caller } from '../graphql/index.js';
import { actionsOnDispute } from './available-actions.js';
import { CreditNoteType, loadCreditNotes } from './credit-note.type.js';
import {
  DisputeActionEnum,
  DisputeKindEnum,
  DisputeOutcomeEnum,
  DisputeStateEnum,
  type DisputeAction,
} from './enums.js';

@ObjectType('DisputeStep', { description: 'One thing that was done with a dispute.' })
export class DisputeStepType {
  @Field(() => DisputeStateEnum, { description: 'Where the dispute stood after it.' })
  state!: DisputeState;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: Date;

  @Field(() => ID, { description: 'Who did it.' })
  personId!: string;

  @Field(() => String, { description: 'Their name, or that they are a former colleague.' })
  personName!: string;

  @Field(() => String, { nullable: true, description: 'Why; null where it needs no reason.' })
  words!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What this decision upheld, without VAT; null when it upheld nothing, or is none.',
  })
  net!: Money | null;

  @Field(() => DisputeOutcomeEnum, { nullable: true, description: 'How that is given back.' })
  outcome!: DisputeOutcome | null;
}

@ObjectType('Dispute', { description: 'What a member disputes of one line of an issued invoice.' })
export class DisputeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DisputeKindEnum, { description: 'Whether it is a dispute, or the report of an error.' })
  kind!: DisputeKind;

  @Field(() => DisputeStateEnum, { description: 'Where it stands.' })
  state!: DisputeState;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => String, { description: 'The number of that invoice.' })
  invoiceNumber!: string;

  @Field(() => ID, { description: 'The line.' })
  invoiceLineId!: string;

  @Field(() => Int, { description: 'The place of that line on the invoice.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What the line is for, in words.' })
  lineDescription!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => Money, { description: 'What is disputed, without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'What was upheld of it in all, without VAT.' })
  upheld!: Money;

  @Field(() => DisputeOutcomeEnum, {
    nullable: true,
    description: 'How what was upheld last is given back; null while nothing was.',
  })
  outcome!: DisputeOutcome | null;

  @Field(() => String, { description: 'Why, in the words of the member.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What the member shows for it; null when nothing.' })
  evidence!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  raisedAt!: Date;

  @Field(() => [DisputeStepType], { description: 'What was done with it, the oldest first.' })
  steps!: DisputeStepType[];

  @Field(() => [CreditNoteType], {
    description: 'The credit notes that gave what was upheld, the oldest first; members see those issued.',
  })
  creditNotes!: CreditNoteType[];

  @Field(() => [DisputeActionEnum], { description: 'What you may do with it now.' })
  availableActions!: DisputeAction[];
}

@ObjectType('DisputeConnection', { description: 'Disputes, the newest first.' })
export class DisputeConnection extends ConnectionOf(DisputeType, 'Dispute') {}

/** Where what disputes name is read. */
export interface DisputeSources {
  readonly disputes: ReadDisputes;
  readonly invoices: ReadInvoices;
  readonly notes: ReadCreditNotes;
  readonly bodies: FindBody;
  readonly people: PeopleNames;
}

/** Disputes with names, lines, steps and credit notes, in a few reads for all of them; in the same order. */
export const loadDisputes = async (
  tx: Tx,
  sources: DisputeSources,
  caller: Caller,
  disputes: readonly Dispute[],
): Promise<DisputeType[]> => {
  const ids = (of: (dispute: Dispute) => string): string[] => [...new Set(disputes.map(of))];
  const invoices = await sources.invoices.byIds(
    tx,
    ids(({ invoiceId }) => invoiceId),
  );
  const lines = await sources.invoices.linesByIds(
    tx,
    ids(({ invoiceLineId }) => invoiceLineId),
  );
  const bodies = await sources.bodies.byIds(tx, [
    ...ids(({ tenantId }) => tenantId),
    ...ids(({ leadId }) => leadId),
  ]);
  const steps = await sources.disputes.steps(
    tx,
    ids(({ id }) => id),
  );
  const names = await sources.people.within(
    tx,
    steps.map(({ personId }) => personId),
  );
  const noteIds = await sources.disputes.creditNotesOf(tx, disputes);
  const notes = await sources.notes.byIds(tx, [...new Set([...noteIds.values()].flat())]);
  const noteTypes = await loadCreditNotes(tx, sources, caller, notes);
  const noteOf = (id: string): CreditNoteType[] =>
    noteTypes.filter((note) => note.id === toPublicId('creditNote', id));
  return disputes.map((dispute) => {
    const line = lines.find(({ id }) => id === dispute.invoiceLineId);
    return {
      ...ofDispute(dispute),
      invoiceNumber: invoices.find(({ id }) => id === dispute.invoiceId)?.number ?? '',
      lineNumber: line?.lineNumber ?? 0,
      lineDescription: line?.description ?? '',
      memberName: bodies.get(dispute.tenantId)?.name ?? '',
      leadName: bodies.get(dispute.leadId)?.name ?? '',
      steps: steps.filter(({ disputeId }) => disputeId === dispute.id).map((step) => toStep(step, names)),
      creditNotes: (noteIds.get(dispute.id) ?? []).flatMap(noteOf),
      availableActions: actionsOnDispute(caller, dispute),
    };
  });
};

const ofDispute = (dispute: Dispute) => ({
  id: toPublicId('dispute', dispute.id),
  kind: dispute.kind,
  state: dispute.state,
  invoiceId: toPublicId('invoice', dispute.invoiceId),
  invoiceLineId: toPublicId('invoiceLine', dispute.invoiceLineId),
  memberId: toPublicId('body', dispute.tenantId),
  leadId: toPublicId('body', dispute.leadId),
  net: toMoney(dispute.net),
  upheld: toMoney(dispute.upheld),
  outcome: dispute.outcome,
  reason: dispute.reason,
  evidence: dispute.evidence,
  raisedAt: dispute.raisedAt,
});

const toStep = (
  { state, at, personId, words, net, outcome }: DisputeStep,
  names: ReadonlyMap<string, string>,
): DisputeStepType => ({
  state,
  at,
  personId: toPublicId('person', personId),
  personName: names.get(personId) ?? '',
  words,
  net: net === null ? null : toMoney(net),
  outcome,
});

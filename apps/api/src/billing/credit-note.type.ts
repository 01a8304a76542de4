import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CreditNote, CreditNoteKind, CreditNoteState, ReadInvoices } from '#libs/billing';
import type { FindBody } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConnectionOf, type Caller } from '../graphql/index.js';
import { actionsOn } from './available-actions.js';
import { DocumentType, toDocument } from './document.type.js';
import { CreditNoteKindEnum, CreditNoteStateEnum } from './enums.js';

@ObjectType('CreditNote', { description: 'What is taken back of an invoice.' })
export class CreditNoteType extends DocumentType {
  @Field(() => CreditNoteStateEnum, { description: 'Where it stands.' })
  state!: CreditNoteState;

  @Field(() => CreditNoteKindEnum, { description: 'Why it is given.' })
  kind!: CreditNoteKind;

  @Field(() => String, { description: 'The reason, in words.' })
  reason!: string;

  @Field(() => ID, { description: 'The invoice that it cites.' })
  invoiceId!: string;

  @Field(() => String, { description: 'The number of that invoice.' })
  invoiceNumber!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The run that drafted it; null for a concession, and for members.',
  })
  runId!: string | null;
}

@ObjectType('CreditNoteConnection', { description: 'Credit notes, the newest first.' })
export class CreditNoteConnection extends ConnectionOf(CreditNoteType, 'CreditNote') {}

/** Where names of credit notes are read. */
export interface CreditNoteSources {
  readonly bodies: FindBody;
  readonly invoices: ReadInvoices;
}

/** Credit notes with names and the numbers of what they cite, in two reads; in the same order. */
export const loadCreditNotes = async (
  tx: Tx,
  sources: CreditNoteSources,
  caller: Caller,
  notes: readonly CreditNote[],
): Promise<CreditNoteType[]> => {
  const bodies = await sources.bodies.byIds(
    tx,
    notes.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
  );
  const cited = await sources.invoices.byIds(tx, [...new Set(notes.map(({ invoiceId }) => invoiceId))]);
  const numbers = new Map(cited.map(({ id, number }) => [id, number ?? '']));
  return notes.map((note) => ({
    ...toDocument(note, 'creditNote', bodies, tx.actor),
    availableActions: actionsOn(caller, note),
    state: note.state,
    kind: note.kind,
    reason: note.reason,
    invoiceId: toPublicId('invoice', note.invoiceId),
    invoiceNumber: numbers.get(note.invoiceId) ?? '',
    runId:
      note.runId !== null && tx.actor.identity.capacity === 'LEAD'
        ? toPublicId('billingRun', note.runId)
        : null,
  }));
};

import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CountedOn, ReadCountedOn } from '#libs/billing';
import { mayDo } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import type { UsageRecord } from '#libs/metering';
import type { Tx } from '#libs/platform';
import type { Caller } from '../graphql/index.js';

const CountedOnKindEnum = { INVOICE: 'INVOICE', CREDIT_NOTE: 'CREDIT_NOTE' } as const;
registerEnumType(CountedOnKindEnum, {
  name: 'CountedOnKind',
  description: 'What kind of document counted usage. More may be added.',
  valuesMap: {
    INVOICE: { description: 'An invoice, on one of its lines.' },
    CREDIT_NOTE: { description: 'A credit note: the month came to less than was billed before.' },
  },
});

@ObjectType('CountedOn', {
  description: 'An issued document that counted a usage record for the first time.',
})
export class CountedOnType {
  @Field(() => CountedOnKindEnum, { description: 'Of what kind it is.' })
  kind!: CountedOn['kind'];

  @Field(() => ID, { description: 'The invoice or credit note.' })
  documentId!: string;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => ID, { nullable: true, description: "The invoice's line; null for a credit note." })
  invoiceLineId!: string | null;
}

/** Null for somebody who may not read invoices. */
export const loadCountedOn = async (
  tx: Tx,
  billing: ReadCountedOn,
  { roles }: Caller,
  records: readonly UsageRecord[],
): Promise<readonly (CountedOnType[] | null)[]> => {
  if (!mayDo(roles, 'invoice:read')) return records.map(() => null);
  const counted = await billing.ofRecords(tx, records);
  return counted.map((documents) => documents.map(toCountedOn));
};

const toCountedOn = ({ kind, documentId, number, lineId }: CountedOn): CountedOnType => ({
  kind,
  documentId: toPublicId(kind === 'INVOICE' ? 'invoice' : 'creditNote', documentId),
  number,
  invoiceLineId: lineId === null ? null : toPublicId('invoiceLine', lineId),
});

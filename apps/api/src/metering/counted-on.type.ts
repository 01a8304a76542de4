import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CountedOn } from '#libs/billing';
import { toPublicId } from '#libs/kernel';

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

export const toCountedOn = ({ kind, documentId, number, lineId }: CountedOn): CountedOnType => ({
  kind,
  documentId: toPublicId(kind === 'INVOICE' ? 'invoice' : 'creditNote', documentId),
  number,
  invoiceLineId: lineId === null ? null : toPublicId('invoiceLine', lineId),
});

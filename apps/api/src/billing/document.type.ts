import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Buyer, CreditNote, Invoice, Seller } from '#libs/billing';
import type { Body } from '#libs/directory';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { DateTimeScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import { DocumentActionEnum, type DocumentAction } from './enums.js';
import { toVatGroup, VatGroupType } from './line.type.js';

@ObjectType('DocumentSeller', { description: 'The lead authority as it was printed on a document.' })
export class DocumentSellerType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its postal address, in lines.' })
  address!: string;

  @Field(() => String, { description: 'Its VAT registration number.' })
  vatNumber!: string;

  @Field(() => String, { description: 'The name on its bank account.' })
  bankAccountName!: string;

  @Field(() => String, { description: 'The sort code, 6 digits.' })
  bankSortCode!: string;

  @Field(() => String, { description: 'The account number, 8 digits.' })
  bankAccountNumber!: string;
}

@ObjectType('DocumentBuyer', { description: 'The member as it was printed on a document.' })
export class DocumentBuyerType {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its code in the register; null when it has none.' })
  code!: string | null;
}

@ObjectType({ isAbstract: true })
export abstract class DocumentType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its number; null until it is issued.' })
  number!: string | null;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => Money, { description: 'The sum without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'The VAT.' })
  vat!: Money;

  @Field(() => Money, { description: 'The sum with VAT.' })
  gross!: Money;

  @Field(() => [VatGroupType], { description: 'By VAT treatment and rate, the highest rate first.' })
  vatSummary!: VatGroupType[];

  @Field(() => ID, { nullable: true, description: 'Who prepared it; null for members.' })
  preparedById!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was prepared last; null for members.',
  })
  preparedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who approved it; null until then, and for members.' })
  approvedById!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was approved; null until then, and for members.',
  })
  approvedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was issued; null until then.' })
  issuedAt!: Date | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day of its issue, which is its tax point; null until then.',
  })
  issuedOn!: LocalDate | null;

  @Field(() => DocumentSellerType, {
    nullable: true,
    description: 'Who charges, as printed; null until it is issued.',
  })
  seller!: DocumentSellerType | null;

  @Field(() => DocumentBuyerType, {
    nullable: true,
    description: 'Who is charged, as printed; null until it is issued.',
  })
  buyer!: DocumentBuyerType | null;

  @Field(() => String, { description: 'SHA-256 over its lines and totals, as hex; an approval names it.' })
  contentSha256!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over all that is printed, as hex; null until it is issued.',
  })
  issuedSha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The head of the audit chain at its issue, as hex; null until then.',
  })
  auditHead!: string | null;

  @Field(() => [DocumentActionEnum], { description: 'What you may do with it now.' })
  availableActions!: DocumentAction[];
}

export const toDocument = (
  document: Invoice | CreditNote,
  kind: 'invoice' | 'creditNote',
  bodies: ReadonlyMap<string, Body>,
  actor: Actor,
): Omit<DocumentType, 'availableActions'> => {
  const forLead = actor.identity.capacity === 'LEAD';
  const { tenantId, leadId, approvedBy } = document;
  return {
    id: toPublicId(kind, document.id),
    number: document.number,
    memberId: toPublicId('body', tenantId),
    memberName: bodies.get(tenantId)?.name ?? '',
    leadId: toPublicId('body', leadId),
    leadName: bodies.get(leadId)?.name ?? '',
    net: toMoney(document.net),
    vat: toMoney(document.vat),
    gross: toMoney(document.gross),
    vatSummary: document.vatSummary.map(toVatGroup),
    preparedById: forLead ? toPublicId('person', document.preparedBy) : null,
    preparedAt: forLead ? document.preparedAt : null,
    approvedById: forLead && approvedBy !== null ? toPublicId('person', approvedBy) : null,
    approvedAt: forLead ? document.approvedAt : null,
    issuedAt: document.issuedAt,
    issuedOn: document.issuedOn,
    seller: document.seller && toSeller(document.seller),
    buyer: document.buyer && toBuyer(document.buyer),
    contentSha256: document.contentSha256,
    issuedSha256: document.issuedSha256,
    auditHead: document.auditHead,
  };
};

const toSeller = ({ name, address, vatNumber, bank }: Seller): DocumentSellerType => ({
  name,
  address,
  vatNumber,
  bankAccountName: bank.accountName,
  bankSortCode: bank.sortCode,
  bankAccountNumber: bank.accountNumber,
});

const toBuyer = ({ name, code }: Buyer): DocumentBuyerType => ({ name, code });

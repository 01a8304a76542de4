import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LeadAuthority } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { DateTimeScalar } from '../graphql/index.js';

@ObjectType('LeadAuthorityDetails', { description: 'What the invoices of a lead authority say about it.' })
export class LeadAuthorityDetailsType {
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

@ObjectType('LeadAuthority', { description: 'A body that hosts frameworks and sends the invoices.' })
export class LeadAuthorityType {
  @Field(() => ID, { description: 'The id of the body.' })
  id!: string;

  @Field(() => String, { description: 'The name of the body.' })
  name!: string;

  @Field(() => String, { description: 'The letters that begin its invoice numbers.' })
  invoicePrefix!: string;

  @Field(() => DateTimeScalar, { description: 'When it was appointed.' })
  appointedAt!: Date;

  @Field(() => Int, { description: 'Days from the issue of an invoice until it is due.' })
  paymentDays!: number;

  @Field(() => LeadAuthorityDetailsType, {
    nullable: true,
    description: 'What its invoices say about it; null until entered, and for anyone but itself.',
  })
  details!: LeadAuthorityDetailsType | null;
}

export const toLeadAuthority = (lead: LeadAuthority): LeadAuthorityType => ({
  id: toPublicId('body', lead.leadId),
  name: lead.name,
  invoicePrefix: lead.invoicePrefix,
  appointedAt: lead.appointedAt,
  paymentDays: lead.paymentDays,
  details: lead.details && {
    address: lead.details.address,
    vatNumber: lead.details.vatNumber,
    bankAccountName: lead.details.bankAccountName,
    bankSortCode: lead.details.bankSortCode,
    bankAccountNumber: lead.details.bankAccountNumber,
  },
});

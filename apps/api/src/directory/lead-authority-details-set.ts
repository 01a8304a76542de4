import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadLeadAuthority, SetLeadDetails } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, Requires, toPayload, type Read } from '../graphql/index.js';
import { LeadAuthorityType, toLeadAuthority } from './lead-authority.type.js';

@InputType({ description: 'What the invoices of the lead authority say about it from now on.' })
export class LeadAuthorityDetailsSetInput {
  @Field(() => String, { description: 'Its postal address, in lines.' })
  address!: string;

  @Field(() => String, { description: 'Its VAT registration number: GB and 9 digits.' })
  vatNumber!: string;

  @Field(() => String, { description: 'The name on its bank account.' })
  bankAccountName!: string;

  @Field(() => String, { description: 'The sort code: 6 digits, hyphens allowed.' })
  bankSortCode!: string;

  @Field(() => String, { description: 'The account number: 8 digits.' })
  bankAccountNumber!: string;

  @Field(() => Int, {
    defaultValue: 30,
    description: 'Days from the issue of an invoice until it is due, 0 to 120.',
  })
  paymentDays!: number;
}

@ObjectType({ description: 'The lead authority with its details.' })
export class LeadAuthorityDetailsSetPayload extends PayloadOf('LeadAuthorityDetailsSet', [
  'ACCOUNT_NUMBER_FORMAT',
  'FIELD_REQUIRED',
  'SORT_CODE_FORMAT',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
  'TOO_BIG',
  'TOO_SMALL',
  'VAT_NUMBER_FORMAT',
]) {
  @Field(() => LeadAuthorityType, {
    nullable: true,
    description: 'The lead authority; null when it was refused.',
  })
  leadAuthority!: LeadAuthorityType | null;
}

@Resolver()
export class LeadAuthorityDetailsSetResolver {
  constructor(
    private readonly setDetails: SetLeadDetails,
    private readonly leads: ReadLeadAuthority,
  ) {}

  @Mutation(() => LeadAuthorityDetailsSetPayload, {
    description:
      'Sets address, VAT number, bank account and days to pay. Issued invoices stay as they are. Needs lead:edit.',
  })
  @Requires('lead:edit')
  async leadAuthorityDetailsSet(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: LeadAuthorityDetailsSetInput,
  ): Promise<LeadAuthorityDetailsSetPayload> {
    return toPayload(await this.setDetails.execute(actor, input), async () => ({
      leadAuthority: toLeadAuthority(await read((tx) => this.leads.own(tx))),
    }));
  }
}

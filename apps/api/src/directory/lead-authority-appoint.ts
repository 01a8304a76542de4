import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AppointLead, ReadLeadAuthority } from '#libs/directory';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { LeadAuthorityType, toLeadAuthority } from './lead-authority.type.js';

@InputType({ description: 'The first person who may act for a lead authority.' })
export class FirstApproverInput {
  @Field(() => String, { description: 'Their work email address.' })
  email!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;
}

@InputType({ description: 'A body that is to host frameworks.' })
export class LeadAuthorityAppointInput {
  @Field(() => ID, { description: 'The id of the body.' })
  bodyId!: string;

  @Field(() => String, { description: 'The 2 to 6 capital letters that begin its invoice numbers.' })
  invoicePrefix!: string;

  @Field(() => FirstApproverInput, { description: 'Its first approver, who gives all further roles.' })
  approver!: FirstApproverInput;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The lead authority that was appointed.' })
export class LeadAuthorityAppointPayload extends PayloadOf(
  'LeadAuthorityAppoint',
  [
    'BODY_ABOLISHED',
    'BODY_ABOLISHED_NO_SUCCESSOR',
    'EMAIL_FORMAT',
    'FIELD_REQUIRED',
    'INVOICE_PREFIX_FORMAT',
    'INVOICE_PREFIX_TAKEN',
    'LEAD_ALREADY',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => LeadAuthorityType, {
    nullable: true,
    description: 'The lead authority; null when it was refused.',
  })
  leadAuthority!: LeadAuthorityType | null;
}

@Resolver()
export class LeadAuthorityAppointResolver {
  constructor(
    private readonly appointLead: AppointLead,
    private readonly leads: ReadLeadAuthority,
  ) {}

  @Mutation(() => LeadAuthorityAppointPayload, {
    description: 'Makes a body a lead authority, with its first approver. Needs lead:appoint.',
  })
  @Requires('lead:appoint')
  async leadAuthorityAppoint(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: LeadAuthorityAppointInput,
  ): Promise<LeadAuthorityAppointPayload> {
    const result = await this.appointLead.execute(actor, { ...input, bodyId: readId('body', input.bodyId) });
    return toPayload(result, async ({ leadId }) => {
      const lead = await read((tx) => this.leads.byId(tx, leadId));
      return { leadAuthority: lead && toLeadAuthority(lead) };
    });
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveCreditNote, ReadCreditNotes, ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { CreditNoteType, loadCreditNotes } from './credit-note.type.js';

@InputType({ description: 'Which credit note to approve.' })
export class CreditNoteApproveInput {
  @Field(() => ID, { description: 'The credit note.' })
  creditNoteId!: string;

  @Field(() => String, { description: 'Its contentSha256 that you have seen.' })
  contentSha256!: string;
}

@ObjectType({ description: 'The credit note.' })
export class CreditNoteApprovePayload extends PayloadOf('CreditNoteApprove', [
  'CONTENT_CHANGED',
  'INVOICE_PARKED',
  'SELF_APPROVAL',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => CreditNoteType, { nullable: true, description: 'The credit note; null when it was refused.' })
  creditNote!: CreditNoteType | null;
}

@Resolver()
export class CreditNoteApproveResolver {
  constructor(
    private readonly action: ApproveCreditNote,
    private readonly notes: ReadCreditNotes,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CreditNoteApprovePayload, {
    description:
      'Approves a credit note exactly as it was seen, by someone who did not prepare it. Needs invoice:approve.',
  })
  @Requires('invoice:approve')
  async creditNoteApprove(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CreditNoteApproveInput,
  ): Promise<CreditNoteApprovePayload> {
    const result = await this.action.execute(caller.actor, {
      ...input,
      creditNoteId: readId('creditNote', input.creditNoteId),
    });
    return toPayload(result, async ({ creditNoteId }) => {
      const [creditNote] = await read(async (tx) =>
        loadCreditNotes(tx, this, caller, await this.notes.byIds(tx, [creditNoteId])),
      );
      return { creditNote: creditNote ?? null };
    });
  }
}

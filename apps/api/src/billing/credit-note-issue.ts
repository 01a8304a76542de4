import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IssueCreditNote, ReadCreditNotes, ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { CreditNoteType, loadCreditNotes } from './credit-note.type.js';

@InputType({ description: 'Which credit note to issue.' })
export class CreditNoteIssueInput {
  @Field(() => ID, { description: 'The credit note.' })
  creditNoteId!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The credit note.' })
export class CreditNoteIssuePayload extends PayloadOf(
  'CreditNoteIssue',
  ['SELLER_DETAILS_MISSING', 'STATE_NOT_ALLOWED'],
  { idempotent: true },
) {
  @Field(() => CreditNoteType, { nullable: true, description: 'The credit note; null when it was refused.' })
  creditNote!: CreditNoteType | null;
}

@Resolver()
export class CreditNoteIssueResolver {
  constructor(
    private readonly action: IssueCreditNote,
    private readonly notes: ReadCreditNotes,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CreditNoteIssuePayload, {
    description:
      'Issues an approved credit note: it gets its number and lowers what is owed on the invoice that it cites. Needs invoice:issue.',
  })
  @Requires('invoice:issue')
  async creditNoteIssue(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CreditNoteIssueInput,
  ): Promise<CreditNoteIssuePayload> {
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

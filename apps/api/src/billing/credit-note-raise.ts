import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { RaiseConcession, ReadCreditNotes, ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  DecimalScalar,
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

@InputType({ description: 'How much of one line to credit.' })
export class CreditNoteRaiseLineInput {
  @Field(() => ID, { description: "The invoice's line." })
  invoiceLineId!: string;

  @Field(() => DecimalScalar, { description: 'The amount without VAT, in pounds.' })
  net!: string;
}

@InputType({ description: 'What to credit on an issued invoice, and why.' })
export class CreditNoteRaiseInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => [CreditNoteRaiseLineInput], { description: 'The lines to credit, each once.' })
  lines!: CreditNoteRaiseLineInput[];

  @Field(() => String, { description: 'The reason, which is printed.' })
  reason!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The draft credit note.' })
export class CreditNoteRaisePayload extends PayloadOf(
  'CreditNoteRaise',
  [
    'AMOUNT_FORMAT',
    'CREDIT_LINE_TWICE',
    'CREDIT_NEEDS_REASON',
    'CREDIT_OVER_INVOICE',
    'FIELD_REQUIRED',
    'LIST_TOO_LONG',
    'PAYMENT_AMOUNT',
    'STATE_NOT_ALLOWED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => CreditNoteType, { nullable: true, description: 'The credit note; null when it was refused.' })
  creditNote!: CreditNoteType | null;
}

@Resolver()
export class CreditNoteRaiseResolver {
  constructor(
    private readonly raise: RaiseConcession,
    private readonly notes: ReadCreditNotes,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CreditNoteRaisePayload, {
    description:
      'Drafts a credit note for a reason of its own, a concession; someone else approves it. What was used or priced wrongly is corrected there instead, and the next run credits it. Needs billing:prepare.',
  })
  @Requires('billing:prepare')
  async creditNoteRaise(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CreditNoteRaiseInput,
  ): Promise<CreditNoteRaisePayload> {
    const lines = input.lines.map(({ invoiceLineId, net }) => ({
      invoiceLineId: readId('invoiceLine', invoiceLineId),
      net,
    }));
    const result = await this.raise.execute(caller.actor, {
      ...input,
      invoiceId: readId('invoice', input.invoiceId),
      lines,
    });
    return toPayload(result, async ({ creditNoteId }) => {
      const [creditNote] = await read(async (tx) =>
        loadCreditNotes(tx, this, caller, await this.notes.byIds(tx, [creditNoteId])),
      );
      return { creditNote: creditNote ?? null };
    });
  }
}

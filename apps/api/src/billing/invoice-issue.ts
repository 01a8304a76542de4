import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IssueInvoice, ReadDisputes, ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { ReadLedger } from '#libs/ledger';
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
import { InvoiceType, loadInvoices } from './invoice.type.js';

@InputType({ description: 'Which invoice to issue.' })
export class InvoiceIssueInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is issued although a call-off has neither a purchase order nor an exemption, 500 characters at most; it is kept on the invoice with your name. Without it such an invoice is refused.',
  })
  withoutOrderReason?: string | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The invoice.' })
export class InvoiceIssuePayload extends PayloadOf(
  'InvoiceIssue',
  [
    'FIELD_REQUIRED',
    'INVOICE_ISSUED',
    'INVOICE_NOT_APPROVED',
    'PO_REQUIRED',
    'SELLER_DETAILS_MISSING',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => InvoiceType, { nullable: true, description: 'The invoice; null when it was refused.' })
  invoice!: InvoiceType | null;
}

@Resolver()
export class InvoiceIssueResolver {
  constructor(
    private readonly action: IssueInvoice,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
    readonly ledger: ReadLedger,
    readonly disputes: ReadDisputes,
  ) {}

  @Mutation(() => InvoiceIssuePayload, {
    description:
      'Issues an approved invoice: it gets its number, is posted to the ledger and never changes again. Needs invoice:issue.',
  })
  @Requires('invoice:issue')
  async invoiceIssue(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: InvoiceIssueInput,
  ): Promise<InvoiceIssuePayload> {
    const result = await this.action.execute(caller.actor, {
      ...input,
      invoiceId: readId('invoice', input.invoiceId),
    });
    return toPayload(result, async ({ invoiceId }) => {
      const [invoice] = await read(async (tx) =>
        loadInvoices(tx, this, caller, await this.invoices.byIds(tx, [invoiceId])),
      );
      return { invoice: invoice ?? null };
    });
  }
}

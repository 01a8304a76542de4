import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadDisputes, ReadInvoices, VoidInvoice } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { ReadLedger } from '#libs/ledger';
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
import { InvoiceType, loadInvoices } from './invoice.type.js';

@InputType({ description: 'Which invoice to void, and why.' })
export class InvoiceVoidInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => String, { description: 'The reason, which the member reads; 1,000 characters at most.' })
  reason!: string;
}

@ObjectType({ description: 'The invoice.' })
export class InvoiceVoidPayload extends PayloadOf('InvoiceVoid', [
  'FIELD_REQUIRED',
  'INVOICE_NOT_VOIDABLE',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
  'VOID_SAME_PERSON',
]) {
  @Field(() => InvoiceType, { nullable: true, description: 'The invoice; null when it was refused.' })
  invoice!: InvoiceType | null;
}

@Resolver()
export class InvoiceVoidResolver {
  constructor(
    private readonly action: VoidInvoice,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
    readonly ledger: ReadLedger,
    readonly disputes: ReadDisputes,
  ) {}

  @Mutation(() => InvoiceVoidPayload, {
    description:
      'Voids an issued invoice, in the month of its tax point and only while nothing was paid, credited or disputed on it; its number stays used, and the next run bills its lines again. Otherwise raise a credit note. Needs invoice:void.',
  })
  @Requires('invoice:void')
  async invoiceVoid(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: InvoiceVoidInput,
  ): Promise<InvoiceVoidPayload> {
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

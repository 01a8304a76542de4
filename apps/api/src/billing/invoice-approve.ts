import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveInvoice, ReadDisputes, ReadInvoices } from '#libs/billing';
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

@InputType({ description: 'Which invoice to approve.' })
export class InvoiceApproveInput {
  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => String, { description: 'Its contentSha256 that you have seen.' })
  contentSha256!: string;
}

@ObjectType({ description: 'The invoice.' })
export class InvoiceApprovePayload extends PayloadOf('InvoiceApprove', [
  'CONTENT_CHANGED',
  'INVOICE_ISSUED',
  'INVOICE_PARKED',
  'SELF_APPROVAL',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => InvoiceType, { nullable: true, description: 'The invoice; null when it was refused.' })
  invoice!: InvoiceType | null;
}

@Resolver()
export class InvoiceApproveResolver {
  constructor(
    private readonly action: ApproveInvoice,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
    readonly ledger: ReadLedger,
    readonly disputes: ReadDisputes,
  ) {}

  @Mutation(() => InvoiceApprovePayload, {
    description:
      'Approves a draft invoice exactly as it was seen, by someone who did not prepare it. Needs invoice:approve.',
  })
  @Requires('invoice:approve')
  async invoiceApprove(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: InvoiceApproveInput,
  ): Promise<InvoiceApprovePayload> {
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

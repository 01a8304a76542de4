import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadInvoices } from '#libs/billing';
import { keysets, pageOf } from '../metering/page.js';
import { toUsageRecord, UsageRecordConnection } from '../metering/usage.type.js';
import {
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';

@ArgsType()
class InvoiceLineRecordsArgs extends PageArgs {
  @Field(() => ID, { description: "The invoice's line." })
  invoiceLineId!: string;
}

@Resolver()
export class InvoiceLineRecordsResolver {
  constructor(private readonly invoices: ReadInvoices) {}

  @Query(() => UsageRecordConnection, {
    description:
      'The usage records that a line counted for the first time, in the order in which they were received. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async invoiceLineRecords(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: InvoiceLineRecordsArgs,
  ): Promise<UsageRecordConnection> {
    const page = pageOf(args, keysets.records);
    const rows = await read(async (tx) => {
      const found = await this.invoices.line(tx, readId('invoiceLine', args.invoiceLineId));
      if (found === null) throw notFound();
      show('USAGE', [{ tenantId: found.invoice.tenantId, id: found.line.callOffId }]);
      return this.invoices.records(tx, found, page);
    });
    return toConnection(
      args,
      rows,
      (row) => [row.receiptNumber.toString(), row.source, row.eventId],
      toUsageRecord,
    );
  }
}

import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCountedOn, ReadInvoices } from '#libs/billing';
import { loadUsageRecords, toUsageRecordConnection } from '../metering/load-usage-records.js';
import { keysets, pageOf } from '../metering/page.js';
import { UsageRecordConnection } from '../metering/usage.type.js';
import {
  CurrentCaller,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  Shows,
  type Caller,
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
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly countedOn: ReadCountedOn,
  ) {}

  @Query(() => UsageRecordConnection, {
    description:
      'The usage records that a line counted for the first time, in the order in which they were received. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async invoiceLineRecords(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: InvoiceLineRecordsArgs,
  ): Promise<UsageRecordConnection> {
    const page = pageOf(args, keysets.records);
    const rows = await read(async (tx) => {
      const found = await this.invoices.line(tx, readId('invoiceLine', args.invoiceLineId));
      if (found === null) throw notFound();
      show('USAGE', [{ tenantId: found.invoice.tenantId, id: found.line.callOffId }]);
      return loadUsageRecords(tx, this.countedOn, caller, await this.invoices.records(tx, found, page));
    });
    return toUsageRecordConnection(args, rows);
  }
}

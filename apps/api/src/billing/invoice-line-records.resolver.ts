import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCountedOn, ReadInvoices } from '#libs/billing';
import { loadCountedOn } from '../metering/counted-on.type.js';
import { keysets, pageOf } from '../metering/page.js';
import { toUsageRecord, UsageRecordConnection } from '../metering/usage.type.js';
import {
  CurrentCaller,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  Shows,
  toConnection,
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
      const records = await this.invoices.records(tx, found, page);
      const countedOn = await loadCountedOn(tx, this.countedOn, caller, records);
      return records.map((record, at) => ({ record, countedOn: countedOn[at] ?? null }));
    });
    return toConnection(
      args,
      rows,
      ({ record }) => [record.receiptNumber.toString(), record.source, record.eventId],
      ({ record, countedOn }) => toUsageRecord(record, countedOn),
    );
  }
}

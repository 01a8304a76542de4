import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCountedOn } from '#libs/billing';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { addDays, type Period } from '#libs/kernel';
import { MeasureUsage, ReadUsage, type UsageToMeasure } from '#libs/metering';
import { ReadCatalogue } from '#libs/catalogue';
import type { Tx } from '#libs/platform';
import {
  CurrentCaller,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { loadUsageRecords, toUsageRecordConnection } from './load-usage-records.js';
import { keysets, pageOf } from './page.js';
import { readMonth } from './read-month.js';
import {
  toUsageDay,
  toUsageMonth,
  toUsageReceipt,
  UsageDayType,
  UsageMonthType,
  UsageReceiptConnection,
  UsageRecordConnection,
} from './usage.type.js';

@ArgsType()
class MonthOfCallOffArgs {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;
}

@ArgsType()
class UsageRecordsArgs extends PageArgs {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;
}

@Resolver()
export class UsageResolver {
  constructor(
    private readonly usage: ReadUsage,
    private readonly measure: MeasureUsage,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly countedOn: ReadCountedOn,
  ) {}

  @Query(() => [UsageDayType], {
    description:
      'What a call-off used in a month, by meter and day; days without usage are left out, unless a level holds on from before. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageByDay(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: MonthOfCallOffArgs,
  ): Promise<UsageDayType[]> {
    const span = readMonth(args.month);
    return read(async (tx) => {
      const callOff = await this.callOff(tx, args.callOffId);
      show('USAGE', [callOff]);
      const days = await this.measure.days(tx, await this.toMeasure(tx, callOff, span));
      return days.map(toUsageDay);
    });
  }

  @Query(() => [UsageMonthType], {
    description:
      'What a call-off used in a month, for each meter of its service that takes usage: the quantity that its bill is worked out from. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageOfMonth(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: MonthOfCallOffArgs,
  ): Promise<UsageMonthType[]> {
    const span = readMonth(args.month);
    return read(async (tx) => {
      const callOff = await this.callOff(tx, args.callOffId);
      show('USAGE', [callOff]);
      const months = await this.measure.months(tx, await this.toMeasure(tx, callOff, span));
      return months.map(toUsageMonth);
    });
  }

  @Query(() => UsageRecordConnection, {
    description: 'The records of a call-off and meter that count in a month, by receipt. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageRecords(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: UsageRecordsArgs,
  ): Promise<UsageRecordConnection> {
    const page = pageOf(args, keysets.records);
    const period = readMonth(args.month);
    const meterId = readId('meter', args.meterId);
    const rows = await read(async (tx) => {
      const callOff = await this.callOff(tx, args.callOffId);
      show('USAGE', [callOff]);
      const { tenantId, leadId, id: callOffId } = callOff;
      const upTo = await this.usage.lastReceipt(tx, { tenantId, leadId });
      const wanted = { tenantId, leadId, callOffId, meterId, period, after: 0n, upTo };
      const records = await this.usage.records(tx, wanted, page);
      return loadUsageRecords(tx, this.countedOn, caller, records);
    });
    return toUsageRecordConnection(args, rows);
  }

  @Query(() => UsageReceiptConnection, {
    description:
      "The receipts of your body's usage, or of your members' when you act for a lead authority. Needs usage:read.",
  })
  @Requires('usage:read')
  async usageReceipts(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: PageArgs,
  ): Promise<UsageReceiptConnection> {
    const page = pageOf(args, keysets.receipts);
    const rows = await read((tx) => this.usage.receipts(tx, page));
    show(
      'USAGE_RECEIPTS',
      shownOf(args, rows).map(({ tenantId }) => ({ tenantId })),
    );
    return toConnection(
      args,
      rows,
      (row) => [row.receivedAt.toISOString(), row.tenantId, row.leadId, row.number.toString()],
      toUsageReceipt,
    );
  }

  private async toMeasure(tx: Tx, callOff: CallOff, span: Period): Promise<UsageToMeasure> {
    const { id: callOffId, tenantId, leadId, offeringId, startsOn, endsOn } = callOff;
    const term = { start: startsOn, end: addDays(endsOn, 1) };
    const owner = { tenantId, leadId };
    const meters = (await this.catalogue.meters(tx, [offeringId]))
      .filter(({ charge }) => charge === 'USAGE')
      .map(({ id: meterId, aggregation }) => ({ callOffId, meterId, aggregation, term }));
    const usage = await this.usage.byDay(tx, owner, { from: span.start, to: span.end }, callOffId);
    return { owner, meters, span, usage };
  }

  private async callOff(tx: Tx, id: string): Promise<CallOff> {
    const callOff = await this.callOffs.byId(tx, readId('callOff', id));
    if (callOff === null) throw notFound();
    return callOff;
  }
}

import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { parseMonth, refuse, type Period } from '#libs/kernel';
import { ReadUsage } from '#libs/metering';
import type { Tx } from '#libs/platform';
import {
  notFound,
  PageArgs,
  Reader,
  readId,
  refused,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { keysets, pageOf } from './page.js';
import {
  toUsageDay,
  toUsageReceipt,
  toUsageRecord,
  UsageDayType,
  UsageReceiptConnection,
  UsageRecordConnection,
} from './usage.type.js';

@ArgsType()
class UsageByDayArgs {
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
    private readonly callOffs: ReadCallOffs,
  ) {}

  @Query(() => [UsageDayType], {
    description:
      'What a call-off used in a month, by meter and day; days without usage are left out. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageByDay(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: UsageByDayArgs,
  ): Promise<UsageDayType[]> {
    const { start, end } = readMonth(args.month);
    return read(async (tx) => {
      const callOff = await this.callOff(tx, args.callOffId);
      show('USAGE', [callOff]);
      const days = await this.usage.byDay(tx, callOff, { from: start, to: end }, callOff.id);
      return days.map(toUsageDay);
    });
  }

  @Query(() => UsageRecordConnection, {
    description: 'The records of a call-off and meter that count in a month, by receipt. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageRecords(
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
      return this.usage.records(tx, { tenantId, leadId, callOffId, meterId, period, after: 0n, upTo }, page);
    });
    return toConnection(
      args,
      rows,
      (row) => [row.receiptNumber.toString(), row.source, row.eventId],
      toUsageRecord,
    );
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

  private async callOff(tx: Tx, id: string): Promise<CallOff> {
    const callOff = await this.callOffs.byId(tx, readId('callOff', id));
    if (callOff === null) throw notFound();
    return callOff;
  }
}

const readMonth = (text: string): Period => {
  const period = parseMonth(text);
  if (period === null) throw refused(refuse('MONTH_FORMAT'));
  return period;
};

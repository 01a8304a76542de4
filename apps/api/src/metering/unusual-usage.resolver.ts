import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { FindBody } from '#libs/directory';
import {
  ReadForecast,
  ReadMissingDays,
  ReadUnusualUsage,
  type MissingDayOfMember,
  type UnusualUsage,
} from '#libs/metering';
import type { Tx } from '#libs/platform';
import {
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { keysets, pageOfSorted } from './page.js';
import { readMonth } from './read-month.js';
import {
  toForecast,
  toUnusualUsage,
  toUsageDayMissing,
  UnusualUsageConnection,
  UsageDayMissingConnection,
  UsageForecastType,
} from './unusual-usage.type.js';

@ArgsType()
class MonthPageArgs extends PageArgs {
  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;
}

@ArgsType()
class UnusualUsageArgs extends MonthPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only that of one call-off.' })
  callOffId?: string | null;
}

const keyOfUnusual = ({ callOff, meter }: UnusualUsage): readonly string[] => [
  callOff.reference,
  callOff.id,
  meter.id,
];
const keyOfDay = ({ day, tenantId, leadId, source }: MissingDayOfMember): readonly string[] => [
  ...[day, tenantId, leadId, source],
];

@Resolver()
export class UnusualUsageResolver {
  constructor(
    private readonly unusual: ReadUnusualUsage,
    private readonly missing: ReadMissingDays,
    private readonly forecast: ReadForecast,
    private readonly callOffs: ReadCallOffs,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => UnusualUsageConnection, {
    description:
      'What of a month is not like the three months before: of your body, or of your members when you act for a lead authority. Needs usage:read.',
  })
  @Requires('usage:read')
  async unusualUsage(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: UnusualUsageArgs,
  ): Promise<UnusualUsageConnection> {
    const month = readMonth(args.month);
    const { rows, names } = await read(async (tx) => {
      const named = args.callOffId ? [await this.callOff(tx, args.callOffId)] : null;
      // Whoever asks of one call-off is told of it, unusual or not.
      show('USAGE', named ?? []);
      const all = named ? await this.unusual.of(tx, named, month) : await this.unusual.ofMonth(tx, month);
      const page = pageOfSorted(all, args, keysets.unusual, keyOfUnusual);
      return {
        rows: page,
        names: await this.namesOf(
          tx,
          page.map(({ callOff }) => callOff.tenantId),
        ),
      };
    });
    if (!args.callOffId)
      show(
        'USAGE',
        shownOf(args, rows).map(({ callOff }) => callOff),
      );
    return toConnection(args, rows, keyOfUnusual, (row) => toUnusualUsage(row, names(row.callOff.tenantId)));
  }

  @Query(() => UsageDayMissingConnection, {
    description:
      'The days of a month, up to yesterday, on which a source sent nothing or far less than it does. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageDaysMissing(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: MonthPageArgs,
  ): Promise<UsageDayMissingConnection> {
    const month = readMonth(args.month);
    const { rows, names } = await read(async (tx) => {
      const page = pageOfSorted(await this.missing.within(tx, month), args, keysets.missingDays, keyOfDay);
      return {
        rows: page,
        names: await this.namesOf(
          tx,
          page.map(({ tenantId }) => tenantId),
        ),
      };
    });
    show(
      'USAGE_RECEIPTS',
      shownOf(args, rows).map(({ tenantId }) => ({ tenantId })),
    );
    return toConnection(args, rows, keyOfDay, (row) => toUsageDayMissing(row, names(row.tenantId)));
  }

  @Query(() => [UsageForecastType], {
    description:
      'What a call-off is likely to use by the end of this month and of the financial year, meter by meter; empty when it does not run this month. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageForecast(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('callOffId', { type: () => ID, description: 'The call-off.' }) callOffId: string,
  ): Promise<UsageForecastType[]> {
    return read(async (tx) => {
      const callOff = await this.callOff(tx, callOffId);
      show('USAGE', [callOff]);
      return (await this.forecast.ofCallOff(tx, callOff)).map(toForecast);
    });
  }

  private async callOff(tx: Tx, id: string): Promise<CallOff> {
    const callOff = await this.callOffs.byId(tx, readId('callOff', id));
    if (callOff === null) throw notFound();
    return callOff;
  }

  private async namesOf(tx: Tx, ids: readonly string[]): Promise<(id: string) => string> {
    const bodies = await this.bodies.byIds(tx, ids);
    return (id) => bodies.get(id)?.name ?? '';
  }
}

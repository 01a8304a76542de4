import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { ReadLateUsage, type LateUsageSeen } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { FindBody } from '#libs/directory';
import { fromPublicId } from '#libs/kernel';
import {
  CurrentCaller,
  Money,
  PageArgs,
  Reader,
  Requires,
  shownOf,
  Shows,
  toConnection,
  toMoney,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { LateUsageConnection } from './late-usage.type.js';
import { loadLateUsage } from './load-late-usage.js';
import { keysets, pageOf } from './page.js';

@ArgsType()
class LateUsagesArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'What waits to be approved only.' })
  waiting!: boolean;
}

@Resolver(() => LateUsageConnection)
export class LateUsagesResolver {
  constructor(
    readonly late: ReadLateUsage,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
  ) {}

  @Query(() => LateUsageConnection, {
    description:
      'Use of your members that came after its month was billed, and came to more than is billed unasked. Needs billing:read.',
  })
  @Requires('billing:read')
  async lateUsages(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: LateUsagesArgs,
  ): Promise<LateUsageConnection> {
    const page = pageOf(args, keysets.byTime);
    const rows = await read(async (tx) => {
      const found = await this.late.page(tx, { waiting: args.waiting }, page);
      const types = await loadLateUsage(tx, this, caller, found);
      return types.map((type, index) => ({ type, late: found[index] as LateUsageSeen }));
    });
    show(
      'CALL_OFF',
      shownOf(args, rows).map(({ late: { tenantId }, type }) => ({
        tenantId,
        id: fromPublicId('callOff', type.callOffId) ?? '',
        reference: type.callOffReference,
      })),
    );
    return toConnection(
      args,
      rows,
      ({ late }) => [late.foundAt.toISOString(), late.id],
      ({ type }) => type,
    );
  }

  @Query(() => Money, {
    description:
      'How much use that came late is billed unasked, of one call-off and month, without VAT. Needs billing:read.',
  })
  @Requires('billing:read')
  async lateUsageLimit(@Reader() read: Read): Promise<Money> {
    return toMoney(await read((tx) => this.late.limit(tx)));
  }
}

import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadDiscounts, type Discount, type DiscountState } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { fromPublicId } from '#libs/kernel';
import {
  CurrentCaller,
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
import { DiscountConnection } from './discount.type.js';
import { DiscountStateEnum } from './enums.js';
import { loadDiscounts } from './load-discounts.js';
import { keysets, pageOf } from './page.js';

@ArgsType()
class DiscountsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one call-off only.' })
  callOffId?: string | null;

  @Field(() => DiscountStateEnum, { nullable: true, description: 'In this state only; null for all.' })
  state?: DiscountState | null;
}

@Resolver(() => DiscountConnection)
export class DiscountsResolver {
  constructor(
    private readonly reader: ReadDiscounts,
    readonly callOffs: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Query(() => DiscountConnection, {
    description:
      'The discounts that were approved for your body, or all of your members when you act for a lead authority. Needs callOff:read.',
  })
  @Requires('callOff:read')
  async discounts(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: DiscountsArgs,
  ): Promise<DiscountConnection> {
    const page = pageOf(args, keysets.byTime);
    const filter = {
      ...(args.callOffId ? { callOffId: readId('callOff', args.callOffId) } : {}),
      ...(args.state ? { state: args.state } : {}),
    };
    const rows = await read(async (tx) => {
      const discounts = await this.reader.page(tx, filter, page);
      const types = await loadDiscounts(tx, this, caller, discounts);
      return types.map((type, index) => ({ type, discount: discounts[index] as Discount }));
    });
    // A discount is a term of its call-off.
    show(
      'CALL_OFF',
      shownOf(args, rows).map(({ discount: { tenantId }, type }) => ({
        tenantId,
        id: fromPublicId('callOff', type.callOffId) ?? '',
        reference: type.callOffReference,
      })),
    );
    return toConnection(
      args,
      rows,
      ({ discount }) => [discount.proposedAt.toISOString(), discount.id],
      ({ type }) => type,
    );
  }
}

import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ListQuarantine, type QuarantineState } from '#libs/metering';
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
import { QuarantineStateEnum } from './enums.js';
import { keysets, pageOf } from './page.js';
import { QuarantinedUsageConnection, QuarantinedUsageType, toQuarantinedUsage } from './quarantine.type.js';

@ArgsType()
class QuarantineArgs extends PageArgs {
  @Field(() => QuarantineStateEnum, {
    nullable: true,
    description: 'Only what stands so; everything when left out.',
  })
  state?: QuarantineState | null;

  @Field(() => ID, { nullable: true, description: 'Only that of one member, for a lead authority.' })
  memberId?: string | null;
}

@Resolver()
export class QuarantineResolver {
  constructor(private readonly list: ListQuarantine) {}

  @Query(() => QuarantinedUsageConnection, {
    description:
      'Usage that could not be used, with the reasons: of your body, or of your members when you act for a lead authority. Needs usage:read.',
  })
  @Requires('usage:read')
  async quarantine(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: QuarantineArgs,
  ): Promise<QuarantinedUsageConnection> {
    const page = pageOf(args, keysets.byTime);
    const filter = {
      state: args.state ?? null,
      tenantId: args.memberId ? readId('body', args.memberId) : null,
    };
    const rows = await read((tx) => this.list.page(tx, filter, page));
    show(
      'QUARANTINE',
      shownOf(args, rows).map(({ tenantId }) => ({ tenantId })),
    );
    return toConnection(args, rows, (row) => [row.receivedAt.toISOString(), row.id], toQuarantinedUsage);
  }

  @Query(() => QuarantinedUsageType, {
    description: 'Usage that could not be used, by its id. Needs usage:read.',
  })
  @Requires('usage:read')
  async quarantinedUsage(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the usage in quarantine.' }) id: string,
  ): Promise<QuarantinedUsageType> {
    const found = await read((tx) => this.list.own(tx, readId('quarantine', id)));
    if (found === null) throw notFound();
    show('QUARANTINE', [{ tenantId: found.tenantId }]);
    return toQuarantinedUsage(found);
  }
}

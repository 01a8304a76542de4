import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListUsageKeys } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, PageArgs, Reader, Requires, toConnection, type Read } from '../graphql/index.js';
import { keysets, pageOf } from './page.js';
import { toUsageKey, UsageKeyConnection } from './usage-key.type.js';

@Resolver()
export class UsageKeyResolver {
  constructor(private readonly listKeys: ListUsageKeys) {}

  @Query(() => UsageKeyConnection, {
    description: 'The usage keys of the body that you act for, in your capacity there. Needs usageKey:read.',
  })
  @Requires('usageKey:read')
  async usageKeys(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<UsageKeyConnection> {
    const rows = await this.listKeys.page(actor, pageOf(args, keysets.byTime));
    const now = await read((tx) => Promise.resolve(tx.now));
    return toConnection(
      args,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => toUsageKey(row, now),
    );
  }
}

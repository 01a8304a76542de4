import { Args, Query, Resolver } from '@nestjs/graphql';
import { isMemberAfter, ReadAccountBalances } from '#libs/billing';
import {
  PageArgs,
  Reader,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { AccountBalanceConnection, toAccountBalance, toDebtByAge } from './account-balance.type.js';
import { keysets, pageOf } from './page.js';

@Resolver()
export class AccountBalancesResolver {
  constructor(private readonly balances: ReadAccountBalances) {}

  @Query(() => AccountBalanceConnection, {
    description:
      'What each member owes the lead authority by the age of the due date, and all together. Needs receipt:read.',
  })
  @Requires('receipt:read')
  async accountBalances(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: PageArgs,
  ): Promise<AccountBalanceConnection> {
    const { limit, after } = pageOf(args, keysets.byName);
    const [name = '', tenantId = ''] = after ?? [];
    const { members, total, today } = await read(async (tx) => ({
      ...(await this.balances.within(tx)),
      today: tx.today,
    }));
    const rows = members.filter((member) => after === null || isMemberAfter(member, { name, tenantId }));
    show(
      'STATEMENT',
      shownOf(args, rows).map((member) => ({ tenantId: member.tenantId })),
    );
    return {
      ...toConnection(args, rows.slice(0, limit), (row) => [row.name, row.tenantId], toAccountBalance),
      total: { members: members.length, ...toDebtByAge(total) },
      asOf: today,
    };
  }
}

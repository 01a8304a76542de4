import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { penceOf } from '../../../formats/pence.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { AccountBalances, type AccountBalancesQuery } from './operations.generated.js';

const AGES = ['notYetDue', 'days1To30', 'days31To60', 'days61To90', 'over90Days'] as const;

@Page({ path: '/balances', access: 'receipt:read', under: '/receipts' })
export class BalancesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { accountBalances } = await this.api.ask(visit, AccountBalances, { after });
    return show({
      asOf: accountBalances.asOf,
      balances: accountBalances.edges.map(({ node }) => node),
      total: accountBalances.total,
      columns: columnsOf(accountBalances.total),
      pageInfo: accountBalances.pageInfo,
      isFirst: after === null,
    });
  }
}

/** The ages and the balance; what lies between them stands in columns of its own only where there is such a thing. */
const columnsOf = (total: AccountBalancesQuery['accountBalances']['total']): readonly string[] => {
  const between = (['disputed', 'overSettled', 'onAccount'] as const).filter(
    (column) => penceOf(total[column]) !== 0n,
  );
  return [...AGES, ...between, ...(between.length > 0 ? ['owed'] : []), 'balance'];
};

import { Get, Param, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { money } from '../../../formats/money.js';
import { penceOf } from '../../../formats/pence.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { Statement, type JournalEntryKind } from './operations.generated.js';

/** Pages of what a line of a statement is about; a payment has none of its own. */
const PAGES: Partial<Record<JournalEntryKind, string>> = {
  INVOICE: '/invoices',
  CREDIT_NOTE: '/credit-notes',
};

/** What a member and a lead authority owe each other, and how that came about; the same for both sides. */
@Page({ path: '/statements/:bodyId', access: 'invoice:read', under: '/account-balance' })
export class StatementPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('bodyId') bodyId: string,
    @Query('after') asked: unknown,
  ): Promise<Answer> {
    const after = cursorIn(asked);
    const { tenantStatement: statement, body } = await this.api.ask(visit, Statement, { bodyId, after });
    const balance = penceOf(statement.balance);
    return show({
      title: words.titleOf(body.name),
      bodyId,
      statement,
      balance:
        balance < 0n ? words.inCredit(money(statement.balance.amount.slice(1))) : money(statement.balance),
      lines: statement.lines.edges.map(({ node }) => ({
        ...node,
        href: PAGES[node.kind] === undefined ? null : `${PAGES[node.kind]}/${node.documentId}`,
      })),
      pageInfo: statement.lines.pageInfo,
      isFirst: after === null,
    });
  }
}

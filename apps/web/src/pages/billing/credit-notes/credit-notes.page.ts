import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { CreditNotes } from './operations.generated.js';

@Page({ path: '/credit-notes', access: 'invoice:read', under: '/invoices' })
export class CreditNotesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { creditNotes } = await this.api.ask(visit, CreditNotes, { after });
    return show({
      notes: creditNotes.edges.map(({ node }) => node),
      pageInfo: creditNotes.pageInfo,
      isFirst: after === null,
    });
  }
}

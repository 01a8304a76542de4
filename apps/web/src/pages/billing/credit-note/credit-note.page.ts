import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { instant } from '../../../formats/dates.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import {
  ApproveCreditNote,
  CreditNotePage as CreditNote,
  IssueCreditNote,
  type CreditNotePageQuery,
} from './operations.generated.js';

@Page({ path: '/credit-notes/:id', access: 'invoice:read', under: '/invoices' })
export class CreditNotePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('after') after: unknown,
  ): Promise<Answer> {
    return show(await this.modelOf(visit, id, cursorIn(after)));
  }

  @Post('approve')
  async approve(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('contentSha256') contentSha256 = '',
  ): Promise<Answer> {
    const { creditNoteApprove } = await this.api.ask(visit, ApproveCreditNote, {
      input: { creditNoteId: id, contentSha256 },
    });
    return this.answerTo(visit, id, FormErrors.of(creditNoteApprove.userErrors), 'approved');
  }

  @Post('issue')
  async issue(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('idempotencyKey') idempotencyKey = '',
  ): Promise<Answer> {
    const { creditNoteIssue } = await this.api.ask(visit, IssueCreditNote, {
      input: { creditNoteId: id, idempotencyKey },
    });
    return this.answerTo(visit, id, FormErrors.of(creditNoteIssue.userErrors), 'issued');
  }

  private async answerTo(visit: Visit, id: string, errors: FormErrors, said: string): Promise<Answer> {
    if (!errors.any) return seeOther(`/credit-notes/${id}`, said);
    const model = await this.modelOf(visit, id, null);
    return showAgain({ ...model, form: model['form'] as object, errors });
  }

  private async modelOf(visit: Visit, id: string, after: string | null): Promise<Model> {
    const asked = await this.api.ask(visit, CreditNote, { id, after, isLead: visit.isLead });
    const { creditNote: note, people } = asked;
    return {
      title: words.titleOf(note.number, note.invoiceNumber),
      note,
      lines: note.lines.edges.map(({ node }) => node),
      prepared: byAt(people, note.preparedById, note.preparedAt),
      approved: byAt(people, note.approvedById, note.approvedAt),
      other: visit.isLead ? note.memberId : note.leadId,
      isFirst: after === null,
      form: { idempotencyKey: newKey() },
    };
  }
}

const byAt = (people: CreditNotePageQuery['people'], id: string | null, at: string | null): string | null =>
  id === null || at === null
    ? null
    : words.byAt(people?.edges.find(({ node }) => node.id === id)?.node.name ?? words.someone, instant(at));

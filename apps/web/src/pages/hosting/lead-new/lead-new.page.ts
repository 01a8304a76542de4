import { Body, Get, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { LeadAppoint, LeadSearch } from './operations.generated.js';

@Page({ path: '/lead-authorities/new', access: 'lead:appoint', menu: { for: ['PLATFORM'], order: 10 } })
export class LeadNewPage {
  constructor(private readonly api: Api) {}

  /** The body is found first, by what was typed; what was found can be chosen on the same page. */
  @Get()
  async ask(@TheVisit() visit: Visit, @Query('text') asked: unknown): Promise<Answer> {
    const text = typeof asked === 'string' ? asked.trim() : '';
    return show({ ...(await this.found(visit, text)), form: { text, idempotencyKey: newKey() } });
  }

  @Post()
  async appoint(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      bodyId: entries.text('bodyId'),
      invoicePrefix: entries.text('invoicePrefix'),
      approver: { name: entries.text('approver.name'), email: entries.text('approver.email') },
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    const errors = entries.wrongs.any
      ? entries.wrongs
      : FormErrors.of((await this.api.ask(visit, LeadAppoint, { input })).leadAuthorityAppoint.userErrors);
    if (errors.any) return showAgain({ ...(await this.found(visit, form['text'] ?? '')), form, errors });
    return seeOther('/lead-authorities/new', 'appointed');
  }

  private async found(visit: Visit, text: string): Promise<Model> {
    if (text === '') return { searching: false, found: [], more: false };
    const { bodySearch } = await this.api.ask(visit, LeadSearch, { text });
    return {
      searching: true,
      found: bodySearch.edges.map(({ node }) => node),
      more: bodySearch.pageInfo.hasNextPage,
    };
  }
}

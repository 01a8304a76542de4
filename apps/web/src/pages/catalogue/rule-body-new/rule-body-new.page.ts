import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { words } from './en.js';
import { NameBody, NameBodySearch } from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/:id/bodies/new', access: 'catalogue:edit', under: '/catalogue' })
export class RuleBodyNewPage {
  constructor(private readonly api: Api) {}

  /** The body is found first, by what was typed; what was found can be chosen on the same page. */
  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('text') text: unknown,
  ): Promise<Answer> {
    const form = { text: typeof text === 'string' ? text.trim() : '', idempotencyKey: newKey() };
    return show({ ...(await this.found(visit, id, form.text)), form });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      frameworkId: id,
      bodyId: entries.text('bodyId'),
      reason: entries.optionalText('reason'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    const errors = entries.wrongs.any
      ? entries.wrongs
      : FormErrors.of((await this.api.ask(visit, NameBody, { input })).eligibilityRuleAdd.userErrors);
    if (errors.any) return showAgain({ ...(await this.found(visit, id, form['text'] ?? '')), form, errors });
    return seeOther(`/catalogue/frameworks/${id}`, 'added');
  }

  private async found(visit: Visit, id: string, text: string): Promise<Model> {
    const searching = text !== '';
    const data = await this.api.ask(visit, NameBodySearch, { id, text, searching });
    return {
      framework: ownFramework(visit, data.framework),
      searching,
      found: data.bodySearch?.edges.map(({ node }) => node) ?? [],
      more: data.bodySearch?.pageInfo.hasNextPage ?? false,
    };
  }
}

import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { words } from './en.js';
import { LotAdd, LotAddFramework } from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/:id/lots/new', access: 'catalogue:edit', under: '/catalogue' })
export class LotNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ framework: await this.framework(visit, id), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      frameworkId: id,
      title: entries.text('title'),
      directAwardLimit: entries.optionalDecimal('directAwardLimit'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    const errors = entries.wrongs.any
      ? entries.wrongs
      : FormErrors.of((await this.api.ask(visit, LotAdd, { input })).lotAdd.userErrors);
    if (errors.any) return showAgain({ framework: await this.framework(visit, id), form, errors });
    return seeOther(`/catalogue/frameworks/${id}`, 'added');
  }

  private async framework(visit: Visit, id: string) {
    return ownFramework(visit, (await this.api.ask(visit, LotAddFramework, { id })).framework);
  }
}

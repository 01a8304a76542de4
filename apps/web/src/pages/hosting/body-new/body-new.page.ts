import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { withoutPlaces } from '../../_parts/without-places.js';
import { words } from './en.js';
import { BodyAdd } from './operations.generated.js';

@Page({ path: '/bodies/new', access: 'body:add', under: '/catalogue' })
export class BodyNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  ask(): Answer {
    return show({ form: { idempotencyKey: newKey() } });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      name: entries.text('name'),
      type: entries.text('type'),
      gss: entries.optionalText('gss'),
      code: entries.optionalText('code'),
      countyCode: entries.optionalText('countyCode'),
      region: entries.optionalText('region'),
      nation: entries.optionalText('nation'),
      emailDomains: entries.lines('emailDomains'),
      reason: entries.text('reason'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    if (entries.wrongs.any) return showAgain({ form, errors: entries.wrongs });
    const { bodyAdd } = await this.api.ask(visit, BodyAdd, { input });
    const errors = FormErrors.of(withoutPlaces(bodyAdd.userErrors));
    return errors.any ? showAgain({ form, errors }) : seeOther('/bodies/new', 'added');
  }
}

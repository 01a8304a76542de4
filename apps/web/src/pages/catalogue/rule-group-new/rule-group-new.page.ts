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
import { withoutPlaces } from '../../_parts/without-places.js';
import { words } from './en.js';
import {
  EligibilityRuleAdd,
  EligibilityRuleAddFramework,
  type EligibilityRuleAddInput,
} from './operations.generated.js';

const LISTS = ['types', 'counties', 'regions', 'nations', 'combinedAuthorities'] as const;

@Page({ path: '/catalogue/frameworks/:id/groups/new', access: 'catalogue:edit', under: '/catalogue' })
export class RuleGroupNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ framework: await this.framework(visit, id), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    // A list that was left empty does not narrow the group.
    const lists = LISTS.flatMap((name) => {
      const values = entries.lines(`category.${name}`);
      return values.length === 0 ? [] : [[name, values] as const];
    });
    const input: EligibilityRuleAddInput = {
      frameworkId: id,
      category: { label: entries.text('category.label'), ...Object.fromEntries(lists) },
      reason: entries.optionalText('reason'),
      idempotencyKey: form['idempotencyKey'] ?? newKey(),
    };
    const errors = entries.wrongs.any ? entries.wrongs : await this.send(visit, input);
    if (errors.any) return showAgain({ framework: await this.framework(visit, id), form, errors });
    return seeOther(`/catalogue/frameworks/${id}`, 'added');
  }

  private async send(visit: Visit, input: EligibilityRuleAddInput): Promise<FormErrors> {
    const { eligibilityRuleAdd } = await this.api.ask(visit, EligibilityRuleAdd, { input });
    return FormErrors.of(withoutPlaces(eligibilityRuleAdd.userErrors), { category: 'category.types' });
  }

  private async framework(visit: Visit, id: string) {
    return ownFramework(visit, (await this.api.ask(visit, EligibilityRuleAddFramework, { id })).framework);
  }
}

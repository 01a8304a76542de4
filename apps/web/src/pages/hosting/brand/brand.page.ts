import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { BrandNow, BrandSet } from './operations.generated.js';

@Page({ path: '/settings/brand', access: 'brand:edit', under: '/settings' })
export class BrandPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit): Promise<Answer> {
    const leadId = visit.me?.actingFor?.body?.id ?? '';
    const { brand } = await this.api.ask(visit, BrandNow, { leadId });
    return show({ form: { displayName: brand?.name ?? '', colour: brand?.colour ?? '' } });
  }

  @Post()
  async set(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const input = { displayName: form['displayName']?.trim() ?? '', colour: form['colour']?.trim() ?? '' };
    const { leadAuthorityBrandSet } = await this.api.ask(visit, BrandSet, { input });
    const errors = FormErrors.of(leadAuthorityBrandSet.userErrors);
    return errors.any ? showAgain({ form, errors }) : seeOther('/settings', 'set');
  }
}

import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { LeadDetails, LeadDetailsSet } from './operations.generated.js';

@Page({ path: '/settings/details', access: 'lead:edit', under: '/settings' })
export class DetailsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit): Promise<Answer> {
    const { leadAuthority } = await this.api.ask(visit, LeadDetails, {});
    return show({ form: { ...leadAuthority.details, paymentDays: String(leadAuthority.paymentDays) } });
  }

  @Post()
  async set(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const entries = new Entries(form, words.fields);
    const input = {
      address: entries.text('address').replaceAll('\r\n', '\n'),
      vatNumber: entries.text('vatNumber'),
      bankAccountName: entries.text('bankAccountName'),
      bankSortCode: entries.text('bankSortCode'),
      bankAccountNumber: entries.text('bankAccountNumber'),
      paymentDays: entries.whole('paymentDays'),
    };
    const errors = entries.wrongs.any
      ? entries.wrongs
      : FormErrors.of(
          (await this.api.ask(visit, LeadDetailsSet, { input })).leadAuthorityDetailsSet.userErrors,
        );
    return errors.any ? showAgain({ form, errors }) : seeOther('/settings', 'set');
  }
}

import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { vatSentences } from '../../../words/vat.js';
import { ownFramework } from '../_parts/own-framework.js';
import { withoutPlaces } from '../../_parts/without-places.js';
import { words } from './en.js';
import {
  OfferingCreate,
  OfferingCreateFramework,
  type OfferingCreateInput,
  type VatTreatment,
} from './operations.generated.js';

@Page({
  path: '/catalogue/frameworks/:id/lots/:lotId/offerings/new',
  access: 'catalogue:edit',
  under: '/catalogue',
})
export class OfferingNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('lotId') lotId: string,
  ): Promise<Answer> {
    return show({ ...(await this.place(visit, id, lotId)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async create(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('lotId') lotId: string,
    @Body() form: Typed,
  ): Promise<Answer> {
    const { input, wrongs } = inputOf(form, lotId);
    if (wrongs.any) return showAgain({ ...(await this.place(visit, id, lotId)), form, errors: wrongs });
    const { offeringCreate } = await this.api.ask(visit, OfferingCreate, { input });
    const errors = FormErrors.of(withoutPlaces(offeringCreate.userErrors));
    if (errors.any || offeringCreate.offering === null)
      return showAgain({ ...(await this.place(visit, id, lotId)), form, errors });
    return seeOther(`/catalogue/offerings/${offeringCreate.offering.id}`, 'created');
  }

  private async place(visit: Visit, id: string, lotId: string) {
    const data = await this.api.ask(visit, OfferingCreateFramework, { id });
    const framework = ownFramework(visit, data.framework);
    const lot = framework.lots.find((one) => one.id === lotId);
    if (!lot) throw new ApiFault('NOT_FOUND', '');
    return { framework, lot };
  }
}

const inputOf = (form: Typed, lotId: string): { input: OfferingCreateInput; wrongs: FormErrors } => {
  const entries = new Entries(form, words.fields);
  const input: OfferingCreateInput = {
    lotId,
    title: entries.text('title'),
    summary: entries.text('summary'),
    included: entries.lines('included'),
    notIncluded: entries.lines('notIncluded'),
    youMust: entries.lines('youMust'),
    personalData: entries.choice('personalData', ['yes', 'no']) === 'yes',
    vatTreatment: entries.choice('vatTreatment', Object.keys(vatSentences) as VatTreatment[]),
    idempotencyKey: form['idempotencyKey'] ?? newKey(),
  };
  return { input, wrongs: entries.wrongs };
};

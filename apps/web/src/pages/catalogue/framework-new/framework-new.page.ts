import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ceilingModes } from '../../../words/catalogue.js';
import { agreementTypes, regimes } from '../../../words/frameworks.js';
import { words } from './en.js';
import {
  FrameworkCreate,
  type AgreementType,
  type CeilingMode,
  type FrameworkCreateInput,
  type Regime,
} from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/new', access: 'catalogue:edit', under: '/catalogue' })
export class FrameworkNewPage {
  constructor(private readonly api: Api) {}

  @Get()
  ask(): Answer {
    return show({ form: { idempotencyKey: newKey(), ceilingMode: 'BLOCK', ...USUAL } });
  }

  @Post()
  async create(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const { input, wrongs } = inputOf(form);
    if (wrongs.any) return showAgain({ form, errors: wrongs });
    const { frameworkCreate } = await this.api.ask(visit, FrameworkCreate, { input });
    const errors = FormErrors.of(frameworkCreate.userErrors);
    if (errors.any || frameworkCreate.framework === null) return showAgain({ form, errors });
    return seeOther(`/catalogue/frameworks/${frameworkCreate.framework.id}`, 'created');
  }
}

/** What the API takes when nothing is given; shown, so that it is a choice. */
const USUAL = {
  maxTermMonths: '60',
  noticeMonths: '6',
  priceNoticeDays: '90',
  disputeDays: '30',
  reviewWorkingDays: '5',
  spikePercent: '20',
  usageMaxAgeMonths: '12',
};

const choices = <T extends string>(named: Readonly<Record<T, unknown>>): readonly T[] =>
  Object.keys(named) as T[];

const inputOf = (form: Typed): { input: FrameworkCreateInput; wrongs: FormErrors } => {
  const entries = new Entries(form, words.fields);
  const input: FrameworkCreateInput = {
    title: entries.text('title'),
    reference: entries.text('reference'),
    summary: entries.text('summary'),
    regime: entries.choice<Regime>('regime', choices(regimes)),
    agreementType: entries.choice<AgreementType>('agreementType', choices(agreementTypes)),
    noticeReference: entries.text('noticeReference'),
    startsOn: entries.date('startsOn'),
    endsOn: entries.date('endsOn'),
    termReason: entries.optionalText('termReason'),
    ceiling: entries.decimal('ceiling'),
    ceilingMode: entries.choice<CeilingMode>('ceilingMode', choices(ceilingModes)),
    maxTermMonths: entries.optionalWhole('maxTermMonths'),
    noticeMonths: entries.optionalWhole('noticeMonths'),
    priceNoticeDays: entries.optionalWhole('priceNoticeDays'),
    disputeDays: entries.optionalWhole('disputeDays'),
    reviewWorkingDays: entries.optionalWhole('reviewWorkingDays'),
    spikePercent: entries.optionalWhole('spikePercent'),
    usageMaxAgeMonths: entries.optionalWhole('usageMaxAgeMonths'),
    idempotencyKey: form['idempotencyKey'] ?? newKey(),
  };
  return { input, wrongs: entries.wrongs };
};

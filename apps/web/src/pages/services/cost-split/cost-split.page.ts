import { Body, Get, Param, Post } from '@nestjs/common';
import { addMonths, monthOf, parseDecimal } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { monthChoices } from '../../../formats/month-choices.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CallOffToSplit, MetersToSplit, RecordCostSplit } from './operations.generated.js';
import { fieldsOf, namesOfRows, rowsOf, sharesIn } from './share-rows.js';

/** How a member splits what it is charged for a call-off over its own cost centres. */
@Page({ path: '/call-offs/:id/cost-split', access: 'costSplit:record', under: '/call-offs' })
export class CostSplitPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const model = await this.modelOf(visit, id);
    const shares = model.callOff.costSplits.findLast(({ meterId }) => meterId === null)?.shares ?? [];
    const month = monthOf(visit.today).start.slice(0, 7);
    const form = { ...fieldsOf(shares), fromMonth: month, idempotencyKey: newKey() };
    return show({ ...model, rows: rowsOf(form), form });
  }

  @Post()
  async record(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const { shares, rows } = sharesIn(form);
    const errors = unreadable(shares, rows);
    const wrong = errors.any ? errors : await this.send(visit, id, form);
    if (!wrong.any) return seeOther(`/call-offs/${id}#cost-centres`, 'recorded');
    return showAgain({ ...(await this.modelOf(visit, id)), rows: rowsOf(form), form, errors: wrong });
  }

  private async send(visit: Visit, id: string, form: Typed): Promise<FormErrors> {
    const { shares, rows } = sharesIn(form);
    const { costSplitRecord } = await this.api.ask(visit, RecordCostSplit, {
      input: {
        callOffId: id,
        meterId: form['meterId'] ? form['meterId'] : null,
        fromMonth: form['fromMonth'] ?? '',
        shares: [...shares],
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    return FormErrors.of(costSplitRecord.userErrors, { ...namesOfRows(rows), shares: 'shares.0.costCentre' });
  }

  private async modelOf(visit: Visit, id: string) {
    const { callOff } = await this.api.ask(visit, CallOffToSplit, { id });
    const { offering } = await this.api.ask(visit, MetersToSplit, { offeringId: callOff.offeringId });
    return {
      callOff,
      meters: [
        { value: '', text: words.everyMeter },
        ...offering.meters.map((meter) => ({ value: meter.id, text: meter.title })),
      ],
      months: monthChoices(addMonths(visit.today, 3), { atMost: 16, from: callOff.startsOn }),
    };
  }
}

/** The API takes a share only when it is a number. */
const unreadable = (shares: readonly { readonly percent: string }[], rows: readonly number[]): FormErrors =>
  shares.reduce(
    (errors, { percent }, index) =>
      parseDecimal(percent, { allowNegative: true }) === null
        ? errors.and(FormErrors.one(`shares.${rows[index] ?? 0}.percent`, words.percentUnreadable))
        : errors,
    FormErrors.NONE,
  );

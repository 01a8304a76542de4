import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { boxesOf, type Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { CallOffToRecordFor, MetersToRecord, RecordUsage } from './operations.generated.js';

/** Usage that a person types in, or the correction of a record: then the address says which one. */
@Page({ path: '/call-offs/:id/usage/new', access: 'usage:record', under: '/call-offs' })
export class NewUsagePage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string, @Query() query: Typed): Promise<Answer> {
    const model = await this.modelOf(visit, id);
    const [only, ...others] = model.meters;
    const meterId = query['meter'] ?? (others.length === 0 ? only?.id : undefined);
    const { source, event, day } = query;
    const form = { meterId, source, event, ...boxesOf('usedOn', day), idempotencyKey: newKey() };
    return show({ ...model, ...titleOf(form), form });
  }

  @Post()
  async record(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const meterId = form['meterId'] ?? '';
    if (meterId === '') typed.note('meterId', words.meterMissing);
    const usedOn = typed.date('usedOn', words.usedOnWrong);
    const model = await this.modelOf(visit, id);
    const quantity = quantityIn(
      typed,
      model.meters.find((meter) => meter.id === meterId),
    );
    const { source, event } = form;
    const { usageRecord } = await this.api.ask(visit, RecordUsage, {
      input: {
        callOffId: id,
        meterId: meterId === '' ? (model.meters[0]?.id ?? '') : meterId,
        usedOn: usedOn ?? visit.today,
        quantity,
        value: valueIn(form),
        corrects: source && event ? { source, eventId: event } : null,
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    const errors = typed.errorsWith(usageRecord.userErrors, { standIn: 'quantity' });
    const made = usageRecord.usageRecord;
    if (errors.any || made === null) return showAgain({ ...model, ...titleOf(form), form, errors });
    // A correction counts on the day of what it corrects, which the answer knows.
    const month = made.day.slice(0, 7);
    return seeOther(
      `/call-offs/${id}/usage/${made.meterId}/records?month=${month}`,
      source ? 'corrected' : 'recorded',
    );
  }

  private async modelOf(visit: Visit, id: string) {
    const { callOff } = await this.api.ask(visit, CallOffToRecordFor, { id });
    const { offering } = await this.api.ask(visit, MetersToRecord, { offeringId: callOff.offeringId });
    const meters = offering.meters.filter(({ charge }) => charge === 'USAGE');
    return { callOff, meters, namesOnes: meters.some(({ aggregation }) => aggregation === 'UNIQUE') };
  }
}

/**
 * The quantity as the API reads it. Records that are counted themselves, or what they name, need none. Usage is never
 * less than nothing: what cannot be read is never recorded without it.
 */
const quantityIn = (
  typed: TypedValues,
  meter: { readonly aggregation: string } | undefined,
): string | null => {
  const needsNone = meter?.aggregation === 'COUNT' || meter?.aggregation === 'UNIQUE';
  const { missing, unreadable } = words.quantityWrong;
  const quantity = typed.decimal('quantity', needsNone ? { unreadable } : { missing, unreadable });
  return typed.any ? '-1' : quantity;
};

const valueIn = (form: Typed): string | null => {
  const value = form['value']?.trim() ?? '';
  return value === '' ? null : value;
};

const titleOf = ({ event }: Typed): { title: string } => ({
  title: event ? words.titleOfCorrection : words.title,
});

import { boxesOf, type Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { entryWords } from '../../../words/entries.js';
import { clockIn, instantOf, londonTimeOf } from './london-time.js';
import type { QuarantinedQuery, QuarantineReleaseInput } from './operations.generated.js';

type Quarantined = QuarantinedQuery['quarantinedUsage'];

const NAMES = { quantity: 'the quantity', time: 'the day of the usage', clock: 'the time of the usage' };

/** The form as it is shown first: everything as it was sent. */
export const asSent = ({ quantity, time, type }: Quarantined): Typed => {
  const { date, clock } = londonTimeOf(time);
  return { quantity: quantity ?? '', meterCode: type, ...boxesOf('time', date), clock };
};

/** What a person put right: only what differs from what was sent is told, for the rest stays to the last digit. */
export const releaseEntry = (
  sent: Quarantined,
  form: Typed,
): { readonly input: QuarantineReleaseInput; readonly wrongs: FormErrors } => {
  const entries = new Entries(form, NAMES);
  const quantity = sent.quantity === null ? entries.optionalDecimal('quantity') : entries.decimal('quantity');
  const before = londonTimeOf(sent.time);
  const date = entries.date('time');
  const clock = clockIn(form['clock'] ?? '');
  const wrongs =
    clock === null
      ? entries.wrongs.and(FormErrors.one('clock', entryWords.clock(NAMES.clock)))
      : entries.wrongs;
  const timeChanged = clock !== null && (date !== before.date || clock !== before.clock);
  const chosen = (name: string): string | null => entries.optionalText(name);
  const input: QuarantineReleaseInput = {
    quarantineId: sent.id,
    callOffId: chosen('callOffId'),
    meterCode: chosen('meterCode') === sent.type ? null : chosen('meterCode'),
    quantity: quantity === sent.quantity ? null : quantity,
    time: timeChanged && !wrongs.any ? instantOf(date, clock) : null,
    note: chosen('note'),
  };
  return { input, wrongs };
};

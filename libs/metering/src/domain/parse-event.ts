import { readDecimal, refuse, textFaults, type DecimalFault, type Refusal } from '#libs/kernel';
import { parseEventTime, TIME_EXAMPLE } from './event-time.js';
import type { UsageEvent } from './event.js';
import type { EventName } from './usage.js';
import { valueDigest } from './value-digest.js';

/** What reading one event came to: the event, or every fault of it. */
export type ReadEvent =
  | { readonly event: UsageEvent; readonly faults: readonly [] }
  | { readonly event: null; readonly faults: readonly [Refusal, ...Refusal[]] };

const LONGEST_ID = 200;

/**
 * Reads one CloudEvents 1.0 event of a key's source. Attributes and data that we do not know are left alone and
 * are no part of its content. What its data must hold depends on the meter, which is not known yet: `lackOf`.
 */
export const parseEvent = (
  value: unknown,
  { source, leadId }: { readonly source: string; readonly leadId: string },
): ReadEvent => {
  if (!isObject(value)) return refused([invalid('event', 'must be a JSON object.')]);
  const sent = value['data'] ?? {};
  const data = isObject(sent) ? sent : {};
  const eventId = readName(value['id'], 'id');
  const meterCode = readName(value['type'], 'type');
  const time = parseEventTime(value['time']);
  const quantity = readOptionalQuantity(data['quantity']);
  const callOff = readOptionalName(value['calloff'], 'calloff');
  const corrects = readOptionalName(data['corrects'], 'data.corrects');

  const faults = [
    ...(value['specversion'] === '1.0' ? [] : [invalid('specversion', 'must be "1.0".')]),
    ...faultOf(eventId),
    ...sourceFaults(value['source'], source),
    ...faultOf(meterCode),
    ...(time === null ? [invalid('time', TIME_EXAMPLE)] : []),
    ...(isObject(sent) ? faultOf(quantity) : [invalid('data', 'must be an object with a quantity.')]),
    ...faultOf(callOff),
    ...faultOf(corrects),
    ...(typeof corrects === 'string' && corrects === eventId
      ? [invalid('data.corrects', 'must name another event.')]
      : []),
  ];
  const [first, ...others] = faults;
  if (first) return refused([first, ...others]);
  return {
    event: {
      source,
      eventId: good(eventId),
      meterCode: good(meterCode),
      time: good(time),
      quantity: typeof quantity === 'string' ? quantity : null,
      valueDigest: valueDigest(data['value'], leadId),
      callOff: typeof callOff === 'string' ? callOff : null,
      corrects: typeof corrects === 'string' ? { source, eventId: corrects } : null,
    },
    faults: [],
  };
};

/**
 * A quantity as its canonical text. A JSON number is not taken, whole or not: by the time that it could be looked
 * at, 9007199254740993 is already another number.
 */
export const readQuantity = (
  value: unknown,
  path: readonly string[] = ['data', 'quantity'],
): string | Refusal => {
  const field = path.join('.');
  if (typeof value === 'number') return invalid(field, 'Send quantities as text, like "12.5".');
  const read = readDecimal(value);
  if (typeof read !== 'string') return canonical(value as string);
  const faults: Record<DecimalFault, Refusal> = {
    FORMAT: invalid(field, 'must be a decimal number as text, like "12.5".'),
    NEGATIVE: refuse('QUANTITY_NEGATIVE', {}, path),
    TOO_BIG: invalid(field, 'must have no more than 18 digits before the point.'),
    TOO_MANY_DECIMALS: invalid(field, 'must have no more than 12 decimal places.'),
  };
  return faults[read];
};

/** The same of a quantity that may be left out. */
export const readOptionalQuantity = (
  value: unknown,
  path: readonly string[] = ['data', 'quantity'],
): string | Refusal | null => (value === undefined || value === null ? null : readQuantity(value, path));

/** Whether an event can be called so; no other name is ever found. */
export const isName = ({ source, eventId }: EventName): boolean =>
  [source, eventId].every((text) => textFaults(text, { field: '', path: [], max: LONGEST_ID }).length === 0);

/** '1.50' and '1.5' are one quantity, and so are '0.0' and '0'. */
const canonical = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;

const sourceFaults = (sent: unknown, source: string): readonly Refusal[] =>
  sent === source ? [] : [invalid('source', `must be "${source}", the source of this usage key.`)];

const readName = (value: unknown, field: string): string | Refusal => {
  if (typeof value !== 'string') return invalid(field, 'must be text.');
  const [fault] = textFaults(value, { field, path: [], max: LONGEST_ID });
  if (!fault) return value;
  if (fault.code === 'FIELD_REQUIRED') return invalid(field, 'must not be empty.');
  return invalid(
    field,
    fault.code === 'TEXT_TOO_LONG'
      ? `must be ${LONGEST_ID} characters or fewer.`
      : 'contains characters that cannot be used.',
  );
};

const readOptionalName = (value: unknown, field: string): string | Refusal | null =>
  value === undefined || value === null ? null : readName(value, field);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (field: string, why: string): Refusal =>
  refuse('USAGE_EVENT_INVALID', { field, why }, field.split('.'));
const faultOf = (read: string | Refusal | null): readonly Refusal[] =>
  typeof read === 'object' && read !== null ? [read] : [];
const refused = (faults: readonly [Refusal, ...Refusal[]]): ReadEvent => ({ event: null, faults });

/** A part that had no fault. */
const good = <T>(part: T | Refusal | null): T => {
  if (part === null) throw new Error('a part with a fault was used');
  return part as T;
};

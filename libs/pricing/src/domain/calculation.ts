import {
  err,
  Exact,
  formatPence,
  okUnless,
  refuse,
  roundToPence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { exactText } from './exact-text.js';
import { FieldReader, isObject } from './field-reader.js';
import { readDaysOf, readPrice } from './parse-price.js';
import type { Price } from './price.js';
import { priceToJson } from './price-to-json.js';
import type { LineInput, RatedLine } from './rate-line.js';

/** Reads what the calculator is given (docs/prices.md), or says everything that is wrong with it. */
export const parseCalculation = (json: unknown): Result<LineInput> => {
  if (!isObject(json)) return err(refuse('FIELD_REQUIRED', { field: 'a JSON object with a price' }));
  const faults: Refusal[] = [];
  const fields = new FieldReader(json, [], faults);
  const price = readPrice(fields.value('price'), ['price'], faults);
  const part = readDaysOf(fields, 'part');
  const held = readDaysOf(fields, 'held');
  const quantity = readQuantity(fields);
  const events = fields.count('events', 'number of events', 0n);
  const final = readFinal(fields);
  const alreadyBilled = readAlreadyBilled(fields);
  const vatRate = fields.amount('vatRate', 'VAT rate', { otherwise: Exact.ZERO, max: '1' });
  fields.refuseUnknown();
  return okUnless(faults, () => ({
    price: price as Price,
    part,
    held,
    quantity,
    events,
    final,
    alreadyBilled: roundToPence(alreadyBilled),
    vatRate,
  }));
};

/** The same input as JSON, so that a data pack holds exactly what the calculator reads. */
export const calculationToJson = (input: LineInput): Readonly<Record<string, unknown>> => ({
  price: priceToJson(input.price),
  ...(input.part ? { part: input.part } : {}),
  ...(input.held ? { held: input.held } : {}),
  quantity: exactText(input.quantity),
  // eslint-disable-next-line no-restricted-syntax -- a count of records, which JSON holds as a whole number
  events: Number(input.events),
  final: input.final,
  alreadyBilled: { net: formatPence(input.alreadyBilled) },
  vatRate: exactText(input.vatRate),
});

/** What the calculator prints. Numbers are decimal text; one that never ends is printed to 20 places. */
export const ratedLineToJson = (line: RatedLine): Readonly<Record<string, unknown>> => ({
  lines: line.lines.map(({ kind, label, quantity, unit, amount }) => ({
    kind,
    label,
    ...(quantity === undefined ? {} : { quantity: quantity.toDecimalString() }),
    ...(unit === undefined ? {} : { unit: unit.toDecimalString() }),
    amount: amount.toDecimalString(),
  })),
  exact: line.exact.toDecimalString(),
  net: formatPence(line.net),
  vat: formatPence(line.vat),
  gross: formatPence(line.gross),
});

const readQuantity = (fields: FieldReader): Exact => {
  const quantity = fields.amount('quantity', 'quantity', { otherwise: Exact.ZERO, allowNegative: true });
  if (quantity.isNegative()) fields.fault(refuse('QUANTITY_NEGATIVE', {}, ['quantity']));
  return quantity;
};

const readFinal = (fields: FieldReader): boolean => {
  const final = fields.value('final');
  if (typeof final !== 'boolean' && final !== undefined) {
    fields.fault(refuse('CHOICE_UNKNOWN', { field: '"final": true or false' }, ['final']));
  }
  return final === true;
};

const readAlreadyBilled = (fields: FieldReader): Exact => {
  const json = fields.value('alreadyBilled');
  const billed = json === undefined ? null : fields.object(json, ['alreadyBilled'], 'net billed already');
  const rule = { maxIntegerDigits: 15, maxPlaces: 2, allowNegative: true };
  const net = billed?.amount('net', 'net billed already', rule) ?? Exact.ZERO;
  billed?.refuseUnknown();
  return net;
};

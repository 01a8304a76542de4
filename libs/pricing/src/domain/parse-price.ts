import { Exact, okUnless, refuse, type Refusal, type Result } from '#libs/kernel';
import { FieldReader, isObject, shortened } from './field-reader.js';
import { isModelName, modelOf } from './models.js';
import type { DaysOf, ModelPrice, Price, PriceOptions, VolumeBandOff } from './price.js';
import { isDaysOf } from './share.js';

const WHOLE = /^(0|[1-9][0-9]{0,8})$/;

/**
 * Reads a price from JSON (the shapes are in docs/prices.md), or says everything that is wrong with it.
 * `path` is where the price stands in the input, and is put before each fault's own path.
 */
export const parsePrice = (json: unknown, path: readonly string[] = []): Result<Price> => {
  const faults: Refusal[] = [];
  const price = readPrice(json, path, faults);
  return okUnless(faults, () => price as Price);
};

/** As `parsePrice`, adding to faults that are gathered already; null when the model could not be told. */
export const readPrice = (json: unknown, path: readonly string[], faults: Refusal[]): Price | null => {
  if (!isObject(json)) {
    faults.push(refuse('FIELD_REQUIRED', { field: 'the price' }, path));
    return null;
  }
  const fields = new FieldReader(json, path, faults);
  const model = readModel(fields);
  const options = readOptions(fields);
  if (model === null) return null;
  fields.refuseUnknown();
  return { ...model, ...options };
};

const readModel = (fields: FieldReader): ModelPrice | null => {
  const name = fields.value('model');
  if (isModelName(name)) return modelOf(name).read(fields);
  if (typeof name !== 'string') fields.require('model', 'price model');
  else fields.fault(refuse('PRICE_MODEL_UNKNOWN', { model: shortened(name) }, [...fields.path, 'model']));
  return null;
};

const readOptions = (fields: FieldReader): PriceOptions => ({
  freeUnits: fields.amount('freeUnits', 'number of free units', { otherwise: Exact.ZERO }),
  minimum: fields.value('minimum') === undefined ? null : fields.amount('minimum', 'minimum'),
  maximum: fields.value('maximum') === undefined ? null : fields.amount('maximum', 'maximum'),
  prorate: readDaysOf(fields, 'prorate'),
  volumeBand: readVolumeBand(fields),
  discount: fields.amount('discount', 'discount', { otherwise: Exact.ZERO, max: '100' }),
});

/** A band of the framework's volume, `{"over": "50000", "discount": "5"}`; null when the field is absent. */
const readVolumeBand = (fields: FieldReader): VolumeBandOff | null => {
  const json = fields.value('volumeBand');
  if (json === undefined) return null;
  const band = fields.object(json, ['volumeBand'], 'volume and the discount of the band', ' of the band');
  const over = band?.amount('over', 'volume') ?? Exact.ZERO;
  const discount = band?.amount('discount', 'discount', { max: '100' }) ?? Exact.ZERO;
  band?.refuseUnknown();
  return { over, discount };
};

/** Days of a period, `{"days": 26, "of": 29}`; null when the field is absent. */
export const readDaysOf = (fields: FieldReader, name: string): DaysOf | null => {
  const json = fields.value(name);
  if (json === undefined) return null;
  const at = [...fields.path, name];
  const inner = isObject(json) ? fields.object(json, [name], 'days') : null;
  const days = wholeNumber(inner?.value('days'));
  const of = wholeNumber(inner?.value('of'));
  inner?.refuseUnknown();
  if (days !== null && of !== null && isDaysOf(days, of)) return { days, of };
  fields.fault(refuse('PRORATE_DAYS', {}, at));
  return null;
};

const wholeNumber = (value: unknown): number | null => {
  const text = typeof value === 'number' ? String(value) : value;
  // eslint-disable-next-line no-restricted-syntax -- a count of days, matched as digits just before
  return typeof text === 'string' && WHOLE.test(text) ? Number(text) : null;
};

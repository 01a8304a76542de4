import type { Typed } from '../../../frame/dates-in-forms.js';
import { Entries } from '../../../frame/entries.js';
import type { FormErrors } from '../../../frame/form-errors.js';
import { priceFieldNames } from './field-names.js';
import type { PriceInput, PriceModel, PriceTierInput } from './operations.generated.js';

/** As many tiers as the form has rows for. */
export const TIER_ROWS = 10;

/** A price as it was typed, and where the API's refusals of it belong in the form. */
export interface PriceEntry {
  readonly startsOn: string;
  readonly price: PriceInput;
  readonly wrongs: FormErrors;
  readonly rename: Readonly<Record<string, string>>;
}

/** Reads the fields of a model, and those that every model can have. */
export const priceEntry = (model: PriceModel, form: Typed): PriceEntry => {
  const entries = new Entries(form, priceFieldNames(TIER_ROWS));
  const { fields, rename } = ofModel(model, entries, form);
  const price: PriceInput = {
    model,
    ...fields,
    freeUnits: entries.optionalDecimal('price.freeUnits'),
    minimum: entries.optionalDecimal('price.minimum'),
    maximum: entries.optionalDecimal('price.maximum'),
  };
  return { price, startsOn: entries.date('startsOn'), wrongs: entries.wrongs, rename };
};

const NOTHING: Readonly<Record<string, string>> = {};

const ofModel = (
  model: PriceModel,
  entries: Entries,
  form: Typed,
): { fields: Partial<PriceInput>; rename: Readonly<Record<string, string>> } => {
  switch (model) {
    case 'FLAT':
      return { fields: { amount: entries.decimal('price.amount') }, rename: NOTHING };
    case 'PER_UNIT':
      return { fields: { unit: entries.decimal('price.unit') }, rename: NOTHING };
    case 'PACKAGE':
      return {
        fields: { size: entries.decimal('price.size'), unit: entries.decimal('price.unit') },
        rename: NOTHING,
      };
    case 'PERCENTAGE':
      return {
        fields: {
          rate: entries.decimal('price.rate'),
          fixed: entries.optionalDecimal('price.fixed'),
          freeEvents: entries.optionalWhole('price.freeEvents'),
        },
        rename: NOTHING,
      };
    case 'GRADUATED':
    case 'VOLUME':
      return tiersIn(entries, form);
  }
};

/** The rows that something was typed in; the API counts those alone, so its refusals are told of their rows. */
const tiersIn = (entries: Entries, form: Typed) => {
  const rows = Array.from({ length: TIER_ROWS }, (_, row) => row).filter((row) =>
    ['upTo', 'unit', 'flat'].some((part) => form[`price.tiers.${row}.${part}`]?.trim()),
  );
  const tiers = rows.map((row): PriceTierInput => {
    const at = `price.tiers.${row}`;
    return {
      upTo: entries.optionalDecimal(`${at}.upTo`),
      unit: entries.decimal(`${at}.unit`),
      flat: entries.optionalDecimal(`${at}.flat`),
    };
  });
  const renamed = rows.flatMap((row, place) =>
    ['upTo', 'unit', 'flat'].map((part) => [`price.tiers.${place}.${part}`, `price.tiers.${row}.${part}`]),
  );
  const rename = { 'price.tiers': 'price.tiers.0.unit', ...(Object.fromEntries(renamed) as object) };
  return { fields: { tiers }, rename };
};

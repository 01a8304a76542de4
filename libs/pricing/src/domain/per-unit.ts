import { exactText } from './exact-text.js';
import type { Model } from './model.js';
import type { PerUnitPrice } from './price.js';
import { poundsWords } from './words.js';

/** So much for each unit. */
export const perUnit: Model<PerUnitPrice> = {
  read: (fields) => ({ model: 'perUnit', unit: fields.amount('unit', 'unit price') }),

  components: (price, { quantity }) => [
    { kind: 'unit', label: 'Units', quantity, unit: price.unit, amount: quantity.times(price.unit) },
  ],

  scale: (price) => price,

  toJson: (price) => ({ unit: exactText(price.unit) }),

  describe: (price) => [`${poundsWords(price.unit)} each`],
};

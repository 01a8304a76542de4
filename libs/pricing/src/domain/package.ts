import { Exact } from '#libs/kernel';
import { exactText } from './exact-text.js';
import type { Model } from './model.js';
import type { PackagePrice } from './price.js';
import { numberWords, poundsWords } from './words.js';

/** So much for every started package. */
export const pack: Model<PackagePrice> = {
  read: (fields) => ({
    model: 'package',
    size: fields.amount('size', 'package size', { moreThanZero: true }),
    unit: fields.amount('unit', 'package price'),
  }),

  components: (price, usage) => {
    const quantity = Exact.of(usage.quantity.over(price.size).ceil());
    const label = `Started packages of ${numberWords(price.size)}`;
    return [{ kind: 'package', label, quantity, unit: price.unit, amount: quantity.times(price.unit) }];
  },

  scale: (price) => price,

  toJson: (price) => ({ size: exactText(price.size), unit: exactText(price.unit) }),

  describe: (price) => [`${poundsWords(price.unit)} for every started ${numberWords(price.size)}`],
};

import { exactText } from './exact-text.js';
import type { Model } from './model.js';
import type { FlatPrice } from './price.js';
import { poundsWords } from './words.js';

/** A charge that does not depend on use. */
export const flat: Model<FlatPrice> = {
  read: (fields) => ({ model: 'flat', amount: fields.amount('amount', 'amount') }),

  components: (price, _usage, share) => [
    { kind: 'flat', label: `Fixed charge${share.words}`, amount: price.amount.times(share.factor) },
  ],

  scale: (price, factor) => ({ ...price, amount: price.amount.times(factor) }),

  toJson: (price) => ({ amount: exactText(price.amount) }),

  describe: (price) => [`${poundsWords(price.amount)} for each period`],
};

import { Exact } from '#libs/kernel';
import { exactText, wholeNumber } from './exact-text.js';
import type { Model } from './model.js';
import type { Component, PercentagePrice } from './price.js';
import { numberWords, poundsWords } from './words.js';

const HUNDRED = Exact.of(100n);

/** A share of an amount, and so much for each event. */
export const percentage: Model<PercentagePrice> = {
  read: (fields) => ({
    model: 'percentage',
    rate: fields.amount('rate', 'percentage rate'),
    fixed: fields.amount('fixed', 'fixed amount for each event', { otherwise: Exact.ZERO }),
    freeEvents: Exact.of(fields.count('freeEvents', 'number of free events', 0n)),
  }),

  components: (price, usage) => {
    const unit = price.rate.over(HUNDRED);
    const share: Component = {
      kind: 'percentage',
      label: `${numberWords(price.rate)}% of the amount`,
      quantity: usage.quantity,
      unit,
      amount: usage.quantity.times(unit),
    };
    if (price.fixed.isZero()) return [share];
    const quantity = Exact.max(Exact.ZERO, Exact.of(usage.events).minus(price.freeEvents));
    const amount = quantity.times(price.fixed);
    return [share, { kind: 'fixed', label: 'Events', quantity, unit: price.fixed, amount }];
  },

  scale: (price, factor) => ({ ...price, freeEvents: price.freeEvents.times(factor) }),

  toJson: (price) => ({
    rate: exactText(price.rate),
    ...(price.fixed.isZero() ? {} : { fixed: exactText(price.fixed) }),
    ...(price.freeEvents.isZero() ? {} : { freeEvents: wholeNumber(price.freeEvents) }),
  }),

  describe: (price) => {
    const after = price.freeEvents.isZero() ? '' : ` after the first ${numberWords(price.freeEvents)}`;
    const events = price.fixed.isZero() ? [] : [`${poundsWords(price.fixed)} for each event${after}`];
    return [`${numberWords(price.rate)}% of the amount`, ...events];
  },
};

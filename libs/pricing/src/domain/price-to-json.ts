import { exactText } from './exact-text.js';
import { modelOf } from './models.js';
import type { Price } from './price.js';

/** A price as JSON: decimals are text, counts are numbers. */
export type PriceJson = { readonly [field: string]: unknown };

/**
 * A price as the JSON that `parsePrice` reads back to the same price. Throws a RangeError when a number of it has no
 * exact text, as a part of a period may not: write down the whole price and its part instead.
 */
export const priceToJson = (price: Price): PriceJson => {
  const { model, freeUnits, minimum, maximum, prorate, volumeBand, discount } = price;
  return {
    model,
    ...modelOf(model).toJson(price),
    ...(freeUnits.isZero() ? {} : { freeUnits: exactText(freeUnits) }),
    ...(minimum === null ? {} : { minimum: exactText(minimum) }),
    ...(maximum === null ? {} : { maximum: exactText(maximum) }),
    ...(prorate === null ? {} : { prorate: { days: prorate.days, of: prorate.of } }),
    ...(volumeBand === null
      ? {}
      : { volumeBand: { over: exactText(volumeBand.over), discount: exactText(volumeBand.discount) } }),
    ...(discount.isZero() ? {} : { discount: exactText(discount) }),
  };
};

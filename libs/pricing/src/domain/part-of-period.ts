import { modelOf } from './models.js';
import type { DaysOf, Price } from './price.js';
import { fractionOf } from './share.js';

/**
 * The price for a part of a period that is rated alone, as when a price changes inside a month: tier bounds, flat
 * amounts, free units, free events, minimum and maximum are the part's share of the days, exactly; prices for each
 * unit and the size of a package stay. Throws a RangeError when the days are not whole or more than all.
 */
export const partOfPeriod = (price: Price, part: DaysOf): Price => {
  const factor = fractionOf(part);
  return {
    ...modelOf(price.model).scale(price, factor),
    freeUnits: price.freeUnits.times(factor),
    minimum: price.minimum === null ? null : price.minimum.times(factor),
    maximum: price.maximum === null ? null : price.maximum.times(factor),
    prorate: price.prorate,
    volumeBand: price.volumeBand,
    discount: price.discount,
  };
};

/** The price for who is here for part of a period only: flat amounts, minimum and maximum by days, nothing else. */
export const prorated = (price: Price, days: DaysOf): Price => {
  fractionOf(days);
  return { ...price, prorate: days };
};

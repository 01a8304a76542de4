import { modelOf } from './models.js';
import type { Price } from './price.js';
import { discountWords, numberWords, poundsWords, volumeBandWords } from './words.js';

/** A price in plain English, a sentence a line: '£4.42 each', 'First 10: £10.00 each plus £2.00'. */
export const describePrice = (price: Price): readonly string[] => {
  const { freeUnits, minimum, maximum, prorate, volumeBand, discount } = price;
  return [
    ...(freeUnits.isZero() ? [] : [`First ${numberWords(freeUnits)} free`]),
    ...modelOf(price.model).describe(price),
    ...(volumeBand === null ? [] : [volumeBandWords(volumeBand)]),
    ...(discount.isZero() ? [] : [discountWords(discount)]),
    ...(minimum === null ? [] : [`At least ${poundsWords(minimum)} for each period`]),
    ...(maximum === null ? [] : [`At most ${poundsWords(maximum)} for each period`]),
    ...(prorate === null
      ? []
      : [`Amounts for a period are charged for ${prorate.days} of ${prorate.of} days`]),
  ];
};

import type { Model } from './model.js';
import type { VolumePrice } from './price.js';
import { boundsWords, readTiers, scaleTiers, tierComponents, tierOf, tiersToJson } from './tiers.js';
import { poundsWords } from './words.js';

/** All units at the price of the tier that the quantity falls in, and that tier's flat amount. */
export const volume: Model<VolumePrice> = {
  read: (fields) => ({ model: 'volume', tiers: readTiers(fields) }),

  components: ({ tiers }, { quantity }, share) =>
    tierComponents(tiers, tierOf(tiers, quantity).index, quantity, share),

  scale: (price, factor) => ({ ...price, tiers: scaleTiers(price.tiers, factor) }),

  toJson: (price) => ({ tiers: tiersToJson(price.tiers) }),

  describe: ({ tiers }) =>
    tiers.map(({ unit, flat }, index) => {
      const bounds = boundsWords(tiers, index);
      const plus = flat.isZero() ? '' : ` plus ${poundsWords(flat)}`;
      return `${bounds.charAt(0).toUpperCase()}${bounds.slice(1)}: ${poundsWords(unit)} each for all${plus}`;
    }),
};

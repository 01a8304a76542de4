import { Exact } from '#libs/kernel';
import type { Model } from './model.js';
import type { Component, GraduatedPrice } from './price.js';
import { readTiers, scaleTiers, tierComponents, tierOf, tiersToJson } from './tiers.js';
import { numberWords, poundsWords } from './words.js';

/** Each tier's units at its own price; the flat amount of every tier that was entered. */
export const graduated: Model<GraduatedPrice> = {
  read: (fields) => ({ model: 'graduated', tiers: readTiers(fields) }),

  components: ({ tiers }, { quantity }, share) => {
    const components: Component[] = [];
    let floor = Exact.ZERO;
    for (const [index, { upTo }] of tiers.slice(0, tierOf(tiers, quantity).index + 1).entries()) {
      const top = upTo === null ? quantity : Exact.min(quantity, upTo);
      components.push(...tierComponents(tiers, index, top.minus(floor), share));
      floor = top;
    }
    return components;
  },

  scale: (price, factor) => ({ ...price, tiers: scaleTiers(price.tiers, factor) }),

  toJson: (price) => ({ tiers: tiersToJson(price.tiers) }),

  describe: ({ tiers }) =>
    tiers.map(({ upTo, unit, flat }, index) => {
      const from = tiers[index - 1]?.upTo ?? null;
      const plus = flat.isZero() ? '' : ` plus ${poundsWords(flat)}`;
      return `${bandWords(from, upTo)}: ${poundsWords(unit)} each${plus}`;
    }),
};

const bandWords = (from: Exact | null, upTo: Exact | null): string => {
  if (from === null) return upTo === null ? 'Any quantity' : `First ${numberWords(upTo)}`;
  if (upTo === null) return `Over ${numberWords(from)}`;
  return `Next ${numberWords(upTo.minus(from))}`;
};

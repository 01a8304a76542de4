import { Exact, refuse } from '#libs/kernel';
import { exactText } from './exact-text.js';
import type { FieldReader } from './field-reader.js';
import type { Component, Share, Tier, Tiers } from './price.js';
import { numberWords } from './words.js';

/** Reads a list of tiers: bounds rise, only the last is open. */
export const readTiers = (fields: FieldReader): Tiers => {
  const list = fields.value('tiers');
  if (!Array.isArray(list) || list.length === 0) {
    fields.require('tiers', 'tiers, at least one');
    return [OPEN];
  }
  const tiers = list.map((json: unknown, index) => readTier(fields, json, index));
  checkOrder(fields, tiers);
  const [first = OPEN, ...rest] = tiers.map((tier) => tier ?? OPEN);
  return [first, ...rest];
};

/** The first tier that holds a quantity: bounds are inclusive at the top, so 100.5 is above a tier that ends at 100. */
export const tierOf = (tiers: Tiers, quantity: Exact): { readonly index: number; readonly tier: Tier } => {
  for (const [index, tier] of tiers.entries()) {
    if (tier.upTo === null || quantity.compare(tier.upTo) <= 0) return { index, tier };
  }
  throw new RangeError('the last tier is not open');
};

/** A tier's units and, where it has one, its flat amount. */
export const tierComponents = (
  tiers: Tiers,
  index: number,
  quantity: Exact,
  share: Share,
): readonly Component[] => {
  const tier = tiers[index] ?? OPEN;
  const label = `Tier ${index + 1} (${boundsWords(tiers, index)})`;
  const units: Component = {
    kind: 'tier',
    label,
    quantity,
    unit: tier.unit,
    amount: quantity.times(tier.unit),
  };
  if (tier.flat.isZero()) return [units];
  const flat = `Flat amount of tier ${index + 1}${share.words}`;
  return [units, { kind: 'flat', label: flat, amount: tier.flat.times(share.factor) }];
};

export const scaleTiers = ([first, ...rest]: Tiers, factor: Exact): Tiers => {
  const scale = (tier: Tier): Tier => ({
    upTo: tier.upTo === null ? null : tier.upTo.times(factor),
    unit: tier.unit,
    flat: tier.flat.times(factor),
  });
  return [scale(first), ...rest.map(scale)];
};

export const tiersToJson = (tiers: Tiers): readonly Readonly<Record<string, unknown>>[] =>
  tiers.map(({ upTo, unit, flat }) => ({
    upTo: upTo === null ? null : exactText(upTo),
    unit: exactText(unit),
    ...(flat.isZero() ? {} : { flat: exactText(flat) }),
  }));

/** 'up to 10', 'over 10, up to 20', 'over 20'. */
export const boundsWords = (tiers: Tiers, index: number): string => {
  const from = tiers[index - 1]?.upTo ?? null;
  const upTo = tiers[index]?.upTo ?? null;
  const bounds = [
    ...(from === null ? [] : [`over ${numberWords(from)}`]),
    ...(upTo === null ? [] : [`up to ${numberWords(upTo)}`]),
  ];
  return bounds.length === 0 ? 'any quantity' : bounds.join(', ');
};

const OPEN: Tier = { upTo: null, unit: Exact.ZERO, flat: Exact.ZERO };

/** A tier, or null when it is no object; its bound is undefined when it could not be read. */
type ReadTier = Tier & { readonly boundRead: boolean };

const readTier = (fields: FieldReader, json: unknown, index: number): ReadTier | null => {
  const whose = ` of tier ${index + 1}`;
  const tier = fields.object(json, ['tiers', String(index)], `unit price and limit${whose}`, whose);
  if (tier === null) return null;
  const open = tier.value('upTo') === null;
  const faultsBefore = tier.faultCount;
  const upTo = open ? null : tier.amount('upTo', 'limit');
  const boundRead = tier.faultCount === faultsBefore;
  const unit = tier.amount('unit', 'unit price');
  const flat = tier.amount('flat', 'flat amount', { otherwise: Exact.ZERO });
  tier.refuseUnknown();
  return { upTo, unit, flat, boundRead };
};

const checkOrder = (fields: FieldReader, tiers: readonly (ReadTier | null)[]): void => {
  let previous: { readonly tier: number; readonly upTo: Exact } | null = null;
  for (const [index, tier] of tiers.entries()) {
    if (tier === null || !tier.boundRead) continue;
    const at = [...fields.path, 'tiers', String(index), 'upTo'];
    const isLast = index === tiers.length - 1;
    if ((tier.upTo === null) !== isLast) fields.fault(refuse('TIER_LAST_OPEN', {}, at));
    if (tier.upTo === null) continue;
    if (previous !== null && tier.upTo.compare(previous.upTo) <= 0) {
      const numbers = { tier: String(index + 1), previous: String(previous.tier) };
      fields.fault(refuse('TIER_ORDER', numbers, at));
    }
    previous = { tier: index + 1, upTo: tier.upTo };
  }
};

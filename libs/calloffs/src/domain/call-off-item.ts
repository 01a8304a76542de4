import { Exact, exact, readDecimal, refuse, type ChargeKind, type Refusal } from '#libs/kernel';

/** How many units a revision of a call-off takes of something that is not metered. It never changes. */
export interface CallOffItem {
  readonly callOffId: string;
  readonly revision: number;
  readonly meterId: string;
  readonly units: Exact;
}

/** Units of one item as typed in: a decimal as text. */
export interface ItemTerms {
  readonly meterId: string;
  readonly units: string;
}

/** What the offering charges for. */
export interface ChargedItem {
  readonly id: string;
  readonly title: string;
  readonly charge: ChargeKind;
}

const LIMITS = { maxIntegerDigits: 9, maxPlaces: 4 } as const;

/** Everything that is wrong with the units that were typed in. */
export const itemFaults = (
  items: readonly ItemTerms[],
  offered: readonly ChargedItem[],
): readonly Refusal[] =>
  items.flatMap(({ meterId, units }, index): readonly Refusal[] => {
    const path = ['items', String(index)];
    const item = offered.find(({ id }) => id === meterId);
    if (item === undefined) return [refuse('NOT_FOUND', {}, [...path, 'meterId'])];
    if (item.charge === 'USAGE')
      return [refuse('UNITS_METERED', { meter: item.title }, [...path, 'meterId'])];
    if (items.findIndex((other) => other.meterId === meterId) < index)
      return [refuse('UNITS_TWICE', { meter: item.title }, [...path, 'meterId'])];
    return unitsFaults(units, `The units of ${item.title}`, [...path, 'units']);
  });

const unitsFaults = (text: string, field: string, path: readonly string[]): readonly Refusal[] => {
  const read = readDecimal(text, LIMITS);
  if (read instanceof Exact && !read.isZero()) return [];
  switch (read) {
    case 'FORMAT':
      return [refuse('AMOUNT_FORMAT', { field }, path)];
    case 'TOO_BIG':
      return [refuse('TOO_BIG', { field, max: '9'.repeat(LIMITS.maxIntegerDigits) }, path)];
    case 'TOO_MANY_DECIMALS':
      return [refuse('TOO_MANY_DECIMALS', { field, places: String(LIMITS.maxPlaces) }, path)];
    default:
      return [refuse('TOO_SMALL', { field, min: '0.0001' }, path)];
  }
};

/** The units of everything that is not metered: what was typed in, and one of what was not. */
export const unitsTaken = (
  items: readonly ItemTerms[],
  offered: readonly ChargedItem[],
): readonly (ChargedItem & { readonly units: Exact })[] =>
  offered
    .filter(({ charge }) => charge !== 'USAGE')
    .map(({ id, title, charge }) => {
      const typed = items.find(({ meterId }) => meterId === id);
      return { id, title, charge, units: typed === undefined ? Exact.ONE : exact(typed.units) };
    });

/** The items of a call-off's revision; what a variation did not touch is as an earlier revision has it. */
export const unitsOf = (
  { id, revision }: { readonly id: string; readonly revision: number },
  items: readonly CallOffItem[],
): readonly CallOffItem[] => {
  const newest = new Map<string, CallOffItem>();
  for (const item of items) {
    const before = newest.get(item.meterId);
    if (item.callOffId !== id || item.revision > revision) continue;
    if (before === undefined || before.revision < item.revision) newest.set(item.meterId, item);
  }
  return [...newest.values()];
};

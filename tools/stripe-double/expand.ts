import { invalid } from './refusal.js';
import type { Json } from './shapes.js';
import type { Store, Thing } from './store.js';

type Tree = Map<string, Tree>;

const treeOf = (paths: readonly string[]): Tree => {
  const root: Tree = new Map();
  for (const path of paths) {
    const parts = path.split('.');
    if (parts.length > 4) throw invalid('You cannot expand more than 4 levels', 'expand');
    let at = root;
    for (const part of parts) {
      const below = at.get(part) ?? new Map<string, Tree>();
      at.set(part, below);
      at = below;
    }
  }
  return root;
};

/** A thing as it goes out: references that were asked for are things themselves, what must be asked for is left out. */
export const expanded = (store: Store, thing: Json, paths: readonly string[]): Json =>
  expandBy(store, thing, treeOf(paths));

const expandBy = (store: Store, value: Json, tree: Tree): Json => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((member) => expandBy(store, member, tree));
  if (typeof value !== 'object' || value === null) return value;
  const shown = shownOf(store, value as Thing, tree);
  for (const [name, below] of tree) {
    const member = shown[name];
    if (member === undefined)
      throw invalid(`This property cannot be expanded (${name}).`, 'expand', 'property_not_expandable');
    const referred = typeof member === 'string' ? store.find(member) : undefined;
    shown[name] = expandBy(store, referred ?? member, below);
  }
  return shown;
};

const shownOf = (store: Store, thing: Thing, tree: Tree): Record<string, Json> => {
  const shown: Record<string, Json> = Object.fromEntries(
    Object.entries(thing).filter(([name]) => !name.startsWith('test_')),
  );
  if (thing.object === 'invoice' && tree.has('payments'))
    shown['payments'] = {
      object: 'list',
      data: store.all('invoice_payment', ({ invoice }) => invoice === thing.id),
      has_more: false,
      url: `/v1/invoice_payments?invoice=${thing.id}`,
    };
  return shown;
};

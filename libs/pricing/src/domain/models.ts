import { flat } from './flat.js';
import { graduated } from './graduated.js';
import type { Model } from './model.js';
import { pack } from './package.js';
import { perUnit } from './per-unit.js';
import { percentage } from './percentage.js';
import type { ModelPrice } from './price.js';
import { volume } from './volume.js';

const models: { readonly [M in ModelPrice['model']]: Model<Extract<ModelPrice, { model: M }>> } = {
  flat,
  perUnit,
  graduated,
  volume,
  package: pack,
  percentage,
};

/** The model that a price is of. The list above pairs each name with its own type, which the compiler cannot follow here. */
export const modelOf = (name: ModelPrice['model']): Model<ModelPrice> => models[name];

export const isModelName = (name: unknown): name is ModelPrice['model'] =>
  typeof name === 'string' && Object.hasOwn(models, name);

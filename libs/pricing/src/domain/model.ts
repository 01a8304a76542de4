import type { Exact } from '#libs/kernel';
import type { FieldReader } from './field-reader.js';
import type { Component, ModelPrice, Share, Usage } from './price.js';

/** Everything that one price model knows of itself; each model is one file. */
export interface Model<P extends ModelPrice> {
  /** Reads the model's own fields; faults are gathered by the reader. */
  read(fields: FieldReader): P;
  /** What the use is worth. Free units are already taken off; the share applies to flat amounts only. */
  components(price: P, usage: Usage, share: Share): readonly Component[];
  /** The same price for a part of a period that is rated alone: flat amounts, bounds and allowances shrink. */
  scale(price: P, factor: Exact): P;
  /** The model's own fields as JSON. */
  toJson(price: P): Readonly<Record<string, unknown>>;
  /** In plain English, a sentence a line. */
  describe(price: P): readonly string[];
}

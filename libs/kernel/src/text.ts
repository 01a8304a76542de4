import { refuse, type Refusal } from './refusal.js';

/** Characters that never belong in a name or a sentence: controls, text-direction overrides, zero-width, lone surrogates. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const STACKED_MARKS = /\p{M}{5,}/u;

/** What is wrong with a text that a person typed, or nothing. `field` is the name shown to them. */
export const textFaults = (
  value: string,
  { field, path, max = 200, required = true }: TextRule,
): readonly Refusal[] => {
  if (FORBIDDEN.test(value) || STACKED_MARKS.test(value))
    return [refuse('TEXT_INVALID', { field: atTheStart(field) }, path)];
  if (required && value.trim() === '') return [refuse('FIELD_REQUIRED', { field }, path)];
  if (value.length > max)
    return [refuse('TEXT_TOO_LONG', { field: atTheStart(field), max: String(max) }, path)];
  return [];
};

/** The field's name as a sentence begins with it. */
const atTheStart = (field: string): string => `${field.charAt(0).toUpperCase()}${field.slice(1)}`;

export interface TextRule {
  readonly field: string;
  readonly path: readonly string[];
  readonly max?: number;
  readonly required?: boolean;
}

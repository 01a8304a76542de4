import { parseDecimal, parseLocalDate, type LocalDate } from '#libs/kernel';
import { dateIn, type Typed } from './dates-in-forms.js';
import type { Fields } from './lists-in-forms.js';
import { FormErrors, nameOf, type UserError } from './form-errors.js';
import { typedNumber } from './typed-number.js';

/**
 * Dates and decimals as people type them. The API takes a request only when each is written as it reads them, so that
 * one slip would hide all else that is wrong with a form. Read them here, send something that the API is sure to
 * refuse in the place of what cannot be read, and show what it says of the rest together with what was found here.
 */
export class TypedValues {
  private readonly wrong = new Map<string, string>();

  private readonly form: Typed;

  constructor(fields: Fields) {
    const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string');
    this.form = Object.fromEntries(texts) as Typed;
  }

  /** The date in the three boxes of a field; null when there is none. Without `missing` it may be left empty. */
  date(name: string, words: { readonly missing?: string; readonly unreadable: string }): LocalDate | null {
    const text = dateIn(this.form, name);
    if (text === null) return this.isMissing(name, words.missing);
    return parseLocalDate(text) ?? this.note(name, words.unreadable);
  }

  /** The exact decimal in a field, which people may write with a pound sign, commas and spaces. */
  decimal(name: string, words: { readonly missing?: string; readonly unreadable: string }): string | null {
    const text = typedNumber(this.form[name] ?? '');
    if (text === '') return this.isMissing(name, words.missing);
    return parseDecimal(text, { allowNegative: true }) === null ? this.note(name, words.unreadable) : text;
  }

  /** Whether something could not be read. */
  get any(): boolean {
    return this.wrong.size > 0;
  }

  /**
   * What was found here, and what the API says of all other fields. `standIn` is the field in whose place something
   * was sent that is sure to be refused: what is said of that is not for the person.
   */
  errorsWith(
    userErrors: readonly UserError[],
    { rename = {}, standIn }: { rename?: Readonly<Record<string, string>>; standIn?: string } = {},
  ): FormErrors {
    const isKnown = (name: string): boolean => this.wrong.has(name) || (this.any && name === standIn);
    const others = userErrors.filter(({ path }) => {
      const name = nameOf(path);
      return !isKnown(rename[name] ?? name);
    });
    return [...this.wrong].reduce(
      (errors, [name, text]) => errors.and(FormErrors.one(name, text)),
      FormErrors.of(others, rename),
    );
  }

  private isMissing(name: string, words: string | undefined): null {
    return words === undefined ? null : this.note(name, words);
  }

  /** Says of a field what is wrong with it. */
  note(name: string, words: string): null {
    this.wrong.set(name, words);
    return null;
  }
}

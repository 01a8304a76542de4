import { parseDecimal, parseLocalDate } from '#libs/kernel';
import { entryWords } from '../words/entries.js';
import { dateIn, type Typed } from './dates-in-forms.js';
import { FormErrors } from './form-errors.js';
import { typedNumber } from './typed-number.js';

/** Four bytes hold no more. */
const WHOLE = /^\d{1,9}$/;

/**
 * Reads a form as the types that an operation takes: what the API's own types could not hold (no date at all, letters
 * for a number) is noted for its field, all at once. While `wrongs.any`, what was read must not be sent.
 */
export class Entries {
  private found = FormErrors.NONE;

  constructor(
    private readonly form: Typed,
    /** How each field is called in a sentence: `the end date`. */
    private readonly names: Readonly<Record<string, string>>,
  ) {}

  get wrongs(): FormErrors {
    return this.found;
  }

  /** A text that must be there. */
  text(name: string): string {
    const text = this.optionalText(name);
    if (text === null) this.note(name, entryWords.missing);
    return text ?? '';
  }

  optionalText(name: string): string | null {
    const text = this.form[name]?.trim() ?? '';
    return text === '' ? null : text;
  }

  /** One of the choices that the form offered. */
  choice<T extends string>(name: string, choices: readonly T[]): T {
    const chosen = choices.find((choice) => choice === this.form[name]);
    if (chosen === undefined) this.note(name, entryWords.unchosen);
    return chosen ?? ('' as T);
  }

  date(name: string): string {
    const date = dateIn(this.form, name);
    if (date === null) this.note(name, entryWords.missing);
    else if (parseLocalDate(date) === null) this.note(name, entryWords.date);
    return date ?? '';
  }

  /** A number as people type it (`£47,000,000`), as the API takes it (`47000000`). */
  decimal(name: string): string {
    const number = this.optionalDecimal(name);
    if (number === null) this.note(name, entryWords.missing);
    return number ?? '';
  }

  optionalDecimal(name: string): string | null {
    const typed = this.optionalText(name);
    if (typed === null) return null;
    const number = typedNumber(typed);
    if (parseDecimal(number, { allowNegative: true, maxPlaces: 20 }) === null)
      this.note(name, entryWords.number);
    return number;
  }

  whole(name: string): number {
    const number = this.optionalWhole(name);
    if (number === null) this.note(name, entryWords.missing);
    return number ?? 0;
  }

  optionalWhole(name: string): number | null {
    const typed = this.optionalText(name);
    if (typed === null) return null;
    const number = typedNumber(typed);
    if (!WHOLE.test(number)) this.note(name, entryWords.whole);
    return Number.parseInt(number, 10);
  }

  /** One point a line; empty lines are left out. */
  lines(name: string): readonly string[] {
    return (this.form[name] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  private note(name: string, sentence: (field: string) => string): void {
    // Once for each field: a value that is read twice is wrong once.
    if (this.found.at(name) === null)
      this.found = this.found.and(FormErrors.one(name, sentence(this.names[name] ?? name)));
  }
}

import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { typedNumber } from '../../../frame/typed-number.js';
import { parseDecimal } from '#libs/kernel';
import { words } from './en.js';

interface Figure {
  readonly meterId: string;
  readonly quantity: string;
}

/** The figures of a return's form: each field is named by its meter's id. */
export const figuresIn = (
  form: Typed,
): { readonly figures: Figure[]; readonly errorsWith: (errors: readonly UserError[]) => FormErrors } => {
  const typed = Object.entries(form).flatMap(([meterId, text]) =>
    meterId.startsWith('mtr_') && typeof text === 'string' ? [{ meterId, text: typedNumber(text) }] : [],
  );
  const unreadable = typed.filter(({ text }) => parseDecimal(text, { allowNegative: true }) === null);
  // What cannot be read is sent as something that the API is sure to refuse, so that it says what else is wrong.
  const figures = typed.map(({ meterId, text }) => ({
    meterId,
    quantity: unreadable.some((each) => each.meterId === meterId) ? '-1' : text,
  }));
  const meterAt = ({ path }: UserError): string | undefined => {
    const at = path.indexOf('figures');
    return at < 0 ? undefined : typed[Number(path[at + 1])]?.meterId;
  };
  const errorsWith = (errors: readonly UserError[]): FormErrors => {
    const others = errors.filter((error) => !unreadable.some(({ meterId }) => meterId === meterAt(error)));
    const found = others.map((error) => {
      const meterId = meterAt(error);
      return meterId === undefined ? error : { ...error, path: [meterId] };
    });
    return unreadable.reduce(
      (all, { meterId, text }) =>
        all.and(FormErrors.one(meterId, text === '' ? words.figureMissing : words.figureUnreadable)),
      FormErrors.of(found),
    );
  };
  return { figures, errorsWith };
};

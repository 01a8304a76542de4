import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { words } from './en.js';
import type { AwardCallOffMutationVariables } from './operations.generated.js';

/** What the API refuses for certain, in the place of what could not be read: nothing is awarded with it. */
const REFUSED = { startsOn: '1900-01-01', endsOn: '1900-01-01', value: '-1', units: '-1' } as const;

/** The field of an item's units. */
export const unitsField = (meterId: string): string => `units.${meterId}`;

/** What a call-off takes by units. */
export interface ItemToAward {
  readonly id: string;
  readonly title: string;
}

export interface TypedAward {
  /** Null when no service is chosen: then there is nothing to ask the API about. */
  readonly input: AwardCallOffMutationVariables['input'] | null;
  /** What is wrong, with what the API says of it. */
  readonly errorsWith: (userErrors: readonly UserError[]) => FormErrors;
}

export const typedAward = (form: Typed, offered: readonly ItemToAward[]): TypedAward => {
  const typed = new TypedValues(form);
  const { missing, unreadable } = words;
  const date = (name: 'startsOn' | 'endsOn'): string | null =>
    typed.date(name, { missing: missing[name], unreadable: unreadable[name] });
  const startsOn = date('startsOn');
  const endsOn = date('endsOn');
  const value = typed.decimal('value', { missing: missing.value, unreadable: unreadable.value });
  const items = offered.map(({ id: meterId, title }) => ({
    meterId,
    units:
      typed.decimal(unitsField(meterId), {
        missing: missing.units(title),
        unreadable: unreadable.units(title),
      }) ?? REFUSED.units,
  }));
  const rename = Object.fromEntries(
    items.map(({ meterId }, index) => [`items.${index}.units`, unitsField(meterId)]),
  );
  const { offeringId, idempotencyKey = '' } = form;
  const terms = {
    startsOn: startsOn ?? REFUSED.startsOn,
    endsOn: endsOn ?? REFUSED.endsOn,
    value: value ?? REFUSED.value,
    items,
  };
  // How long a term is cannot be said without its first day.
  const isKnown = ({ path }: UserError): boolean => startsOn !== null || !path.includes('endsOn');
  const unchosen = offeringId ? FormErrors.NONE : FormErrors.one('offeringId', missing.offeringId);
  return {
    input: offeringId ? { offeringId, idempotencyKey, ...terms } : null,
    errorsWith: (userErrors) => unchosen.and(typed.errorsWith(userErrors.filter(isKnown), { rename })),
  };
};

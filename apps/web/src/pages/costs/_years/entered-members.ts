import type { Typed } from '../../../frame/dates-in-forms.js';
import type { TypedValues } from '../../../frame/typed-values.js';

interface Member {
  readonly memberId: string;
}

interface Entered {
  readonly memberId: string;
  readonly share: string | null;
  readonly figure: string | null;
  readonly source: string | null;
}

const WRONG = 'Enter a number, like 12.5.';

/** What was typed for each member, of those fields that count. */
export const enteredMembers = (
  typed: TypedValues,
  form: Typed,
  members: readonly Member[],
  counts: { readonly share: boolean; readonly figure: boolean },
): readonly Entered[] =>
  counts.share || counts.figure
    ? members.map(({ memberId }) => ({
        memberId,
        share: counts.share ? typed.decimal(`share-${memberId}`, { unreadable: WRONG }) : null,
        figure: counts.figure ? typed.decimal(`figure-${memberId}`, { unreadable: WRONG }) : null,
        source: counts.figure ? (form[`source-${memberId}`] ?? '') : null,
      }))
    : [];

/** The form's names of what the API calls `members.bod_….share`. */
export const renamed = (members: readonly Member[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    members.flatMap(({ memberId }) =>
      ['share', 'figure', 'source'].map((field) => [`members.${memberId}.${field}`, `${field}-${memberId}`]),
    ),
  );

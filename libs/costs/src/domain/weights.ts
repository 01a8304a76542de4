import { Exact, readDecimal, refuse, textFaults, toPublicId, type Refusal } from '#libs/kernel';
import type { MemberInYear } from './member-in-year.js';
import type { Basis, SharingTerms } from './scheme.js';
import { parseShare } from './share.js';

/** What a member's share follows from. */
export interface Weight {
  readonly weight: Exact;
  readonly figure: Exact | null;
  readonly source: string | null;
}

const POPULATION_SOURCE = 'Register of public bodies: mid-2020 population';
const FIGURE_LIMITS = { maxIntegerDigits: 12, maxPlaces: 4 } as const;
const NOTHING: Weight = { weight: Exact.ZERO, figure: null, source: null };

/** Where in the input a fault of a member's entry lies. */
const at = ({ tenantId }: MemberInYear, field: string): readonly string[] => [
  'members',
  toPublicId('body', tenantId),
  field,
];

/**
 * The weight of a member, or what is wrong with what was entered for it. The same for everyone and for each head count
 * by the months that a member is there; a fixed share and a driver's figure say all by themselves.
 */
export const weightOf = (
  member: MemberInYear,
  { basis }: Pick<SharingTerms, 'basis'>,
): Weight | Refusal[] => {
  if (member.months.length === 0) return NOTHING;
  const months = Exact.of(BigInt(member.months.length));
  const of: { readonly [B in Basis]: () => Weight | Refusal[] } = {
    EQUAL: () => ({ ...NOTHING, weight: months }),
    FIXED: () => fixed(member),
    PER_HEAD: () => perHead(member, months),
    DRIVER: () => byDriver(member),
  };
  return of[basis]();
};

const fixed = (member: MemberInYear): Weight | Refusal[] => {
  const path = at(member, 'share');
  const entered = member.entered?.share ?? null;
  if (entered === null) return [refuse('FIELD_REQUIRED', { field: `the share of ${member.name}` }, path)];
  const share = parseShare(entered);
  if (share !== null) return { ...NOTHING, weight: Exact.of(share) };
  return [refuse('AMOUNT_FORMAT', { field: `The share of ${member.name}` }, path)];
};

const perHead = ({ name, population }: MemberInYear, months: Exact): Weight | Refusal[] => {
  if (population === null) return [refuse('POPULATION_UNKNOWN', { body: name }, ['basis'])];
  const figure = Exact.of(BigInt(population));
  return { weight: figure.times(months), figure, source: POPULATION_SOURCE };
};

const byDriver = (member: MemberInYear): Weight | Refusal[] => {
  const { metered, entered, name } = member;
  if (metered) return { weight: metered.figure, ...metered };
  const said = entered?.figure ?? null;
  const source = entered?.source ?? '';
  const faults = textFaults(source, {
    field: `where the figure of ${name} comes from`,
    path: at(member, 'source'),
    max: 200,
  });
  if (said === null)
    return [refuse('FIELD_REQUIRED', { field: `the figure of ${name}` }, at(member, 'figure')), ...faults];
  const figure = readDecimal(said, FIGURE_LIMITS);
  if (!(figure instanceof Exact))
    return [refuse('AMOUNT_FORMAT', { field: `The figure of ${name}` }, at(member, 'figure')), ...faults];
  return faults.length > 0 ? [...faults] : { weight: figure, figure, source };
};

import { refuse, textFaults, type Refusal } from '#libs/kernel';

/**
 * A group of bodies, told by what the register knows of them. Every list that is given must hold the body's own
 * value; a list that is not given asks nothing.
 */
export type Category = {
  /** As the register words them, such as 'Non-metropolitan district'. */
  readonly types?: readonly string[];
  /** Register codes of counties, such as 'LAN': the county council itself and its districts. */
  readonly counties?: readonly string[];
  readonly regions?: readonly string[];
  readonly nations?: readonly string[];
  /** Register codes of combined authorities: the authority itself and its constituents. */
  readonly combinedAuthorities?: readonly string[];
};

const categoryKeys = ['types', 'counties', 'regions', 'nations', 'combinedAuthorities'] as const;
type CategoryKey = (typeof categoryKeys)[number];

interface RuleBase {
  readonly leadId: string;
  readonly id: string;
  readonly frameworkId: string;
  /** Plain English: the body's name, or such as 'district councils in Lancashire'. */
  readonly label: string;
  /** The legal basis, for a rule added after the list was fixed. */
  readonly reason: string | null;
  readonly addedAt: Date;
}
export interface NamedRule extends RuleBase {
  readonly kind: 'NAMED';
  readonly bodyId: string;
}
export interface CategoryRule extends RuleBase {
  readonly kind: 'CATEGORY';
  readonly category: Category;
}
/** One entry of the list of who may use a framework. */
export type EligibilityRule = NamedRule | CategoryRule;

/** What the register knows of a body. The directory's `Body` fits. */
export interface BodyFacts {
  readonly id: string;
  /** Its code in the register; null for a body that was added by hand. */
  readonly code: string | null;
  readonly type: string;
  readonly nation: string | null;
  readonly region: string | null;
  readonly countyCode: string | null;
  readonly combinedAuthorityCode: string | null;
}

/** UNKNOWN: the register lacks the fact that decides it, so evidence is needed. */
export type RuleMatch = 'MATCH' | 'NO_MATCH' | 'UNKNOWN';

/** Whether a body falls under a rule. A category that one known fact rules out is NO_MATCH, whatever else is unknown. */
export const ruleMatches = (
  rule: Pick<NamedRule, 'kind' | 'bodyId'> | Pick<CategoryRule, 'kind' | 'category'>,
  body: BodyFacts,
): RuleMatch => {
  if (rule.kind === 'NAMED') return rule.bodyId === body.id ? 'MATCH' : 'NO_MATCH';
  const answers = categoryKeys.flatMap((key) => {
    const wanted = rule.category[key];
    return wanted === undefined ? [] : [factMatches(wanted, factsOf[key](body))];
  });
  if (answers.length === 0 || answers.includes('NO_MATCH')) return 'NO_MATCH';
  return answers.includes('UNKNOWN') ? 'UNKNOWN' : 'MATCH';
};

/** The values that count as the body's own for a key; null when the register does not know. */
const factsOf: { readonly [K in CategoryKey]: (body: BodyFacts) => readonly string[] | null } = {
  types: ({ type }) => [type],
  regions: ({ region }) => known(region),
  nations: ({ nation }) => known(nation),
  counties: (body) => ownOrNone(body, body.countyCode),
  combinedAuthorities: (body) => ownOrNone(body, body.combinedAuthorityCode),
};

const known = (fact: string | null): readonly string[] | null =>
  fact === null || fact === '' ? null : [fact];

/**
 * The register lists the county and combined authority of each of its entries, so an entry with none has none; it
 * also counts as its own. Of a body that was added by hand the register knows only what was typed in.
 */
const ownOrNone = ({ code }: BodyFacts, fact: string | null): readonly string[] | null => {
  if (code === null) return known(fact);
  return [code, ...(known(fact) ?? [])];
};

const factMatches = (wanted: readonly string[], facts: readonly string[] | null): RuleMatch => {
  if (facts === null) return 'UNKNOWN';
  return facts.some((fact) => wanted.includes(fact)) ? 'MATCH' : 'NO_MATCH';
};

const MAX_VALUES = 100;

/** Everything that is wrong with a category. */
export const categoryFaults = (category: Category, path: readonly string[]): readonly Refusal[] => {
  const given = categoryKeys.filter((key) => category[key] !== undefined);
  if (given.length === 0) return [refuse('CATEGORY_EMPTY', {}, path)];
  return given.flatMap((key) => {
    const values = category[key] ?? [];
    if (values.length === 0) return [refuse('CATEGORY_EMPTY', {}, [...path, key])];
    if (values.length > MAX_VALUES)
      return [refuse('LIST_TOO_LONG', { max: String(MAX_VALUES) }, [...path, key])];
    return values.flatMap((value, index) =>
      textFaults(value, { field: 'the group', path: [...path, key, String(index)], max: 100 }),
    );
  });
};

import { allocate, Exact, ok, type Pence, type Result } from '#libs/kernel';
import type { MemberInYear } from './member-in-year.js';
import type { SchemeMember, SharingTerms } from './scheme.js';
import { shareOut, type Shared } from './share-out.js';
import { monthParts } from './year-parts.js';

/** What a year is expected to cost, in twelve months of every member. Refuses as `shareOut` does. */
export const estimateMembers = (
  terms: SharingTerms,
  amount: Pence,
  members: readonly MemberInYear[],
): Result<readonly SchemeMember[]> => {
  const shared = shareOut(terms, members);
  if (!shared.ok) return shared;
  const amounts = amountsOf(amount, shared.value);
  return ok(
    shared.value.map((each, place) => {
      const its = amounts[place] ?? 0n;
      const { months } = each.member;
      return { ...memberOf(each), amount: its, parts: monthParts(its, months), trueUp: null };
    }),
  );
};

/** An amount by shares, to the penny. */
export const amountsOf = (amount: Pence, shared: readonly Pick<Shared, 'share'>[]): Pence[] =>
  allocate(
    amount,
    shared.map(({ share }) => Exact.of(share)),
  );

export const memberOf = ({
  member,
  figure,
  source,
  share,
}: Shared): Omit<SchemeMember, 'amount' | 'parts' | 'trueUp'> => ({
  tenantId: member.tenantId,
  figure,
  figureSource: source,
  months: member.months.length,
  before: member.before,
  share,
});

import { Exact, ok, type LocalDate, type Pence, type Result } from '#libs/kernel';
import type { MemberInYear } from './member-in-year.js';
import { amountsOf, memberOf } from './propose-estimate.js';
import type { CostScheme, SchemeMember, Settlement, SharingTerms } from './scheme.js';
import { formatShare, pointsOf } from './share.js';
import { shareOut, type Shared } from './share-out.js';
import { settle } from './year-parts.js';

/** A member with the last day of the year on which it has the service: its true-up is of that day. */
export interface MemberAtEnd extends MemberInYear {
  readonly last: { readonly day: LocalDate; readonly callOffId: string } | null;
}

export interface ActualMembers {
  readonly members: readonly SchemeMember[];
  readonly reshared: boolean;
}

/**
 * What a year cost. Its actual shares hold when one of them is further from the estimated one than the tolerance, or
 * when other members took the service than the estimate says; else the estimated shares do. `estimate` is the agreed
 * estimate that is in force. Refuses as `shareOut` does.
 */
export const actualMembers = (
  estimate: Pick<CostScheme, 'members' | keyof SharingTerms>,
  actual: { readonly amount: Pence; readonly settlement: Settlement },
  members: readonly MemberAtEnd[],
): Result<ActualMembers> => {
  const estimated = new Map(estimate.members.map((member) => [member.tenantId, member]));
  const found = shareOut(estimate, estimate.basis === 'FIXED' ? asAgreed(members, estimated) : members);
  if (!found.ok) return found;
  // What is carried on is left as it was charged, and so are its shares.
  const reshared =
    actual.settlement === 'TRUE_UP' && isBeyond(estimate.tolerancePoints, found.value, estimated);
  const shared = reshared
    ? found.value
    : found.value.map((each) => ({ ...each, share: estimated.get(each.member.tenantId)?.share ?? 0n }));
  const amounts = actual.settlement === 'TRUE_UP' ? amountsOf(actual.amount, shared) : [];
  return ok({
    reshared,
    members: shared.map((each, place) => {
      const before = estimated.get(each.member.tenantId);
      const parts = before?.parts ?? [];
      if (actual.settlement === 'CARRY')
        return { ...memberOf(each), amount: before?.amount ?? 0n, parts, trueUp: null };
      const amount = amounts[place] ?? 0n;
      return { ...memberOf(each), amount, ...settledParts(parts, amount, lastOf(each, members)) };
    }),
  });
};

/** Fixed shares stay as they were agreed; whoever has none yet gets one with a new estimate. */
const asAgreed = (
  members: readonly MemberAtEnd[],
  estimated: ReadonlyMap<string, SchemeMember>,
): readonly MemberAtEnd[] =>
  members.map((member) => {
    const share = formatShare(estimated.get(member.tenantId)?.share ?? 0n);
    return { ...member, entered: { tenantId: member.tenantId, share, figure: null, source: null } };
  });

const settledParts = (
  estimated: SchemeMember['parts'],
  amount: Pence,
  last: MemberAtEnd['last'],
): Pick<SchemeMember, 'parts' | 'trueUp'> => {
  const { parts, above } = settle(estimated, amount);
  if (above === 0n) return { parts, trueUp: null };
  if (last === null) throw new Error('a member that never had the service has a share of its cost');
  return { parts, trueUp: { ...last, amount: above } };
};

const lastOf = ({ member }: Shared, members: readonly MemberAtEnd[]): MemberAtEnd['last'] =>
  members.find(({ tenantId }) => tenantId === member.tenantId)?.last ?? null;

const isBeyond = (
  tolerancePoints: Exact,
  shared: readonly Shared[],
  estimated: ReadonlyMap<string, SchemeMember>,
): boolean => {
  const tolerance = pointsOf(tolerancePoints);
  return shared.some(({ member, share }) => {
    const before = estimated.get(member.tenantId);
    const isThere = member.months.length > 0;
    if (isThere !== (before !== undefined && before.months > 0)) return true;
    const off = share - (before?.share ?? 0n);
    return Exact.of(off < 0n ? -off : off).compare(tolerance) > 0;
  });
};

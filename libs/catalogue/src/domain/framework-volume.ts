import { Exact, monthOf, nextMonth, type LocalDate } from '#libs/kernel';

/** What one member used of a meter in one month. `member` only tells members apart. */
export interface MemberVolume {
  readonly member: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly quantity: Exact;
}

/** What all members together had used of a meter up to the end of a month, written once. */
export interface FrameworkVolume {
  readonly meterId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly total: Exact;
  /** Whether anyone may see it. */
  readonly published: boolean;
}

/**
 * The totals of one meter that are still to be written down, up to a month: from the month after the last one, or the
 * first that was used. Months that are written stay, so late usage counts in the month that is written next.
 */
export const volumesToRecord = (
  meterId: string,
  used: readonly MemberVolume[],
  recorded: readonly FrameworkVolume[],
  upTo: LocalDate,
): readonly FrameworkVolume[] => {
  const volumes: FrameworkVolume[] = [];
  let published = newest(recorded.filter((volume) => volume.published))?.month ?? null;
  for (let month = firstToRecord(used, recorded, upTo); month <= upTo; month = monthAfter(month)) {
    const total = Exact.sum(used.filter((use) => use.month <= month).map(({ quantity }) => quantity));
    const since = used.filter((use) => use.month <= month && (published === null || use.month > published));
    const volume = { meterId, month, total, published: tellsOfNobody(since) };
    if (volume.published) published = month;
    volumes.push(volume);
  }
  return volumes;
};

const firstToRecord = (
  used: readonly MemberVolume[],
  recorded: readonly FrameworkVolume[],
  upTo: LocalDate,
): LocalDate => {
  const last = newest(recorded);
  if (last) return monthAfter(last.month);
  const [first] = used.map(({ month }) => month).sort();
  return first ?? upTo;
};

const newest = (volumes: readonly FrameworkVolume[]): FrameworkVolume | undefined =>
  volumes.reduce<FrameworkVolume | undefined>((a, b) => (a && a.month > b.month ? a : b), undefined);

const monthAfter = (month: LocalDate): LocalDate => nextMonth(monthOf(month)).start;

const FEWEST_MEMBERS = 4;
const LARGEST_SHARE = Exact.of(3n, 5n);

/**
 * Whether a figure may be published: what was added since the last one comes from at least 4 members, none of which
 * makes up more than 60% of it. Otherwise the difference of two figures would tell what a member used.
 */
const tellsOfNobody = (used: readonly MemberVolume[]): boolean => {
  const byMember = new Map<string, Exact>();
  for (const { member, quantity } of used)
    byMember.set(member, (byMember.get(member) ?? Exact.ZERO).plus(quantity));
  const shares = [...byMember.values()].filter((quantity) => quantity.compare(Exact.ZERO) > 0);
  const most = Exact.sum(shares).times(LARGEST_SHARE);
  return shares.length >= FEWEST_MEMBERS && shares.every((quantity) => quantity.compare(most) <= 0);
};

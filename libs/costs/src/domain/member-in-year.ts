import {
  addDays,
  intersect,
  laterOf,
  monthOf,
  nextMonth,
  type Exact,
  type LocalDate,
  type Period,
} from '#libs/kernel';

/** A month of the year in which a member takes the service. */
export interface MonthOfMember {
  /** The first day of the month on which it does. */
  readonly day: LocalDate;
  readonly callOffId: string;
}

/** What was entered for a member. */
export interface EnteredShare {
  readonly tenantId: string;
  /** A per cent, for fixed shares. */
  readonly share: string | null;
  /** A decimal, for a driver, with where it comes from. */
  readonly figure: string | null;
  readonly source: string | null;
}

/** What is known of a member whose share is to be worked out. */
export interface MemberInYear {
  readonly tenantId: string;
  readonly name: string;
  /** In order; empty when it was in an earlier version and takes the service no more. */
  readonly months: readonly MonthOfMember[];
  readonly population: number | null;
  /** What a meter says of it, when figures are taken from one. */
  readonly metered: { readonly figure: Exact; readonly source: string } | null;
  readonly entered: EnteredShare | null;
  readonly before: bigint | null;
}

interface Term {
  readonly id: string;
  readonly startsOn: LocalDate;
  /** The last day. */
  readonly endsOn: LocalDate;
}

/** The months of a year that a member's call-offs have days in, each of the first call-off of that month. */
export const monthsOfMember = (callOffs: readonly Term[], year: Period): readonly MonthOfMember[] => {
  const months: MonthOfMember[] = [];
  for (let month = monthOf(year.start); month.start < year.end; month = nextMonth(month)) {
    const inMonth = callOffs.filter(({ startsOn, endsOn }) =>
      intersect({ start: startsOn, end: addDays(endsOn, 1) }, month),
    );
    const [first] = inMonth.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    if (first) months.push({ day: laterOf(first.startsOn, month.start), callOffId: first.id });
  }
  return months;
};

/** The last day of the year on which a member's call-offs run, and whose day it is; null when they never do. */
export const lastDayOfMember = (
  callOffs: readonly Term[],
  year: Period,
): { readonly day: LocalDate; readonly callOffId: string } | null => {
  const days = callOffs
    .filter(({ startsOn, endsOn }) => startsOn < year.end && endsOn >= year.start)
    .map(({ id, endsOn }) => ({ day: endsOn < year.end ? endsOn : addDays(year.end, -1), callOffId: id }));
  return days.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
};

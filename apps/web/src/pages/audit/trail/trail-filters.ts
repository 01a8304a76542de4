/** What the trail was asked for in its address. */
export interface TrailFilters {
  /** The other body of the chain; nothing for the own affairs. */
  readonly with: string;
  /** What kind of thing, as the API names it: `invoice`. */
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** What can be read of an address; the rest is left out. */
export const filtersIn = (
  query: Readonly<Record<string, unknown>>,
  kinds: readonly string[],
): TrailFilters => {
  const matching = (name: string, pattern: RegExp): string => {
    const value = query[name];
    return typeof value === 'string' && pattern.test(value) ? value : '';
  };
  const subjectKind = matching('subjectKind', /^[A-Za-z-]+$/);
  return {
    with: matching('with', /^bod_[0-9a-f]{32}$/),
    subjectKind: kinds.includes(subjectKind) ? subjectKind : '',
    subjectId: matching('subjectId', /^[a-z]{3}_[0-9a-f]{32}$/),
  };
};

/** An address of the trail with these filters, and with more. */
export const addressOf = (filters: TrailFilters, more: Readonly<Record<string, string>> = {}): string => {
  const set = Object.entries({ ...filters, ...more }).filter(([, value]) => value !== '');
  return set.length === 0 ? '/audit' : `/audit?${new URLSearchParams(set).toString()}`;
};

/** Where a thing has a page of its own. */
const PAGES: Readonly<Record<string, string>> = {
  agreement: '/agreements',
  billingRun: '/billing',
  callOff: '/call-offs',
  costScheme: '/costs/versions',
  creditNote: '/credit-notes',
  dispute: '/disputes',
  framework: '/frameworks',
  invoice: '/invoices',
  offering: '/offerings',
  optIn: '/opt-ins',
  receipt: '/receipts',
};

/** Where the service has a page, for its lead authority, that shows a thing among others. */
const ON_OFFERING = ['price-version', 'volume-band'];

/** The page of what a record is about, or null; `offeringId` is the service that it belongs to. */
export const pageOf = (kind: string, id: string | null, offeringId: string | null): string | null => {
  if (id === null) return null;
  if (ON_OFFERING.includes(kind) && offeringId !== null) return `/catalogue/offerings/${offeringId}`;
  return PAGES[kind] === undefined ? null : `${PAGES[kind]}/${id}`;
};

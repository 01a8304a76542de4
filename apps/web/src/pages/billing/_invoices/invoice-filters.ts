import { parseMonth } from '#libs/kernel';
import type { InvoiceState } from '../invoices/operations.generated.js';

/** What the list of invoices was asked for in its address: `?state=OWED&month=2026-10&q=NCC&with=bod_…`. */
export interface InvoiceFilters {
  /** A state, `OWED` for all on which something is still to be paid, or nothing for all. */
  readonly state: string;
  /** `2026-10`, or nothing for all months. */
  readonly month: string;
  /** A part of a number or of a name. */
  readonly q: string;
  /** The id of one member, or of one lead authority. */
  readonly with: string;
}

const OWED: readonly InvoiceState[] = ['ISSUED', 'PART_PAID', 'PART_DISPUTED', 'DISPUTED', 'OVERDUE'];
const ISSUED: readonly InvoiceState[] = [...OWED, 'PAID', 'CREDITED', 'VOID'];
const NOT_ISSUED: readonly InvoiceState[] = ['DRAFT', 'APPROVED'];

/** The states that can be asked for; a member never sees what is not issued. */
export const statesFor = (isLead: boolean): readonly InvoiceState[] =>
  isLead ? [...NOT_ISSUED, ...ISSUED] : ISSUED;

/** What can be read of an address; the rest is left out. */
export const filtersIn = (query: Readonly<Record<string, unknown>>): InvoiceFilters => {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.replace(/\p{C}/gu, '').trim().slice(0, 100) : '';
  };
  const state = text('state');
  return {
    state: state === 'OWED' || statesFor(true).some((one) => one === state) ? state : '',
    month: parseMonth(text('month')) === null ? '' : text('month'),
    q: text('q'),
    with: /^bod_[0-9a-f]{32}$/.test(text('with')) ? text('with') : '',
  };
};

/** What to ask the API for. */
export const wantedBy = ({ state, month, q, with: withBodyId }: InvoiceFilters) => ({
  states: state === '' ? null : state === 'OWED' ? OWED : [state as InvoiceState],
  month: month || null,
  search: q || null,
  withBodyId: withBodyId || null,
});

/** The filters as they stand in an address, with its `?`; nothing when there are none. */
export const addressPart = (filters: InvoiceFilters): string => {
  const set = Object.entries(filters).filter(([, value]) => value !== '') as [string, string][];
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};

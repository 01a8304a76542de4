import type { LocalDate } from '#libs/kernel';

/** What of a member somebody of its lead authority can look at. */
export const leadViewKinds = [
  'OPT_IN',
  'AGREEMENT',
  'CALL_OFF',
  'USAGE',
  'USAGE_RECEIPTS',
  'QUARANTINE',
  'BILLING_PREVIEW',
  'INVOICE',
  'CREDIT_NOTE',
  'STATEMENT',
  'AUDIT_TRAIL',
] as const;
export type LeadViewKind = (typeof leadViewKinds)[number];

/** One thing of a member that was answered to somebody. */
export interface Shown {
  readonly tenantId: string;
  readonly kind: LeadViewKind;
  /** The member itself where the kind is of all that it has. */
  readonly subjectId: string;
  /** As people call it, such as 'OI-000123'; null where there is no such name. */
  readonly reference: string | null;
}

/** What one person of a lead authority looked at on one day. */
export interface LeadView {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly viewedOn: LocalDate;
  readonly personId: string;
  /** Those that the person held when they looked last. */
  readonly roles: readonly string[];
  readonly kind: LeadViewKind;
  readonly subjectId: string;
  readonly reference: string | null;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** What was answered again within a minute is the same look. */
  readonly times: number;
}

/**
 * What is recorded of an answer: each thing once, in one order, so that two answers at once never wait for each other
 * crosswise. A lead authority's own affairs are its own to look at.
 */
export const toRecord = (shown: readonly Shown[], leadId: string): readonly Shown[] => {
  const byKey = new Map(
    shown
      .filter(({ tenantId }) => tenantId !== leadId)
      .map((one) => [`${one.tenantId} ${one.kind} ${one.subjectId}`, one]),
  );
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
};

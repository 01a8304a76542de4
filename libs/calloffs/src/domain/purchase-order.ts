import { refuse, textFaults, type LocalDate, type Pence, type Refusal } from '#libs/kernel';
import { amountFaults } from './award.js';

/** The number that a body wants on its invoices, or that it uses none. */
export interface PurchaseOrder {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly callOffId: string;
  /** Null when the body is exempt. */
  readonly number: string | null;
  readonly exempt: boolean;
  /** Without VAT; null when it is not limited. */
  readonly valuePence: Pence | null;
  /** The first day, and the last one where there is one, on which it covers charges. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface PurchaseOrderTerms {
  readonly number: string | null;
  readonly exempt: boolean;
  readonly value: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** Everything that is wrong with a purchase order. */
export const purchaseOrderFaults = ({
  number,
  exempt,
  value,
  startsOn,
  endsOn,
}: PurchaseOrderTerms): readonly Refusal[] => [
  ...(exempt ? exemptFaults(number, value) : numberFaults(number)),
  ...(value === null || exempt ? [] : amountFaults(value, 'The value', ['value'])),
  ...(endsOn !== null && endsOn < startsOn
    ? [refuse('DATE_ORDER', { later: 'The last day', earlier: 'the first day' }, ['endsOn'])]
    : []),
];

const numberFaults = (number: string | null): readonly Refusal[] =>
  textFaults(number ?? '', { field: 'the purchase order number', path: ['number'], max: 50 });

const exemptFaults = (number: string | null, value: string | null): readonly Refusal[] => [
  ...(number === null ? [] : [refuse('FIELD_UNKNOWN', { field: 'The purchase order number' }, ['number'])]),
  ...(value === null ? [] : [refuse('FIELD_UNKNOWN', { field: 'The value' }, ['value'])]),
];

/** The purchase order for a charge of a day: of those that cover it, the one recorded last; null when none does. */
export const orderCovering = (orders: readonly PurchaseOrder[], date: LocalDate): PurchaseOrder | null => {
  const covering = orders.filter(
    ({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn),
  );
  return (
    [...covering].sort(
      (a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || (a.id < b.id ? 1 : -1),
    )[0] ?? null
  );
};

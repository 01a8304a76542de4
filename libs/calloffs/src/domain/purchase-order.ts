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

/** What is to be charged to an order. */
export interface ChargeToOrder {
  readonly callOffId: string;
  readonly date: LocalDate;
  readonly number?: string | null;
}

export const purchaseOrderStates = ['ACTIVE', 'NEARLY_USED', 'USED', 'EXPIRED', 'EXEMPT'] as const;
export type PurchaseOrderState = (typeof purchaseOrderStates)[number];

/** Chosen as default: an order is nearly used when this much of a hundred of its value is. */
const NEARLY = 80n;

/** What is left of its value once `charged` is taken off; null when it is not limited. Below 0 it was overdrawn. */
export const orderLeft = ({ valuePence }: Pick<PurchaseOrder, 'valuePence'>, charged: Pence): Pence | null =>
  valuePence === null ? null : valuePence - charged;

/** How an order stands on a day. That its last day is over says more than how much was used. */
export const purchaseOrderStateOn = (
  { exempt, valuePence, endsOn }: Pick<PurchaseOrder, 'exempt' | 'valuePence' | 'endsOn'>,
  charged: Pence,
  today: LocalDate,
): PurchaseOrderState => {
  if (exempt) return 'EXEMPT';
  if (endsOn !== null && today > endsOn) return 'EXPIRED';
  if (valuePence === null) return 'ACTIVE';
  if (charged >= valuePence) return 'USED';
  return charged * 100n >= valuePence * NEARLY ? 'NEARLY_USED' : 'ACTIVE';
};

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

/**
 * The purchase order for a call-off's charge of a day: of those that cover it, the one recorded last; null when none
 * does. With a `number`, an order of that number comes before all others.
 */
export const orderCovering = (
  orders: readonly PurchaseOrder[],
  { callOffId, date, number = null }: ChargeToOrder,
): PurchaseOrder | null => {
  const ofCallOff = orders.filter((order) => order.callOffId === callOffId);
  const named = number === null ? [] : ofCallOff.filter((order) => order.number === number);
  const covering = (named.length > 0 ? named : ofCallOff).filter(
    ({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || date <= endsOn),
  );
  return (
    [...covering].sort(
      (a, b) => b.recordedAt.getTime() - a.recordedAt.getTime() || (a.id < b.id ? 1 : -1),
    )[0] ?? null
  );
};

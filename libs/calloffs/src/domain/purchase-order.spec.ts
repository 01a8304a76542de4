import { localDate } from '#libs/kernel';
import { orderCovering, orderLeft, purchaseOrderStateOn, type PurchaseOrder } from './purchase-order.js';

const order = (rest: Partial<PurchaseOrder> = {}): PurchaseOrder => ({
  ...{
    tenantId: 't',
    leadId: 'l',
    id: 'o',
    callOffId: 'c',
    number: '4500',
    exempt: false,
    valuePence: 10_000n,
  },
  ...{ startsOn: localDate('2026-04-01'), endsOn: localDate('2027-03-31') },
  ...{ recordedAt: new Date('2026-04-01T09:00:00Z'), recordedBy: 'p' },
  ...rest,
});

describe('how a purchase order stands', () => {
  it.each([
    ['ACTIVE', 0n, '2026-04-01'],
    ['ACTIVE', 7_999n, '2027-03-31'],
    ['NEARLY_USED', 8_000n, '2026-04-01'],
    ['NEARLY_USED', 9_999n, '2026-04-01'],
    ['USED', 10_000n, '2026-04-01'],
    ['USED', 12_000n, '2026-04-01'],
    ['EXPIRED', 0n, '2027-04-01'],
    ['EXPIRED', 12_000n, '2027-04-01'],
  ] as const)('%s with %s pence charged on %s', (state, charged, today) => {
    expect(purchaseOrderStateOn(order(), charged, localDate(today))).toBe(state);
  });

  it('is EXEMPT for a body that uses none, whatever the day', () => {
    const exempt = order({ number: null, exempt: true, valuePence: null });
    expect(purchaseOrderStateOn(exempt, 5n, localDate('2030-01-01'))).toBe('EXEMPT');
  });

  it('is ACTIVE without a limit, and has nothing that could be left', () => {
    const open = order({ valuePence: null, endsOn: null });
    expect(purchaseOrderStateOn(open, 10n ** 12n, localDate('2040-01-01'))).toBe('ACTIVE');
    expect(orderLeft(open, 10n)).toBeNull();
    expect([orderLeft(order(), 4_000n), orderLeft(order(), 12_000n)]).toEqual([6_000n, -2_000n]);
  });
});

describe('the order of a charge', () => {
  const first = order({ id: 'first', number: '1' });
  const second = order({ id: 'second', number: '2', recordedAt: new Date('2026-05-01T09:00:00Z') });
  const charge = { callOffId: 'c', date: localDate('2026-06-30') };

  it('is the one of the number asked for, if the call-off has it', () => {
    expect(orderCovering([first, second], charge)?.id).toBe('second');
    expect(orderCovering([first, second], { ...charge, number: '1' })?.id).toBe('first');
    expect(orderCovering([first, second], { ...charge, number: '3' })?.id).toBe('second');
    expect(orderCovering([first, second], { ...charge, number: null })?.id).toBe('second');
  });

  it('is none when the one of the number does not cover the day', () => {
    const ended = order({ id: 'ended', number: '1', endsOn: localDate('2026-05-31') });
    expect(orderCovering([ended, second], { ...charge, number: '1' })).toBeNull();
  });
});

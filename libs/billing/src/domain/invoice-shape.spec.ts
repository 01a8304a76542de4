import fc from 'fast-check';
import { localDate, monthOf, type Pence } from '#libs/kernel';
import type { Difference } from './bill.js';
import { decideBills, type BillOfMonth } from './bills.js';
import { nothingBilled } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import {
  shapeBills,
  usualGrouping,
  type InvoiceGrouping,
  type InvoiceShape,
  type OrderOfLine,
} from './invoice-shape.js';

const perUnit = (id: string) =>
  meterOf(id, [priceFrom('2026-04-01', { model: 'perUnit', unit: '0.01' }, 1, `price of ${id}`)]);
const callOffs = ['a', 'b', 'c'].map((id) => ({
  ...callOffOf([perUnit('payslips')], { id }),
  reference: `CO-00000${id}-01`,
}));

/** What the call-offs charge in these months, in pence. */
const billsOf = (
  amounts: Readonly<Record<string, Readonly<Record<string, number>>>>,
  smallest = 0n,
): readonly BillOfMonth[] => {
  const usageDays = Object.entries(amounts).flatMap(([month, byCallOff]) =>
    Object.entries(byCallOff).map(([callOffId, pence]) => used(`${month}-02`, String(pence), { callOffId })),
  );
  const usageMonths = usageDays.map(({ day, ...rest }) => ({ ...rest, month: monthOf(day).start }));
  const input = { today: localDate('2026-12-01'), callOffs, usageDays, usageMonths, readings: [] };
  const result = decideBills(Object.keys(amounts).map(monthNamed), input, nothingBilled, smallest);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value;
};

const order = (id: string, number: string | null, valuePence: Pence | null = null): OrderOfLine => ({
  id,
  number,
  valuePence,
});
const shapeOf = (
  orders: Readonly<Record<string, OrderOfLine>>,
  grouping: InvoiceGrouping = 'CONSOLIDATED',
  charged: readonly (readonly [string, Pence])[] = [],
): InvoiceShape => ({
  grouping,
  smallestInvoice: 0n,
  orderOf: ({ charge }: Difference) => orders[charge.callOff.id] ?? null,
  charged: new Map(charged),
});
const exempt = { a: order('1', null), b: order('2', null), c: order('3', null) };

describe('a bill', () => {
  const bills = billsOf({ '2026-04': { a: 1001, b: 2002, c: 3003 } });

  it('is one invoice for whoever never chose', () => {
    const orders = { ...exempt, a: order('1', '4500') };
    expect(shapeBills(bills, shapeOf(orders, usualGrouping))).toEqual(shapeBills(bills, shapeOf(orders)));
    expect(usualGrouping).toBe('CONSOLIDATED');
    const [april] = shapeBills(bills, shapeOf(exempt));
    expect(april?.invoices).toMatchObject([
      { forOrder: null, warnings: [], totals: { net: 6006n, vat: 1201n, gross: 7207n } },
    ]);
    expect(april?.invoices[0]?.lines.map(({ lineNumber, net }) => [lineNumber, net])).toEqual([
      [1, 1001n],
      [2, 2002n],
      [3, 3003n],
    ]);
  });

  it('is one invoice for whoever wants one, whatever the numbers of its orders', () => {
    const [april] = shapeBills(bills, shapeOf({ ...exempt, a: order('1', '4500'), c: order('3', '4600') }));
    expect(april?.invoices.map(({ forOrder, lines }) => [forOrder, lines.length])).toEqual([[null, 3]]);
  });

  it('is an invoice for each number, and one for what has none, each with VAT on its own lines', () => {
    const orders = { a: order('1', '4500'), b: order('2', null), c: order('3', '4500') };
    const [april] = shapeBills(bills, shapeOf(orders, 'PER_ORDER'));
    expect(april?.invoices).toMatchObject([
      { forOrder: '4500', totals: { net: 4004n, vat: 801n } },
      { forOrder: null, totals: { net: 2002n, vat: 400n } },
    ]);
    expect(april?.invoices.map(({ lines }) => lines.map(({ lineNumber }) => lineNumber))).toEqual([
      [1, 2],
      [1],
    ]);
  });

  it('of nothing is no invoice', () => {
    const [april] = shapeBills(billsOf({ '2026-04': {} }), shapeOf(exempt, 'PER_ORDER'));
    expect(april?.invoices).toEqual([]);
  });
});

describe('a warning', () => {
  const messages = (bills: readonly BillOfMonth[], shape: InvoiceShape) =>
    shapeBills(bills, shape).map(({ invoices }) => invoices.flatMap(({ warnings }) => warnings));
  const one = (pence: number) => billsOf({ '2026-04': { a: pence } });
  const limited = (value: Pence, charged: Pence) =>
    shapeOf({ ...exempt, a: order('1', '4500012345', value) }, 'CONSOLIDATED', [['1', charged]]);

  it('says what a purchase order has left when an invoice is more than that', () => {
    expect(messages(one(348_000), limited(500_000n, 380_000n))).toEqual([
      [{ code: 'PO_EXHAUSTED', message: 'PO 4500012345 has £1,200 left. This invoice is £3,480.' }],
    ]);
    expect(messages(one(348_001), limited(500_000n, 600_000n))).toEqual([
      [{ code: 'PO_EXHAUSTED', message: 'PO 4500012345 has £0 left. This invoice is £3,480.01.' }],
    ]);
    expect(messages(one(120_000), limited(500_000n, 380_000n))).toEqual([[]]);
    expect(messages(one(120_001), limited(500_000n, 380_000n))).toHaveLength(1);
  });

  it('is not given of an order without a limit, nor of an exemption', () => {
    expect(messages(one(348_000), shapeOf({ a: order('1', '4500') }))).toEqual([[]]);
    expect(messages(one(348_000), shapeOf({ a: order('1', null) }))).toEqual([[]]);
    expect(messages(one(348_000), shapeOf({ a: order('1', null, 100n) }))).toEqual([[]]);
  });

  it('counts the drafts of the months before it, and not what is carried on', () => {
    const amounts = { '2026-04': { a: 300 }, '2026-05': { a: 300 }, '2026-06': { a: 300 } };
    expect(
      messages(billsOf(amounts), limited(600n, 0n)).map((found) => found.map(({ message }) => message)),
    ).toEqual([[], [], ['PO 4500012345 has £0 left. This invoice is £3.']]);
    // April is carried to May: the order is charged with both there, once.
    expect(messages(billsOf(amounts, 400n), limited(900n, 0n))).toEqual([[], [], []]);
  });

  it('names the call-off that has neither an order nor an exemption, once', () => {
    const bills = billsOf({ '2026-04': { a: 100, b: 100 } });
    expect(messages(bills, shapeOf({ b: order('2', null) }))).toEqual([
      [
        {
          code: 'PO_REQUIRED',
          message:
            'Add a purchase order number before the first billing period, or tell us your organisation does not use purchase orders. Call-off CO-00000a-01 has none for April 2026.',
        },
      ],
    ]);
  });
});

describe('a warning of several call-offs without an order', () => {
  it('is given of each of them', () => {
    const [april] = shapeBills(billsOf({ '2026-04': { a: 100, b: 100 } }), shapeOf({}));
    expect(
      april?.invoices.flatMap(({ warnings }) => warnings.map(({ message }) => message.slice(-47))),
    ).toEqual([
      ...[
        ' Call-off CO-00000a-01 has none for April 2026.',
        ' Call-off CO-00000b-01 has none for April 2026.',
      ],
    ]);
  });
});

describe('whatever the orders', () => {
  it('every line is on one invoice, and together they are the bill', () => {
    const numbers = fc.constantFrom(null, '1', '2', 'none');
    fc.assert(
      fc.property(
        fc.tuple(numbers, numbers, numbers),
        fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 100_000 }))),
        (given, pence) => {
          const ids = ['a', 'b', 'c'];
          const amounts = Object.fromEntries(ids.map((id, index) => [id, pence[index] ?? 0]));
          const orders = Object.fromEntries(
            ids.flatMap((id, index) => {
              const number = given[index] ?? null;
              return number === 'none' ? [] : [[id, order(id, number)]];
            }),
          );
          const [april] = shapeBills(billsOf({ '2026-04': amounts }), shapeOf(orders, 'PER_ORDER'));
          const invoices = april?.invoices ?? [];
          const charged = invoices.flatMap(({ lines }) =>
            lines.map(({ callOffId, net }) => [callOffId, net]),
          );
          expect(Object.fromEntries(charged)).toEqual(
            Object.fromEntries(ids.flatMap((id) => (amounts[id] ? [[id, BigInt(amounts[id])]] : []))),
          );
          expect(new Set(invoices.map(({ forOrder }) => forOrder)).size).toBe(invoices.length);
          for (const { forOrder, lines, totals } of invoices) {
            const net = lines.reduce((sum, line) => sum + line.net, 0n);
            expect([totals.net, totals.vat]).toEqual([net, (net * 20n + 50n) / 100n]);
            for (const { callOffId } of lines) expect(orders[callOffId]?.number ?? null).toBe(forOrder);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

import { exact, localDate } from '#libs/kernel';
import { decideBill, differenceOf, billedAfter, type Bill, type BillInput } from './bill.js';
import { nothingBilled, type Billed, type IssuedLine } from './billed.js';
import { callOffOf, meterOf, monthNamed, priceFrom, used } from './call-off-cases.js';
import { totalsOf } from '#libs/pricing';
import type { CallOffToBill, UsageDay } from './charge.js';

const perUnit = priceFrom('2026-04-01', { model: 'perUnit', unit: '1' });
const callOff = callOffOf([meterOf('payslips', [perUnit])]);

const input = (
  month: string,
  usageDays: readonly UsageDay[],
  callOffs: readonly CallOffToBill[] = [callOff],
): BillInput => ({
  month: monthNamed(month),
  today: localDate('2026-12-01'),
  callOffs,
  usageDays,
  usageMonths: usageDays.map(({ callOffId, meterId, day, lastReceipt }) => ({
    callOffId,
    meterId,
    month: localDate(`${day.slice(0, 7)}-01`),
    lastReceipt,
  })),
  readings: [],
});

const bill = (what: BillInput, billed: Billed = nothingBilled): Bill => {
  const result = decideBill(what, billed);
  if (!result.ok) throw new Error(result.refusals[0]?.message);
  return result.value;
};

const words = ({ lines, credits, waiting }: Bill) => [
  ...lines.map(({ description, rated }) => `${description}: ${rated.net}`),
  ...credits.map(
    ({ invoiceId, lines: credit, totals }) =>
      `credit of ${invoiceId}: ${credit.map(({ net }) => net).join(' + ')} = ${totals.gross}`,
  ),
  ...(waiting === 0n ? [] : [`waiting: ${waiting}`]),
];

const key = (month: string, priceVersionId = perUnit.id) => ({
  callOffId: 'call-off',
  meterId: 'payslips',
  month: localDate(`${month}-01`),
  priceVersionId,
});

/** One issued invoice that billed a month, with a line for each amount, the oldest first. */
const issued = (month: string, ...nets: readonly bigint[]): Billed => {
  const lines: IssuedLine[] = nets.map((net, index) => ({
    key: key(month),
    invoiceId: `invoice-${index + 1}`,
    lineId: `line-${index + 1}`,
    vatTreatment: 'STANDARD',
    vatRate: callOff.vatRate,
    left: net,
  }));
  const net = nets.reduce((sum, amount) => sum + amount, 0n);
  return {
    positions: [{ key: key(month), net, countedTo: 5n, callOffRevision: 1 }],
    lines: lines.toReversed(),
    invoices: lines.map((line, index) => ({
      invoiceId: line.invoiceId,
      number: `LCC-2026-0000${index + 1}`,
      groups: totalsOf([{ ...line, net: line.left }]).vatSummary,
    })),
  };
};

describe('a bill is a difference', () => {
  it('charges what was used', () => {
    const april = bill(input('2026-04', [used('2026-04-30', '12.345')]));
    expect(words(april)).toEqual(['Payroll Core: Payslips, April 2026: 1235']);
    expect(april.totals).toMatchObject({ net: 1235n, vat: 247n, gross: 1482n });
    const [line] = april.lines;
    expect([line?.receiptAfter, line?.receiptUpTo, line?.callOffRevision]).toEqual([0n, 1n, 1]);
  });

  it('is nothing when nothing changed', () => {
    const usage = [used('2026-04-30', '10', { lastReceipt: 5n })];
    expect(words(bill(input('2026-04', usage), issued('2026-04', 1000n)))).toEqual([]);
    expect(words(bill(input('2026-05', usage), issued('2026-04', 1000n)))).toEqual([]);
  });

  it('charges late use on the next bill, under its own month', () => {
    const usage = [
      used('2026-04-30', '13', { lastReceipt: 6n }),
      used('2026-05-02', '4', { lastReceipt: 7n }),
    ];
    const may = bill(input('2026-05', usage), issued('2026-04', 1000n));
    expect(words(may)).toEqual([
      'Payroll Core: Payslips, April 2026 (change since it was billed): 300',
      'Payroll Core: Payslips, May 2026: 400',
    ]);
    expect(may.lines.map(({ receiptAfter, receiptUpTo }) => [receiptAfter, receiptUpTo])).toEqual([
      [5n, 6n],
      [0n, 7n],
    ]);
    expect(may.lines[0]?.calculation.alreadyBilled).toBe(1000n);
  });

  it('leaves a billed month alone while its receipts are counted', () => {
    // The figures differ, but no receipt is newer: the month is not looked at again.
    const usage = [used('2026-04-30', '13', { lastReceipt: 5n })];
    expect(words(bill(input('2026-05', usage), issued('2026-04', 1000n)))).toEqual([]);
    // As its own run it is.
    expect(words(bill(input('2026-04', usage), issued('2026-04', 1000n)))).toHaveLength(1);
  });

  it('leaves a billed month alone when only another call-off has new use in it', () => {
    const usage = [
      used('2026-04-30', '13', { lastReceipt: 5n }),
      used('2026-04-30', '1', { callOffId: 'another', lastReceipt: 9n }),
    ];
    expect(words(bill(input('2026-05', usage), issued('2026-04', 1000n)))).toEqual([]);
  });

  it('asks of each meter whether its own receipts are counted', () => {
    const letters = priceFrom('2026-04-01', { model: 'perUnit', unit: '1' }, 1, 'letters-1');
    const both = callOffOf([meterOf('payslips', [perUnit]), meterOf('letters', [letters])]);
    const ofLetters = { ...key('2026-04', 'letters-1'), meterId: 'letters' };
    const april: Billed = {
      ...issued('2026-04', 1000n),
      positions: [
        { key: key('2026-04'), net: 1000n, countedTo: 9n, callOffRevision: 1 },
        { key: ofLetters, net: 1000n, countedTo: 5n, callOffRevision: 1 },
      ],
    };
    const may = (payslips: bigint, ofLetter: bigint) =>
      words(
        bill(
          input(
            '2026-05',
            [
              used('2026-04-02', '11', { lastReceipt: payslips }),
              used('2026-04-02', '12', { meterId: 'letters', lastReceipt: ofLetter }),
            ],
            [both],
          ),
          april,
        ),
      );
    const changes = [
      'Payroll Core: Payslips, April 2026 (change since it was billed): 100',
      'Payroll Core: letters, April 2026 (change since it was billed): 200',
    ];
    expect(may(9n, 5n)).toEqual([]);
    expect(may(9n, 6n)).toEqual(changes);
    expect(may(10n, 5n)).toEqual(changes);
  });

  it('looks again at a month when one of its charges is from an older revision', () => {
    const letters = priceFrom('2026-04-01', { model: 'perUnit', unit: '1' }, 1, 'letters-1');
    const both = callOffOf([meterOf('payslips', [perUnit]), meterOf('letters', [letters])], { revision: 2 });
    const ofLetters = { ...key('2026-04', 'letters-1'), meterId: 'letters' };
    const april: Billed = {
      ...issued('2026-04', 1000n),
      positions: [
        { key: key('2026-04'), net: 1000n, countedTo: 5n, callOffRevision: 2 },
        { key: ofLetters, net: 0n, countedTo: 0n, callOffRevision: 1 },
      ],
    };
    const usage = [used('2026-04-02', '11', { lastReceipt: 5n })];
    expect(words(bill(input('2026-05', usage, [both]), april))).toEqual([
      'Payroll Core: Payslips, April 2026 (change since it was billed): 100',
    ]);
  });

  it('looks again at a month that was billed from an older revision of the call-off', () => {
    const cut = { ...callOffOf([meterOf('payslips', [perUnit])]), revision: 2 };
    const usage = [used('2026-04-30', '13', { lastReceipt: 5n })];
    expect(words(bill(input('2026-05', usage, [cut]), issued('2026-04', 1000n)))).toEqual([
      'Payroll Core: Payslips, April 2026 (change since it was billed): 300',
    ]);
  });

  it('bills a month that was never billed, use or not', () => {
    const flat = callOffOf([meterOf('payslips', [priceFrom('2026-04-01', { model: 'flat', amount: '30' })])]);
    expect(words(bill(input('2026-06', [], [flat])))).toEqual([
      'Payroll Core: Payslips, April 2026: 3000',
      'Payroll Core: Payslips, May 2026: 3000',
      'Payroll Core: Payslips, June 2026: 3000',
    ]);
  });

  it('never bills a month after the run’s', () => {
    expect(words(bill(input('2026-04', [used('2026-05-01', '1')])))).toEqual([]);
  });

  it('names the days of a part of a month', () => {
    const changed = callOffOf([
      meterOf('payslips', [perUnit, priceFrom('2026-04-30', { model: 'perUnit', unit: '2' }, 2)]),
    ]);
    expect(
      words(bill(input('2026-04', [used('2026-04-29', '1'), used('2026-04-30', '1')], [changed]))),
    ).toEqual([
      'Payroll Core: Payslips, 1 April 2026 to 29 April 2026: 100',
      'Payroll Core: Payslips, 30 April 2026: 200',
    ]);
  });

  it('says that a line is a change once anything of its charge was billed or counted', () => {
    const [line] = bill(input('2026-04', [used('2026-04-30', '10', { lastReceipt: 3n })])).lines;
    if (!line) throw new Error('there is a line');
    const after = (net: bigint, countedTo: bigint) => {
      const again = differenceOf(line.charge, { key: key('2026-04'), net, countedTo, callOffRevision: 1 });
      return [again.description, again.rated.net, again.receiptAfter, again.receiptUpTo];
    };
    const name = 'Payroll Core: Payslips, April 2026';
    const change = `${name} (change since it was billed)`;
    expect(after(0n, 0n)).toEqual([name, 1000n, 0n, 3n]);
    // Use that came to nothing was counted, and a minimum or flat amount was billed without any use.
    expect(after(0n, 2n)).toEqual([change, 1000n, 2n, 3n]);
    expect(after(300n, 0n)).toEqual([change, 700n, 0n, 3n]);
    // What was counted stays counted.
    expect(after(300n, 5n)).toEqual([change, 700n, 5n, 5n]);
  });

  it('stops at what cannot be charged', () => {
    const refused = decideBill(input('2026-04', [used('2026-03-31', '1')]), nothingBilled);
    expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['USAGE_OUTSIDE_CALLOFF']);
  });
});

describe('a negative difference', () => {
  it('credits the newest line first, and never more than is left on each', () => {
    const usage = [used('2026-04-30', '3', { lastReceipt: 6n })];
    const credit = bill(input('2026-04', usage), issued('2026-04', 400n, 600n));
    expect(words(credit)).toEqual(['credit of invoice-2: 600 = 720', 'credit of invoice-1: 100 = 120']);
    expect(credit.credits[0]?.reason).toBe('What was used in April 2026 comes to less than was billed.');
    const whole = bill(
      input('2026-04', [used('2026-04-30', '0', { lastReceipt: 6n })]),
      issued('2026-04', 400n, 600n),
    );
    expect(words(whole)).toEqual(['credit of invoice-2: 600 = 720', 'credit of invoice-1: 400 = 480']);
  });

  it('cites no line beyond what is to be credited', () => {
    const usage = [used('2026-04-30', '7', { lastReceipt: 6n })];
    const credit = bill(input('2026-04', usage), issued('2026-04', 400n, 600n));
    expect(words(credit)).toEqual(['credit of invoice-2: 300 = 360']);
  });

  it('of use and of something else on one invoice is for what is due', () => {
    const licence = meterOf('licence', [perUnit], 'SUM', { charge: 'RECURRING' });
    const both = callOffOf([meterOf('payslips', [perUnit]), licence]);
    const billed = issued('2026-04', 1000n);
    const [line] = billed.lines;
    if (!line) throw new Error('a line was billed');
    const ofLicence = { ...key('2026-04'), meterId: 'licence' };
    const credit = bill(input('2026-04', [used('2026-04-30', '4', { lastReceipt: 6n })], [both]), {
      positions: [...billed.positions, { key: ofLicence, net: 300n, countedTo: 0n, callOffRevision: 1 }],
      lines: [line, { ...line, key: ofLicence, lineId: 'line-2', left: 300n }],
      invoices: [
        {
          ...{ invoiceId: 'invoice-1', number: 'LCC-2026-00001' },
          groups: totalsOf([{ ...line, net: 1300n }]).vatSummary,
        },
      ],
    });
    expect(words(credit)).toEqual(['credit of invoice-1: 600 + 200 = 960']);
    expect(credit.credits[0]?.reason).toBe('What is due for April 2026 comes to less than was billed.');
  });

  it('leaves lines alone that have nothing left', () => {
    const billed = issued('2026-04', 400n, 600n);
    const credited = {
      ...billed,
      lines: billed.lines.map((line) => (line.lineId === 'line-2' ? { ...line, left: 0n } : line)),
    };
    const usage = [used('2026-04-30', '9', { lastReceipt: 6n })];
    expect(words(bill(input('2026-04', usage), credited))).toEqual(['credit of invoice-1: 100 = 120']);
  });

  it('waits for the invoice to be issued, and is looked at again until then', () => {
    const approved = { ...issued('2026-04', 1000n), lines: [], invoices: [] };
    const usage = [used('2026-04-30', '3', { lastReceipt: 6n })];
    const waiting = bill(input('2026-04', usage), approved);
    expect(words(waiting)).toEqual(['waiting: 700']);
    const later = bill(input('2026-05', usage), issued('2026-04', 1000n));
    expect(words(later)).toEqual(['credit of invoice-1: 700 = 840']);
  });

  it('does not count as settled while a part of it waits', () => {
    const half = issued('2026-04', 400n, 600n);
    const billed = { ...half, lines: half.lines.filter(({ lineId }) => lineId === 'line-1') };
    const usage = [used('2026-04-30', '3', { lastReceipt: 6n })];
    const first = bill(input('2026-04', usage), billed);
    expect(words(first)).toEqual(['credit of invoice-1: 400 = 480', 'waiting: 300']);
    const after = billedAfter(billed, first);
    expect(after.positions).toEqual([{ key: key('2026-04'), net: 600n, countedTo: 5n, callOffRevision: 1 }]);
    expect(
      words(bill(input('2026-05', usage), { ...after, lines: [...half.lines.slice(0, 1), ...after.lines] })),
    ).toEqual(['credit of invoice-2: 300 = 360']);
  });

  it('takes back what is due no more: a price that does not hold, days outside the term', () => {
    const old = priceFrom('2026-04-01', { model: 'flat', amount: '30' }, 1, 'old');
    const now = priceFrom('2026-04-01', { model: 'flat', amount: '20' }, 2, 'now');
    const replaced = { ...meterOf('payslips', [now]), prices: [old, now] };
    const billed = issued('2026-04', 3000n);
    const positions = billed.positions.map((position) => ({ ...position, key: key('2026-04', 'old') }));
    const lines = billed.lines.map((line) => ({ ...line, key: key('2026-04', 'old') }));
    const again = bill(input('2026-04', [], [callOffOf([replaced])]), { ...billed, positions, lines });
    expect(words(again)).toEqual([
      'Payroll Core: Payslips, April 2026: 2000',
      'credit of invoice-1: 3000 = 3600',
    ]);

    const ended = callOffOf([meterOf('payslips', [old])], { lastDay: '2026-04-30', revision: 2 });
    const may = issued('2026-05', 3000n);
    const tooMuch = {
      ...may,
      positions: may.positions.map((position) => ({ ...position, key: key('2026-05', 'old') })),
      lines: may.lines.map((line) => ({ ...line, key: key('2026-05', 'old') })),
    };
    const credit = bill(input('2026-05', [], [ended]), tooMuch);
    expect(words(credit)).toContain('credit of invoice-1: 3000 = 3600');
  });

  it('takes back every charge of a month that is due no more, each from its own meter', () => {
    const old = (id: string) => priceFrom('2026-04-01', { model: 'flat', amount: '30' }, 1, id);
    const meters = [meterOf('payslips', [old('old')]), meterOf('letters', [old('old letters')])];
    const ended = callOffOf(meters, { lastDay: '2026-04-30', revision: 2 });
    const may = issued('2026-05', 3000n, 2000n);
    const keys = [key('2026-05', 'old'), { ...key('2026-05', 'old letters'), meterId: 'letters' }];
    const lines = may.lines
      .toReversed()
      .map((line, index) => ({ ...line, key: keys[index]!, invoiceId: 'invoice-1' }));
    const groups = totalsOf(lines.map((line) => ({ ...line, net: line.left }))).vatSummary;
    const tooMuch: Billed = {
      positions: lines.map((line) => ({ key: line.key, net: line.left, countedTo: 0n, callOffRevision: 1 })),
      lines,
      invoices: [{ invoiceId: 'invoice-1', number: 'LCC-2026-00001', groups }],
    };
    const [credit] = bill(input('2026-05', [], [ended]), tooMuch).credits;
    expect(credit?.lines.map(({ difference, net }) => [difference.description, net])).toEqual([
      ['Payroll Core: Payslips, May 2026 (change since it was billed)', 3000n],
      ['Payroll Core: letters, May 2026 (change since it was billed)', 2000n],
    ]);
    expect(credit?.lines.map(({ difference: { calculation } }) => calculation)).toMatchObject([
      { price: { prorate: { days: 0, of: 31 } }, quantity: exact('0'), final: true, alreadyBilled: 3000n },
      { price: { prorate: { days: 0, of: 31 } }, quantity: exact('0'), final: true, alreadyBilled: 2000n },
    ]);
  });

  it('names the months that it credits, oldest first, those before the term too', () => {
    const later = callOffOf([meterOf('payslips', [perUnit])], { firstDay: '2026-05-01', revision: 2 });
    const [april, may] = [issued('2026-04', 400n), issued('2026-05', 600n)];
    const lines = [...may.lines, ...april.lines].map((line, index) => ({ ...line, lineId: `line-${index}` }));
    const groups = totalsOf(lines.map((line) => ({ ...line, net: line.left }))).vatSummary;
    const both: Billed = {
      positions: [...may.positions, ...april.positions],
      lines,
      invoices: [{ invoiceId: 'invoice-1', number: 'LCC-2026-00001', groups }],
    };
    const june = bill(input('2026-06', [used('2026-05-02', '1', { lastReceipt: 5n })], [later]), both);
    expect(june.credits.map(({ reason }) => reason)).toEqual([
      'What was used in April 2026, May 2026 comes to less than was billed.',
    ]);
    expect(june.credits[0]?.lines.map(({ line, net }) => [line.key.month, net])).toEqual([
      ['2026-04-01', 400n],
      ['2026-05-01', 500n],
    ]);
  });

  it('needs the meter that was billed, and the invoice that billed it', () => {
    const billed = issued('2026-04', 3000n);
    const ofFaxes = { ...key('2026-04'), meterId: 'faxes' };
    const positions = billed.positions.map((position) => ({ ...position, key: ofFaxes }));
    expect(() => decideBill(input('2026-04', []), { ...billed, positions })).toThrow('not in the catalogue');
    expect(() => decideBill(input('2026-04', []), { ...billed, invoices: [] })).toThrow(
      'nothing is known of invoice invoice-1',
    );
  });

  it('needs the price that was billed', () => {
    const billed = issued('2026-04', 3000n);
    const positions = billed.positions.map((position) => ({
      ...position,
      key: key('2026-04', 'unheard of'),
    }));
    expect(() => decideBill(input('2026-04', []), { ...billed, positions })).toThrow('not in the catalogue');
  });
});

describe('what stands after a bill', () => {
  it('is what the first bill charged', () => {
    const after = billedAfter(nothingBilled, bill(input('2026-04', [used('2026-04-30', '8')])));
    expect(after).toEqual({
      positions: [{ key: key('2026-04'), net: 800n, countedTo: 1n, callOffRevision: 1 }],
      lines: [],
      invoices: [],
    });
  });

  it('counts a credit as settled that takes exactly what is left', () => {
    const before = issued('2026-04', 1000n);
    const credit = bill(input('2026-04', [used('2026-04-30', '0', { lastReceipt: 6n })]), before);
    expect(words(credit)).toEqual(['credit of invoice-1: 1000 = 1200']);
    expect(billedAfter(before, credit).positions).toEqual([
      { key: key('2026-04'), net: 0n, countedTo: 6n, callOffRevision: 1 },
    ]);
  });

  it('is what it charged and credited, so that billing again comes to nothing', () => {
    const usage = [
      used('2026-04-30', '3', { lastReceipt: 6n }),
      used('2026-05-01', '8', { lastReceipt: 7n }),
    ];
    const before = issued('2026-04', 400n, 600n);
    const may = bill(input('2026-05', usage), before);
    expect(words(may)).toEqual([
      'Payroll Core: Payslips, May 2026: 800',
      'credit of invoice-2: 600 = 720',
      'credit of invoice-1: 100 = 120',
    ]);
    const after = billedAfter(before, may);
    expect(after.positions).toEqual([
      { key: key('2026-04'), net: 300n, countedTo: 6n, callOffRevision: 1 },
      { key: key('2026-05'), net: 800n, countedTo: 7n, callOffRevision: 1 },
    ]);
    expect(after.lines.map(({ lineId, left }) => [lineId, left])).toEqual([
      ['line-2', 0n],
      ['line-1', 300n],
    ]);
    expect(after.invoices.map(({ groups }) => groups.map(({ net, vat }) => [net, vat]))).toEqual([
      [[300n, 60n]],
      [[0n, 0n]],
    ]);
    expect(words(bill(input('2026-05', usage), after))).toEqual([]);
    expect(words(bill(input('2026-04', usage), after))).toEqual([]);
  });
});

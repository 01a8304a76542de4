import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  exact,
  localDate,
  monthOf,
  nextMonth,
  startOfMonth,
  type LocalDate,
  type Pence,
  type Period,
} from '#libs/kernel';
import { parsePrice } from '#libs/pricing';
import { decideBills } from './bills.js';
import type { Billed, IssuedLine, Position } from './billed.js';
import { callOffOf, meterOf } from './call-off-cases.js';
import { keyText, type ChargeKey, type PriceToBill, type UsageDay } from './charge.js';
import { creditTotalsOf, groupsAfter } from './vat.js';
import { totalsOf, type VatGroup } from '#libs/pricing';

/**
 * A model of a lead authority and one member: prices, terms and use that arrive in any order, runs and re-runs,
 * approvals, issues and concessions between any two steps. Whatever happens, what is billed for every month up to a
 * run's is what the month is worth by an independent calculation in whole numbers.
 */

// ---- the independent calculation -----------------------------------------------------------------------------------

/** A fraction of whole numbers. */
type Fraction = readonly [bigint, bigint];
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const less = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
const least = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? a : b);
const hundredths = (n: number): Fraction => [BigInt(n), 100n];
const zero: Fraction = [0n, 1n];

interface SamplePrice {
  readonly kind: 'flat' | 'perUnit' | 'graduated';
  /** Hundredths: of a pound, or of a unit. */
  readonly unit: number;
  readonly upTo: number;
  readonly above: number;
  readonly flat: number;
  readonly free: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

const worthOf = (price: SamplePrice, quantity: Fraction, part: Fraction, present: Fraction): bigint => {
  const scaled = (n: number) => times(hundredths(n), part);
  const amount = (n: number) => times(scaled(n), present);
  const free = least(quantity, scaled(price.free));
  const charged = minus(quantity, free);
  let worth = zero;
  if (price.kind === 'flat') worth = amount(price.unit);
  if (price.kind === 'perUnit') worth = times(charged, hundredths(price.unit));
  if (price.kind === 'graduated') {
    const low = least(charged, scaled(price.upTo));
    worth = add(
      add(times(low, hundredths(price.unit)), times(minus(charged, low), hundredths(price.above))),
      amount(price.flat),
    );
    // The second tier has no flat amount.
  }
  if (price.minimum !== null && less(worth, amount(price.minimum))) worth = amount(price.minimum);
  if (price.maximum !== null && less(amount(price.maximum), worth)) worth = amount(price.maximum);
  const [n, d] = worth;
  return (200n * n + d) / (2n * d);
};

const decimal = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;

const priceJson = ({ kind, unit, upTo, above, flat, free, minimum, maximum }: SamplePrice): object => ({
  ...(kind === 'flat' ? { model: 'flat', amount: decimal(unit) } : {}),
  ...(kind === 'perUnit' ? { model: 'perUnit', unit: decimal(unit) } : {}),
  ...(kind === 'graduated'
    ? {
        model: 'graduated',
        tiers: [
          { upTo: decimal(upTo), unit: decimal(unit), flat: decimal(flat) },
          { upTo: null, unit: decimal(above), flat: '0' },
        ],
      }
    : {}),
  freeUnits: decimal(free),
  ...(minimum === null ? {} : { minimum: decimal(minimum) }),
  ...(maximum === null ? {} : { maximum: decimal(maximum) }),
});

// ---- the world -----------------------------------------------------------------------------------------------------

interface Line {
  readonly id: string;
  readonly key: ChargeKey;
  readonly net: Pence;
  readonly after: bigint;
  readonly upTo: bigint;
  readonly revision: number;
}
interface Invoice {
  readonly id: string;
  readonly month: Period;
  state: 'DRAFT' | 'APPROVED' | 'ISSUED';
  issuedAs: number;
  readonly lines: readonly Line[];
  readonly vatSummary: readonly VatGroup[];
}
interface Credit {
  readonly month: Period | null;
  readonly invoiceId: string;
  state: 'DRAFT' | 'APPROVED' | 'ISSUED';
  readonly lines: readonly (Line & { readonly lineId: string })[];
  readonly vatSummary: readonly VatGroup[];
}

const firstDay = localDate('2026-01-20');

class World {
  today: LocalDate = localDate('2026-02-03');
  lastDay: LocalDate = localDate('2027-06-30');
  revision = 1;
  receipt = 0n;
  issued = 0;
  ids = 0;
  waiting = 0n;
  prices: { readonly sample: SamplePrice; readonly version: PriceToBill }[] = [];
  usage = new Map<LocalDate, { quantity: number; events: bigint; receipt: bigint }>();
  invoices: Invoice[] = [];
  credits: Credit[] = [];

  addPrice(sample: SamplePrice, startsOn: LocalDate): void {
    if (this.prices.some(({ version }) => version.startsOn === startsOn)) return;
    const parsed = parsePrice(priceJson(sample));
    if (!parsed.ok) throw new Error('the sample price is wrong');
    const version = this.prices.length + 1;
    this.prices.push({ sample, version: { id: `v${version}`, version, startsOn, price: parsed.value } });
  }

  /** Sets a day's quantity, as late use, early use or a correction would. */
  use(day: LocalDate, quantity: number): void {
    this.receipt += 1n;
    const events = (this.usage.get(day)?.events ?? 0n) + 1n;
    this.usage.set(day, { quantity, events, receipt: this.receipt });
  }

  callOff() {
    const meter = meterOf(
      'payslips',
      this.prices.map(({ version }) => version),
    );
    return callOffOf([meter], { firstDay, lastDay: this.lastDay, revision: this.revision });
  }

  days(): UsageDay[] {
    return [...this.usage].map(([day, { quantity, events, receipt }]) => ({
      callOffId: 'call-off',
      meterId: 'payslips',
      day,
      quantity: exact(decimal(quantity)),
      events,
      lastReceipt: receipt,
    }));
  }

  /** What stands without the drafts of runs. */
  billed(): Billed {
    const vat = { vatTreatment: 'STANDARD', vatRate: exact('0.2') };
    const invoices = this.invoices.filter(({ state }) => state !== 'DRAFT');
    const credits = this.credits.filter(({ state, month }) => state !== 'DRAFT' || month === null);
    const positions = new Map<string, Position>();
    const count = ({ key, upTo, revision }: Line, net: Pence): void => {
      const before = positions.get(keyText(key)) ?? { key, net: 0n, countedTo: 0n, callOffRevision: 0 };
      positions.set(keyText(key), {
        key,
        net: before.net + net,
        countedTo: upTo > before.countedTo ? upTo : before.countedTo,
        callOffRevision: Math.max(before.callOffRevision, revision),
      });
    };
    for (const line of invoices.flatMap(({ lines }) => lines)) count(line, line.net);
    for (const credit of credits)
      if (credit.month !== null) for (const line of credit.lines) count(line, -line.net);
    const issued = invoices.filter(({ state }) => state === 'ISSUED').sort((a, b) => b.issuedAs - a.issuedAs);
    const taken = (lineId: string): Pence =>
      credits
        .flatMap(({ lines }) => lines)
        .filter((line) => line.lineId === lineId)
        .reduce((sum, { net }) => sum + net, 0n);
    const lines = issued.flatMap((invoice): IssuedLine[] =>
      invoice.lines.map(({ id, key, net }) => ({
        key,
        invoiceId: invoice.id,
        lineId: id,
        ...vat,
        left: net - taken(id),
      })),
    );
    const left = issued.map(({ id, vatSummary }) => ({
      invoiceId: id,
      number: id,
      groups: credits
        .filter(({ invoiceId }) => invoiceId === id)
        .reduce((groups, credit) => groupsAfter(groups, credit.vatSummary), vatSummary),
    }));
    return { positions: [...positions.values()], lines, invoices: left };
  }

  run(month: Period): Period {
    const drafts = [...this.invoices, ...this.credits].flatMap((document) =>
      document.state === 'DRAFT' && document.month ? [document.month] : [],
    );
    const months = [...new Map([...drafts, month].map((each) => [each.start, each])).values()];
    const days = this.days();
    const usageMonths = [...new Set(days.map(({ day }) => monthOf(day).start))].map((start) => ({
      callOffId: 'call-off',
      meterId: 'payslips',
      month: start,
      lastReceipt: days
        .filter(({ day }) => monthOf(day).start === start)
        .reduce((newest, { lastReceipt }) => (lastReceipt > newest ? lastReceipt : newest), 0n),
    }));
    const input = {
      today: this.today,
      callOffs: [this.callOff()],
      usageMonths,
      usageDays: days,
      readings: [],
    };
    const bills = decideBills(months, input, this.billed());
    if (!bills.ok) throw new Error(bills.refusals[0]?.message);
    this.invoices = this.invoices.filter(({ state }) => state !== 'DRAFT');
    this.credits = this.credits.filter(({ state, month: ofRun }) => state !== 'DRAFT' || ofRun === null);
    for (const { month: ofRun, bill } of bills.value) {
      if (bill.lines.length > 0)
        this.invoices.push({
          id: this.nextId('invoice'),
          month: ofRun,
          state: 'DRAFT',
          issuedAs: 0,
          vatSummary: bill.totals.vatSummary,
          lines: bill.lines.map((line) => ({
            id: this.nextId('line'),
            key: line.charge.key,
            net: line.rated.net,
            after: line.receiptAfter,
            upTo: line.receiptUpTo,
            revision: line.callOffRevision,
          })),
        });
      for (const { invoiceId, lines, totals } of bill.credits)
        this.credits.push({
          month: ofRun,
          invoiceId,
          state: 'DRAFT',
          vatSummary: totals.vatSummary,
          lines: lines.map(({ difference, line, net }) => ({
            id: this.nextId('credit'),
            lineId: line.lineId,
            key: line.key,
            net,
            after: difference.receiptAfter,
            upTo: difference.receiptUpTo,
            revision: difference.callOffRevision,
          })),
        });
    }
    const last = bills.value.at(-1);
    if (!last) throw new Error('a run has a bill');
    this.waiting = last.bill.waiting;
    return last.month;
  }

  /** Moves every draft on, or every approved document. */
  move(to: 'APPROVED' | 'ISSUED'): void {
    const from = to === 'APPROVED' ? 'DRAFT' : 'APPROVED';
    for (const document of [...this.invoices, ...this.credits])
      if (document.state === from) document.state = to;
    for (const invoice of this.invoices)
      if (invoice.state === 'ISSUED' && invoice.issuedAs === 0) invoice.issuedAs = ++this.issued;
  }

  concede(pence: number): void {
    const { lines, invoices } = this.billed();
    const drafted = this.credits.filter(({ state, month }) => state === 'DRAFT' && month !== null);
    const line = lines.find(
      ({ left, invoiceId }) => left > 0n && drafted.every((credit) => credit.invoiceId !== invoiceId),
    );
    const groups = invoices.find(({ invoiceId }) => invoiceId === line?.invoiceId)?.groups;
    if (!line || !groups) return;
    const net = (BigInt(pence) % line.left) + 1n;
    const { vatSummary } = creditTotalsOf([{ ...line, net }], groups);
    const entry = {
      id: this.nextId('credit'),
      lineId: line.lineId,
      key: line.key,
      net,
      after: 0n,
      upTo: 0n,
      revision: 0,
    };
    this.credits.push({
      month: null,
      invoiceId: line.invoiceId,
      state: 'ISSUED',
      vatSummary,
      lines: [entry],
    });
  }

  private nextId(what: string): string {
    this.ids += 1;
    return `${what}-${this.ids}`;
  }

  // ---- what must hold ----------------------------------------------------------------------------------------------

  liveLines(): (Line & { readonly sign: bigint })[] {
    return [
      ...this.invoices.flatMap(({ lines }) => lines.map((line) => ({ ...line, sign: 1n }))),
      ...this.credits
        .filter(({ month }) => month !== null)
        .flatMap(({ lines }) => lines.map((line) => ({ ...line, sign: -1n }))),
    ];
  }

  billedUpTo(month: Period): Pence {
    return this.liveLines()
      .filter(({ key }) => key.month <= month.start)
      .reduce((sum, { net, sign }) => sum + sign * net, 0n);
  }

  /** Day by day, price by price, in whole numbers. */
  worthUpTo(last: Period): Pence {
    let sum = 0n;
    for (let month = monthOf(firstDay); month.start <= last.start; month = nextMonth(month)) {
      const parts = new Map<SamplePrice, { days: bigint; quantity: bigint }>();
      let [all, present] = [0n, 0n];
      for (let day = month.start; day < month.end; day = addDays(day, 1)) {
        all += 1n;
        if (day < firstDay || day > this.lastDay) continue;
        present += 1n;
        const started = this.prices.filter(({ version }) => version.startsOn <= day);
        const price = started.reduce((newest, other) =>
          other.version.startsOn > newest.version.startsOn ? other : newest,
        );
        const part = parts.get(price.sample) ?? { days: 0n, quantity: 0n };
        const quantity = part.quantity + BigInt(this.usage.get(day)?.quantity ?? 0);
        parts.set(price.sample, { days: part.days + 1n, quantity });
      }
      for (const [sample, { days, quantity }] of parts)
        sum += worthOf(sample, [quantity, 100n], [days, present], [present, all]);
    }
    return sum;
  }

  assertHolds(): void {
    const all = this.liveLines();
    for (const charge of new Set(all.map(({ key }) => keyText(key)))) {
      const lines = all.filter(({ key }) => keyText(key) === charge);
      const windows = new Map(lines.map(({ after, upTo }) => [`${after}/${upTo}`, [after, upTo] as const]));
      const ordered = [...windows.values()]
        .filter(([after, upTo]) => after < upTo)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      ordered.forEach(([after], index) => expect(after).toBe(index === 0 ? 0n : ordered[index - 1]?.[1]));
    }
    for (const invoice of this.invoices) {
      const ofInvoice = this.credits.filter(({ invoiceId }) => invoiceId === invoice.id);
      for (const line of invoice.lines) {
        const credited = ofInvoice.flatMap(({ lines }) => lines).filter(({ lineId }) => lineId === line.id);
        expect(credited.reduce((sum, { net }) => sum + net, 0n)).toBeLessThanOrEqual(line.net);
      }
      const vat = (groups: readonly VatGroup[]) => groups.reduce((sum, group) => sum + group.vat, 0n);
      expect(ofInvoice.reduce((sum, credit) => sum + vat(credit.vatSummary), 0n)).toBeLessThanOrEqual(
        vat(invoice.vatSummary),
      );
      expect(
        totalsOf(invoice.lines.map(({ net }) => ({ net, vatTreatment: 'STANDARD', vatRate: exact('0.2') })))
          .vatSummary,
      ).toEqual(invoice.vatSummary);
    }
  }
}

// ---- the steps -----------------------------------------------------------------------------------------------------

const maybe = (max: number) => fc.option(fc.nat({ max }), { nil: null });
const samplePrice: fc.Arbitrary<SamplePrice> = fc.record({
  kind: fc.constantFrom('flat', 'perUnit', 'graduated'),
  unit: fc.nat({ max: 999 }),
  upTo: fc.integer({ min: 1, max: 5000 }),
  above: fc.nat({ max: 999 }),
  flat: fc.nat({ max: 9999 }),
  free: fc.constantFrom(0, 0, 100, 1050),
  minimum: maybe(20_000),
  maximum: maybe(60_000),
});

type Step =
  | { readonly step: 'use'; readonly back: number; readonly quantity: number }
  | { readonly step: 'correct'; readonly which: number; readonly per100: number }
  | { readonly step: 'go on'; readonly days: number }
  | { readonly step: 'price'; readonly price: SamplePrice; readonly inDays: number }
  | { readonly step: 'term'; readonly days: number }
  | { readonly step: 'run'; readonly monthsBack: number }
  | { readonly step: 'approve' }
  | { readonly step: 'issue' }
  | { readonly step: 'concede'; readonly pence: number };

const is = <S extends Step['step']>(step: S) => ({ step: fc.constant(step) });
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ ...is('use'), back: fc.nat({ max: 500 }), quantity: fc.nat({ max: 6000 }) }),
  },
  { weight: 4, arbitrary: fc.record({ ...is('correct'), which: fc.nat(), per100: fc.nat({ max: 120 }) }) },
  { weight: 4, arbitrary: fc.record({ ...is('go on'), days: fc.integer({ min: 1, max: 45 }) }) },
  { weight: 1, arbitrary: fc.record({ ...is('price'), price: samplePrice, inDays: fc.nat({ max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ ...is('term'), days: fc.nat({ max: 400 }) }) },
  { weight: 5, arbitrary: fc.record({ ...is('run'), monthsBack: fc.nat({ max: 3 }) }) },
  { weight: 3, arbitrary: fc.record(is('approve')) },
  { weight: 3, arbitrary: fc.record(is('issue')) },
  { weight: 1, arbitrary: fc.record({ ...is('concede'), pence: fc.nat({ max: 5000 }) }) },
);

const perform = (world: World, step: Step): void => {
  (performers[step.step] as (world: World, step: Step) => void)(world, step);
};

const performers: { readonly [S in Step['step']]: (world: World, step: Extract<Step, { step: S }>) => void } =
  {
    use: (world, { back, quantity }) => {
      const day = addDays(firstDay, back % Math.max(1, daysBetween(firstDay, world.today)));
      if (day <= world.lastDay) world.use(day, quantity);
    },
    correct: (world, { which, per100 }) => {
      const days = [...world.usage];
      const [day, before] = days[which % Math.max(1, days.length)] ?? [];
      if (day && before) world.use(day, Math.floor((before.quantity * per100) / 100));
    },
    'go on': (world, { days }) => {
      world.today = addDays(world.today, days);
    },
    price: (world, { price, inDays }) => world.addPrice(price, addDays(world.today, inDays)),
    term: (world, { days }) => {
      const lastUse = [...world.usage.keys()].sort().at(-1) ?? firstDay;
      const lastDay = addDays(localDate('2026-02-10'), days);
      if (lastDay < lastUse) return;
      world.lastDay = lastDay;
      world.revision += 1;
    },
    run: (world, { monthsBack }) =>
      runAndCheck(world, monthOf(addMonths(startOfMonth(world.today), -1 - monthsBack))),
    approve: (world) => world.move('APPROVED'),
    issue: (world) => {
      world.move('APPROVED');
      world.move('ISSUED');
    },
    concede: (world, { pence }) => world.concede(pence),
  };

const runAndCheck = (world: World, month: Period): void => {
  if (month.start < '2026-01-01') return;
  const last = world.run(month);
  expect(world.billedUpTo(last) - world.waiting).toBe(world.worthUpTo(last));
  world.assertHolds();
  const before = JSON.stringify(
    world.liveLines().map(({ key, net, after, upTo }) => [key, `${net}`, `${after}`, `${upTo}`]),
  );
  world.run(month);
  expect(
    JSON.stringify(
      world.liveLines().map(({ key, net, after, upTo }) => [key, `${net}`, `${after}`, `${upTo}`]),
    ),
  ).toBe(before);
};

describe('bills of any history', () => {
  it('come to what the months are worth, whatever happens between runs', () => {
    let credits = 0;
    fc.assert(
      fc.property(
        samplePrice,
        fc.array(steps, { minLength: 10, maxLength: 45, size: 'max' }),
        (first, history) => {
          const world = new World();
          world.addPrice(first, localDate('2025-04-01'));
          for (const step of history) perform(world, step);
          world.move('APPROVED');
          world.move('ISSUED');
          runAndCheck(world, monthOf(addMonths(startOfMonth(world.today), -1)));
          credits += world.credits.length;
        },
      ),
      { numRuns: 120 },
    );
    expect(credits).toBeGreaterThan(25);
  });
});

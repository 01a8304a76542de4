import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exact, Exact, localDate, month, type Result } from '#libs/kernel';
import {
  dayOfReturn,
  isReturnMissing,
  placeOfReturn,
  planReturn,
  readFigures,
  returnDueOn,
  returnStateOn,
  wordsFaults,
  type Figures,
  type ReturnStanding,
  type UsageReturn,
} from './usage-return.js';

const d = localDate;
const VISITS = { id: 'm-visits', code: 'desk-visits', title: 'Desk visits' };
const CALLS = { id: 'm-calls', code: 'calls', title: 'Calls' };
const METERS = [VISITS, CALLS];
const PLACE = placeOfReturn('cof_1', month('2026-06'));

const figures = (visits: string, calls: string): Figures =>
  new Map([
    [VISITS.id, exact(visits)],
    [CALLS.id, exact(calls)],
  ]);
/** The versions after filing these one after the other; null is a nil return. */
const filed = (...all: (Figures | null)[]): UsageReturn[] => {
  const versions: UsageReturn[] = [];
  for (const each of all) {
    const plan = planReturn(versions, each, METERS, PLACE);
    versions.push({
      ...{ tenantId: 't', leadId: 'l', id: `r${plan.version}`, callOffId: 'c', month: d('2026-06-01') },
      ...{ version: plan.version, nil: each === null, reason: null, receiptNumber: null },
      ...{ filedBy: 'p', filedAt: new Date(0), figures: plan.figures, sentBack: null },
    });
  }
  return versions;
};
const brief = (versions: UsageReturn[], next: Figures | null): string[] =>
  planReturn(versions, next, METERS, PLACE).records.map(
    ({ quantity, eventId, corrects }) => `${eventId} ${quantity.toDecimalString()} ${corrects}`,
  );
const codesOf = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('when a return is due', () => {
  // Worked out by hand from www.gov.uk/bank-holidays.
  it.each<[string, string, string?]>([
    ['2026-05', '2026-06-05'],
    ['2026-03', '2026-04-09', 'Good Friday and Easter Monday'],
    ['2026-12', '2027-01-08', "New Year's Day is a Friday"],
    ['2027-12', '2028-01-10', "New Year's Day is a Saturday, so 3 January is a holiday"],
    ['2026-04', '2026-05-08', 'the first Monday of May'],
    ['2026-07', '2026-08-07'],
    ['2026-10', '2026-11-06', 'the month ends on a Saturday'],
  ])('%s on %s', (label, day) => {
    expect(returnDueOn(month(label))).toBe(day);
  });

  it('counts on the last day of the month in the term', () => {
    const june = month('2026-06');
    expect(dayOfReturn({ start: d('2026-01-01'), end: d('2027-01-01') }, june)).toBe('2026-06-30');
    expect(dayOfReturn({ start: d('2026-01-01'), end: d('2026-06-12') }, june)).toBe('2026-06-11');
    expect(dayOfReturn({ start: d('2026-07-01'), end: d('2027-01-01') }, june)).toBe(null);
  });
});

describe('where a return stands', () => {
  const SENT_BACK = { note: 'n', sentBackBy: 'p', sentBackAt: new Date(0) };
  const EXCUSE = { kind: 'NO_USAGE', reason: 'r', excusedBy: 'p', excusedAt: new Date(0) } as const;
  const NONE: ReturnStanding = { current: null, excuse: null, closed: false, unexplained: false };
  const FILED = { ...NONE, current: { sentBack: null } };
  const BACK = { ...NONE, current: { sentBack: SENT_BACK } };
  const on = (standing: ReturnStanding, today: string) => returnStateOn(standing, month('2026-06'), d(today));

  it('is due until the fifth working day, and late from the next day on', () => {
    expect([on(NONE, '2026-07-01'), on(NONE, '2026-07-07'), on(NONE, '2026-07-08')]).toEqual([
      'DUE',
      'DUE',
      'LATE',
    ]);
  });

  it('is submitted while something unusual is not explained, and else validated', () => {
    expect(on({ ...FILED, unexplained: true }, '2026-07-08')).toBe('SUBMITTED');
    expect(on(FILED, '2026-07-08')).toBe('VALIDATED');
  });

  it('is locked once the bill was issued, filed or not; sent back it is due again all the same', () => {
    expect(on({ ...FILED, closed: true }, '2026-07-08')).toBe('LOCKED');
    expect(on({ ...NONE, closed: true }, '2026-07-08')).toBe('LOCKED');
    expect(on(BACK, '2026-07-07')).toBe('DUE');
    expect(on({ ...BACK, closed: true }, '2026-07-08')).toBe('LATE');
  });

  it('is missing when nothing was filed, or it was sent back, unless it was excused', () => {
    expect([NONE, FILED, BACK].map(isReturnMissing)).toEqual([true, false, true]);
    expect([NONE, BACK].map((each) => isReturnMissing({ ...each, excuse: EXCUSE }))).toEqual([false, false]);
  });
});

describe('figures as they are typed in', () => {
  const read = (given: [string, string][]) =>
    readFigures(
      given.map(([meterId, quantity]) => ({ meterId, quantity })),
      METERS,
    );

  it('are read for every meter', () => {
    const result = read([
      [CALLS.id, '0'],
      [VISITS.id, '118.50'],
    ]);
    expect(result.ok && [...result.value].map(([id, figure]) => `${id} ${figure.toDecimalString()}`)).toEqual(
      ['m-calls 0', 'm-visits 118.5'],
    );
  });

  it('name every fault, each where it is', () => {
    expect(codesOf(read([[VISITS.id, '-1']]))).toEqual([
      'QUANTITY_NEGATIVE figures.0.quantity',
      'FIELD_REQUIRED figures',
    ]);
    expect(
      codesOf(
        read([
          [VISITS.id, '1'],
          [CALLS.id, 'x'],
          [VISITS.id, '1'],
        ]),
      ),
    ).toEqual(['USAGE_EVENT_INVALID figures.1.quantity', 'RETURN_METER_TWICE figures.2.quantity']);
    expect(codesOf(read([['m-other', '1']]))).toEqual(['NOT_FOUND ']);
  });

  it('cannot all be 0: a nil return is an act of its own', () => {
    expect(
      codesOf(
        read([
          [VISITS.id, '0'],
          [CALLS.id, '0.00'],
        ]),
      ),
    ).toEqual(['RETURN_ALL_ZERO figures']);
  });

  it('come with words that say why', () => {
    expect(wordsFaults('x'.repeat(1000), 'reason')).toEqual([]);
    expect(wordsFaults('x'.repeat(1001), 'reason').map(({ code }) => code)).toEqual(['TEXT_TOO_LONG']);
    expect(wordsFaults(' ', 'note').map(({ message }) => message)).toEqual([
      'Enter what is to be looked at.',
    ]);
  });
});

describe('what filing makes of a month', () => {
  it('the first time, a record for each figure', () => {
    expect(brief([], figures('118', '0'))).toEqual([
      'cof_1/2026-06/desk-visits/1 118 null',
      'cof_1/2026-06/calls/1 0 null',
    ]);
    expect(brief([], null)).toEqual([]);
  });

  it('the next time, corrections of what differs', () => {
    const before = filed(figures('118', '7'));
    expect(brief(before, figures('118', '9'))).toEqual(['cof_1/2026-06/calls/2 9 cof_1/2026-06/calls/1']);
    expect(brief(before, figures('118', '7.0'))).toEqual([]);
    const after = filed(figures('118', '7'), figures('118', '9'));
    expect(after.at(-1)?.figures.map(({ eventId }) => eventId)).toEqual([
      'cof_1/2026-06/desk-visits/1',
      'cof_1/2026-06/calls/2',
    ]);
  });

  it('nil, a withdrawal of everything; and figures after it, corrections again', () => {
    const before = filed(figures('118', '7'));
    expect(brief(before, null)).toEqual([
      'cof_1/2026-06/desk-visits/2 0 cof_1/2026-06/desk-visits/1',
      'cof_1/2026-06/calls/2 0 cof_1/2026-06/calls/1',
    ]);
    expect(brief(filed(figures('118', '7'), null), figures('5', '0'))).toEqual([
      'cof_1/2026-06/desk-visits/3 5 cof_1/2026-06/desk-visits/1',
    ]);
    expect(brief(filed(null), figures('5', '6'))).toEqual([
      'cof_1/2026-06/desk-visits/2 5 null',
      'cof_1/2026-06/calls/2 6 null',
    ]);
  });

  it('whatever the versions: what counts is the last one, each id is new, and each correction names a record', () => {
    const seed = Number(process.env['FC_SEED'] ?? Date.now());
    const quantity = fc.integer({ min: 0, max: 3 }).map(String);
    const version = fc.oneof(
      fc.constant(null),
      fc.tuple(quantity, quantity).map(([visits, calls]) => figures(visits, calls)),
    );
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), (all) => {
        const counted = new Map<string, Exact>();
        const chainOf = new Map<string, string>();
        const versions: UsageReturn[] = [];
        for (const each of all) {
          const plan = planReturn(versions, each, METERS, PLACE);
          for (const { meter, quantity: amount, eventId, corrects } of plan.records) {
            if (chainOf.has(eventId)) return false;
            // A correction replaces what its chain counts, and there is one chain for each meter.
            if (corrects === null ? counted.has(meter.id) : chainOf.get(corrects) !== meter.id) return false;
            chainOf.set(eventId, meter.id);
            counted.set(meter.id, amount);
          }
          versions.push(...filed(...all.slice(0, versions.length + 1)).slice(-1));
        }
        const last = all.at(-1) ?? null;
        return METERS.every(({ id }) => (counted.get(id) ?? Exact.ZERO).equals(last?.get(id) ?? Exact.ZERO));
      }),
      { seed, verbose: true },
    );
  });
});

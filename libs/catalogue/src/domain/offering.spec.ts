import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  lotFaults,
  meterFaults,
  moveFaults,
  offeringClosed,
  offeringFaults,
  offeringStates,
  publishOfferingFaults,
  type Meter,
  type MeterTerms,
  type Offering,
} from './offering.js';
import { vatRateOf, vatTreatments } from './vat.js';

const offering: Offering = {
  leadId: 'l',
  id: 'o',
  frameworkId: 'f',
  lotId: 'lot',
  state: 'PUBLISHED',
  stateSince: localDate('2026-06-03'),
  createdAt: new Date(0),
  title: 'Payroll Plus',
  summary: 'Payroll from end to end.',
  included: ['Payslips'],
  notIncluded: ['Advice on pensions'],
  youMust: ['Send starters and leavers by the 10th'],
  personalData: true,
  vatTreatment: 'STANDARD',
};
const payslips: Meter = {
  leadId: 'l',
  id: 'm1',
  offeringId: 'o',
  code: 'payslips.processed',
  title: 'Payslips',
  unit: 'payslip',
  aggregation: 'SUM',
  charge: 'USAGE',
  timing: 'ARREARS',
  fedBy: 'EVENTS',
  typicalPerThousand: null,
  keptBy: null,
};

describe('an offering', () => {
  it.each([
    ['DRAFT', 'Payroll Plus is not open to new members. It has not been published yet.'],
    ['PUBLISHED', undefined],
    ['SUSPENDED', 'Payroll Plus is not open to new members. It was suspended on 3 June 2026.'],
    ['WITHDRAWN', 'Payroll Plus is not open to new members. It was withdrawn on 3 June 2026.'],
  ] as const)('that is %s says to new members: %s', (state, message) => {
    expect(offeringClosed({ ...offering, state })?.message).toBe(message);
  });

  it('moves only as it may', () => {
    const moves = offeringStates.flatMap((from) =>
      offeringStates
        .filter((to) => moveFaults({ ...offering, state: from }, to).length === 0)
        .map((to) => `${from} ${to}`),
    );
    expect(moves).toEqual([
      'DRAFT PUBLISHED',
      'PUBLISHED SUSPENDED',
      'PUBLISHED WITHDRAWN',
      'SUSPENDED PUBLISHED',
      'SUSPENDED WITHDRAWN',
    ]);
    expect(
      moveFaults({ ...offering, state: 'WITHDRAWN' }, 'PUBLISHED').map(({ message }) => message),
    ).toEqual(['This service is withdrawn, so you cannot publish it.']);
  });

  it('is published with a VAT treatment, meters, and a price for each', () => {
    const words = (change: Partial<Offering>, meters: readonly Meter[], priced: readonly string[]) =>
      publishOfferingFaults({ ...offering, ...change }, meters, new Set(priced)).map(
        ({ code, message }) => `${code}: ${message}`,
      );
    const reports = { ...payslips, id: 'm2', title: 'Reports' };
    expect(words({}, [payslips], ['m1'])).toEqual([]);
    expect(words({ vatTreatment: null }, [], [])).toEqual([
      'VAT_UNSET: Choose the VAT treatment for Payroll Plus before it is published.',
      'OFFERING_INCOMPLETE: Before you publish Payroll Plus, add at least one meter.',
    ]);
    expect(words({}, [payslips, reports], [])).toEqual([
      'OFFERING_INCOMPLETE: Before you publish Payroll Plus, add a price for Payslips, Reports.',
    ]);
  });

  it('says all that is wrong with its terms', () => {
    const faults = offeringFaults({
      ...offering,
      title: '',
      included: ['ok', ' '],
      notIncluded: ['x'.repeat(501)],
      youMust: Array.from({ length: 51 }, () => 'Do it'),
    });
    expect(faults.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'FIELD_REQUIRED title',
      'FIELD_REQUIRED included.1',
      'TEXT_TOO_LONG notIncluded.0',
      'LIST_TOO_LONG youMust',
    ]);
    expect(offeringFaults(offering)).toEqual([]);
  });
});

describe('lots and meters', () => {
  it('take sensible values only', () => {
    expect(lotFaults({ title: 'Payroll', directAwardLimitPence: null })).toEqual([]);
    expect(lotFaults({ title: ' ', directAwardLimitPence: 0n }).map(({ code }) => code)).toEqual([
      'FIELD_REQUIRED',
      'TOO_SMALL',
    ]);
    const meter = { ...payslips, typicalPerThousand: null };
    expect(meterFaults(meter)).toEqual([]);
    for (const code of ['', 'a', 'Payslips', '1payslip', 'pay slips', 'p'.repeat(64), 'payslips\n'])
      expect(meterFaults({ ...meter, code }).map((fault) => fault.code)).toEqual(['METER_CODE_FORMAT']);
  });

  it('are asked how usage comes and is read only where they are metered', () => {
    const wrong = (changes: Partial<MeterTerms>) =>
      meterFaults({ ...payslips, typicalPerThousand: null, ...changes }).map(
        ({ code, path }) => `${code} ${path.join('.')}`,
      );
    for (const charge of ['RECURRING', 'ONE_TIME'] as const) {
      expect(wrong({ charge })).toEqual([]);
      expect(wrong({ charge, fedBy: 'RETURN' })).toEqual(['METER_NOT_METERED fedBy']);
      expect(wrong({ charge, aggregation: 'MAX' })).toEqual(['METER_NOT_METERED aggregation']);
      expect(wrong({ charge, typicalPerThousand: '1' })).toEqual(['METER_NOT_METERED typicalPerThousand']);
    }
    expect(wrong({ charge: 'USAGE', fedBy: 'RETURN' })).toEqual([]);
    expect(wrong({ charge: 'RECURRING', timing: 'ADVANCE' })).toEqual([]);
    expect(wrong({ charge: 'ONE_TIME', timing: 'ADVANCE' })).toEqual(['TIMING_RECURRING_ONLY timing']);
  });
});

describe('a meter that is fed by returns', () => {
  it('has one figure a month, which is a sum, the highest or the last', () => {
    const said = (aggregation: Meter['aggregation'], fedBy: Meter['fedBy'] = 'RETURN') =>
      meterFaults({ ...payslips, typicalPerThousand: null, aggregation, fedBy }).map(
        ({ code, path }) => `${code} ${path.join('.')}`,
      );
    for (const aggregation of ['SUM', 'MAX', 'LAST'] as const) expect(said(aggregation)).toEqual([]);
    for (const aggregation of ['COUNT', 'UNIQUE', 'TIME_WEIGHTED'] as const) {
      expect(said(aggregation)).toEqual(['METER_RETURN_FIGURE fedBy']);
      expect(said(aggregation, 'EVENTS')).toEqual([]);
    }
  });
});

describe("a meter's typical use", () => {
  const said = (typicalPerThousand: string | null) =>
    meterFaults({ ...payslips, typicalPerThousand }).map(
      ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
    );

  it('is a decimal of 0 or more, or not known', () => {
    for (const typical of [null, '0', '60', '4.5', '999999999.9999']) expect(said(typical)).toEqual([]);
    expect(said('-1')).toEqual([
      'TOO_SMALL typicalPerThousand: The typical use for 1,000 residents must be 0 or more.',
    ]);
    expect(said('1000000000')).toEqual([
      'TOO_BIG typicalPerThousand: The typical use for 1,000 residents must be 999999999 or less.',
    ]);
    expect(said('0.00001')).toEqual([
      'TOO_MANY_DECIMALS typicalPerThousand: The typical use for 1,000 residents must have no more than 4 decimal places.',
    ]);
    expect(said('many')).toEqual([
      'AMOUNT_FORMAT typicalPerThousand: The typical use for 1,000 residents must be an amount written as text, like "12.34".',
    ]);
  });
});

describe('VAT', () => {
  it('has one rate for each treatment', () => {
    expect(vatTreatments.map((treatment) => `${treatment} ${vatRateOf(treatment).toString()}`)).toEqual([
      'STANDARD 0.2',
      'REDUCED 0.05',
      'ZERO 0',
      'EXEMPT 0',
      'OUTSIDE_SCOPE 0',
    ]);
  });
});

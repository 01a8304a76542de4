import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  frameworkFaults,
  frameworkNotLive,
  frameworkStateOn,
  type Framework,
  type FrameworkTerms,
} from './framework.js';

const terms: FrameworkTerms & { ceiling: bigint } = {
  reference: 'SS-2026',
  title: 'Shared services',
  summary: 'Payroll and more.',
  regime: 'PA2023',
  agreementType: 'CLOSED_FRAMEWORK',
  noticeReference: '2026/S 000-000001',
  startsOn: localDate('2026-04-01'),
  endsOn: localDate('2030-03-31'),
  termReason: null,
  ceilingMode: 'BLOCK',
  maxTermMonths: 60,
  usageMaxAgeMonths: 12,
  priceNoticeDays: 90,
  reviewWorkingDays: 5,
  noticeMonths: 6,
  disputeDays: 30,
  spikePercent: 20,
  ceiling: 1n,
};
const faults = (change: Partial<typeof terms>) =>
  frameworkFaults({ ...terms, ...change }).map(({ code, path }) => `${code} ${path.join('.')}`);
const words = (change: Partial<typeof terms>) =>
  frameworkFaults({ ...terms, ...change }).map(({ message }) => message);

describe('the terms of a framework', () => {
  it('take a framework of exactly 4 years without a reason', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['PCR2006', 'FRAMEWORK', true],
    ['PCR2006', 'CLOSED_FRAMEWORK', false],
    ['PCR2006', 'OPEN_FRAMEWORK', false],
    ['PCR2015', 'FRAMEWORK', true],
    ['PCR2015', 'CLOSED_FRAMEWORK', false],
    ['PCR2015', 'OPEN_FRAMEWORK', false],
    ['PA2023', 'FRAMEWORK', false],
    ['PA2023', 'CLOSED_FRAMEWORK', true],
    ['PA2023', 'OPEN_FRAMEWORK', true],
  ] as const)('under %s take a %s: %s', (regime, agreementType, taken) => {
    expect(faults({ regime, agreementType })).toEqual(taken ? [] : ['REGIME_TYPE_MISMATCH agreementType']);
  });

  it('say which regime an agreement type belongs to', () => {
    expect(words({ regime: 'PCR2015', agreementType: 'OPEN_FRAMEWORK' })).toEqual([
      'An open framework can only be set up under the Procurement Act 2023.',
    ]);
    expect(words({ agreementType: 'FRAMEWORK' })).toEqual([
      'A framework that is neither closed nor open can only be set up under the Public Contracts Regulations.',
    ]);
  });

  it.each([
    [
      'PA2023',
      'CLOSED_FRAMEWORK',
      '2030-04-01',
      'A framework can last up to 4 years. Enter the reason this framework needs to last 4 years and 1 month.',
    ],
    [
      'PA2023',
      'CLOSED_FRAMEWORK',
      '2036-03-31',
      'A framework can last up to 4 years. Enter the reason this framework needs to last 10 years.',
    ],
    [
      'PCR2015',
      'FRAMEWORK',
      '2030-06-30',
      'A framework can last up to 4 years. Enter the reason this framework needs to last 4 years and 3 months.',
    ],
  ] as const)('need a reason under %s for a %s until %s', (regime, agreementType, endsOn, message) => {
    const long = { regime, agreementType, endsOn: localDate(endsOn) };
    expect(words(long)).toEqual([message]);
    expect(words({ ...long, termReason: '  ' })).toEqual([message]);
    expect(words({ ...long, termReason: 'The service needs investment that pays back late.' })).toEqual([]);
  });

  it('need no reason under the 2006 Regulations', () => {
    expect(
      faults({ regime: 'PCR2006', agreementType: 'FRAMEWORK', endsOn: localDate('2040-01-01') }),
    ).toEqual([]);
  });

  it('come with all their faults at once', () => {
    expect(
      faults({
        reference: ' ',
        title: 'x'.repeat(201),
        endsOn: terms.startsOn,
        ceiling: 0n,
        maxTermMonths: 241,
        priceNoticeDays: -1,
        usageMaxAgeMonths: 0,
        reviewWorkingDays: 0,
        noticeMonths: 61,
        disputeDays: 366,
        spikePercent: 0,
      }),
    ).toEqual([
      'FIELD_REQUIRED reference',
      'TEXT_TOO_LONG title',
      'END_BEFORE_START endsOn',
      'TOO_BIG maxTermMonths',
      'TOO_SMALL usageMaxAgeMonths',
      'TOO_SMALL priceNoticeDays',
      'TOO_SMALL reviewWorkingDays',
      'TOO_BIG noticeMonths',
      'TOO_BIG disputeDays',
      'TOO_SMALL spikePercent',
      'TOO_SMALL ceiling',
    ]);
  });
});

describe('the state of a framework', () => {
  const framework = (published: boolean): Framework => ({
    ...terms,
    leadId: 'l',
    id: 'f',
    published,
    createdAt: new Date(0),
    publishedAt: published ? new Date(0) : null,
  });

  it.each([
    [false, '2027-01-01', 'DRAFT', 'This framework has not been published yet.'],
    [
      true,
      '2026-03-31',
      'COMING',
      'This framework opens on 1 April 2026. You can prepare your opt-in now and submit it from that date.',
    ],
    [true, '2026-04-01', 'LIVE', null],
    [true, '2030-03-31', 'LIVE', null],
    [
      true,
      '2030-04-01',
      'EXPIRED',
      'This framework ended on 31 March 2030. You cannot award a new call-off. Call-offs already in place continue until their own end dates.',
    ],
  ] as const)('published %s, on %s is %s', (published, today, state, message) => {
    expect(frameworkStateOn(framework(published), localDate(today))).toBe(state);
    expect(frameworkNotLive(framework(published), localDate(today))?.message ?? null).toBe(message);
  });
});

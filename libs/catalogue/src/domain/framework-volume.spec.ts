import { describe, expect, it } from '@jest/globals';
import { exact, localDate } from '#libs/kernel';
import { volumesToRecord, type FrameworkVolume, type MemberVolume } from './framework-volume.js';

const use = (member: string, month: string, quantity: string): MemberVolume => ({
  ...{ member, month: localDate(month), quantity: exact(quantity) },
});
const four = (month: string, quantities: readonly [string, string, string, string]): MemberVolume[] =>
  quantities.map((quantity, index) => use(`m${index}`, month, quantity));
const recorded = (month: string, total: string, published: boolean): FrameworkVolume => ({
  ...{ meterId: 'm', month: localDate(month), total: exact(total), published },
});
const said = (used: readonly MemberVolume[], before: readonly FrameworkVolume[], upTo: string) =>
  volumesToRecord('m', used, before, localDate(upTo)).map(
    ({ month, total, published }) => `${month} ${total.toDecimalString()}${published ? ' published' : ''}`,
  );

describe('the volume of all members', () => {
  it('is written for every month since the last one, and adds up', () => {
    const used = [use('a', '2026-04-01', '10'), use('b', '2026-06-01', '2.5'), use('a', '2026-07-01', '99')];
    expect(said(used, [], '2026-06-01')).toEqual(['2026-04-01 10', '2026-05-01 10', '2026-06-01 12.5']);
    expect(said(used, [recorded('2026-05-01', '10', false)], '2026-06-01')).toEqual(['2026-06-01 12.5']);
    expect(said(used, [recorded('2026-06-01', '12.5', false)], '2026-06-01')).toEqual([]);
    expect(said([], [], '2026-06-01')).toEqual(['2026-06-01 0']);
  });

  it('counts what came late in the month that is written next', () => {
    const late = [use('a', '2026-04-01', '15'), use('a', '2026-05-01', '1')];
    expect(said(late, [recorded('2026-04-01', '10', false)], '2026-05-01')).toEqual(['2026-05-01 16']);
  });

  it('is published where at least four members used it and none more than 60% of it', () => {
    expect(said(four('2026-04-01', ['60', '20', '10', '10']), [], '2026-04-01')).toEqual([
      '2026-04-01 100 published',
    ]);
    expect(said(four('2026-04-01', ['61', '19', '10', '10']), [], '2026-04-01')).toEqual(['2026-04-01 100']);
    expect(said(four('2026-04-01', ['40', '30', '30', '0']), [], '2026-04-01')).toEqual(['2026-04-01 100']);
  });

  it('looks at what was added since the last published figure, so that no difference tells of one member', () => {
    const used = [...four('2026-04-01', ['25', '25', '25', '25']), use('m0', '2026-05-01', '7')];
    const published = [recorded('2026-04-01', '100', true)];
    expect(said(used, published, '2026-05-01')).toEqual(['2026-05-01 107']);
    const more = [...used, ...four('2026-06-01', ['5', '10', '10', '10'])];
    expect(said(more, published, '2026-06-01')).toEqual(['2026-05-01 107', '2026-06-01 142 published']);
  });
});

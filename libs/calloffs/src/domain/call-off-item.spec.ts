import { describe, expect, it } from '@jest/globals';
import { exact } from '#libs/kernel';
import { itemFaults, unitsOf, unitsTaken, type ChargedItem } from './call-off-item.js';

const offered: readonly ChargedItem[] = [
  { id: 'payslips', title: 'Payslips', charge: 'USAGE' },
  { id: 'licences', title: 'Licences', charge: 'RECURRING' },
  { id: 'setup', title: 'Set-up', charge: 'ONE_TIME' },
];

describe('the units of what is not metered', () => {
  it('are refused with all that is wrong', () => {
    const items = [
      { meterId: 'payslips', units: '1' },
      { meterId: 'licences', units: '0' },
      { meterId: 'licences', units: '2' },
      { meterId: 'setup', units: '1.23456' },
      { meterId: 'faxes', units: '1' },
    ];
    expect(itemFaults(items, offered).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'UNITS_METERED items.0.meterId',
      'TOO_SMALL items.1.units',
      'UNITS_TWICE items.2.meterId',
      'TOO_MANY_DECIMALS items.3.units',
      'NOT_FOUND items.4.meterId',
    ]);
    for (const [units, code] of [
      ['-1', 'TOO_SMALL'],
      ['x', 'AMOUNT_FORMAT'],
      ['1000000000', 'TOO_BIG'],
    ])
      expect(itemFaults([{ meterId: 'setup', units: units ?? '' }], offered)[0]?.code).toBe(code);
    expect(itemFaults([{ meterId: 'licences', units: '2.5' }], offered)).toEqual([]);
  });

  it('are one of each unless they are given, and none of what is metered', () => {
    expect(
      unitsTaken([{ meterId: 'licences', units: '12' }], offered).map(({ id, units }) => [
        id,
        units.toDecimalString(),
      ]),
    ).toEqual([
      ['licences', '12'],
      ['setup', '1'],
    ]);
  });

  it('are those of the revision, or of the last one that touched them', () => {
    const item = (revision: number, meterId: string, units: string, callOffId = 'c') => ({
      ...{ callOffId, revision, meterId, units: exact(units) },
    });
    const items = [
      item(1, 'a', '1'),
      item(1, 'b', '2'),
      item(2, 'a', '5'),
      item(3, 'a', '9'),
      item(1, 'a', '7', 'x'),
    ];
    expect(
      unitsOf({ id: 'c', revision: 2 }, items).map(({ meterId, units }) => [
        meterId,
        units.toDecimalString(),
      ]),
    ).toEqual([
      ['a', '5'],
      ['b', '2'],
    ]);
  });
});

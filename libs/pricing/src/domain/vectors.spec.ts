/**
 * Facts from the test suites of open billing systems: what they expect for an input, as far as our conventions agree.
 * docs/prices.md lists those that do not apply here, and why.
 */
import { describe, expect, it } from '@jest/globals';
import { exact, formatPence } from '#libs/kernel';
import { parsePrice } from './parse-price.js';
import type { Price } from './price.js';
import { rate } from './rate.js';
import { rateLine } from './rate-line.js';

const price = (json: unknown): Price => {
  const read = parsePrice(json);
  if (!read.ok) throw new Error(read.refusals.map(({ message }) => message).join(' '));
  return read.value;
};

const worth = (json: unknown, quantity: string, { events = 0, final = true } = {}): string =>
  rate(price(json), { quantity: exact(quantity), events, final }).exact.toDecimalString();

const line = (json: unknown, quantity: string, { final = true, billed = 0n, vat = '0' } = {}) => {
  const input = { quantity: exact(quantity), events: 0, final, alreadyBilled: billed, vatRate: exact(vat) };
  const { lines, net, vat: tax, gross } = rateLine({ price: price(json), ...input });
  const kinds = Object.fromEntries(lines.map(({ kind, amount }) => [kind, amount.toDecimalString()]));
  return { net: formatPence(net), vat: formatPence(tax), gross: formatPence(gross), kinds };
};

describe('graduated prices', () => {
  const lago = {
    model: 'graduated',
    tiers: [
      { upTo: '10', unit: '10', flat: '2' },
      { upTo: '20', unit: '5', flat: '3' },
      { upTo: null, unit: '5', flat: '3' },
    ],
  };
  // lago-api spec/services/charge_models/graduated_service_spec.rb
  it.each([
    ['0', '2'],
    ['1', '12'],
    ['10', '102'],
    ['11', '110'],
    ['12', '115'],
    ['21', '163'],
  ])('%s units cost %s (Lago)', (quantity, expected) => {
    expect(worth(lago, quantity)).toBe(expected);
  });

  const openMeter = {
    model: 'graduated',
    tiers: [
      { upTo: '5', unit: '0', flat: '100' },
      { upTo: '10', unit: '0', flat: '50' },
      { upTo: '15', unit: '10', flat: '0' },
      { upTo: null, unit: '5', flat: '0' },
    ],
  };
  // openmeter openmeter/billing/rating/service/rate/tieredgraduated_test.go TestTieredPriceCalculator
  it.each([
    ['0', '100'],
    ['3', '100'],
    ['5', '100'],
    ['5.001', '150'],
    ['7', '150'],
    ['12', '170'],
    ['22', '235'],
  ])('%s units cost %s (OpenMeter)', (quantity, expected) => {
    expect(worth(openMeter, quantity)).toBe(expected);
  });

  // killbill TestContiguousIntervalConsumableInArrear.java, ALL_TIERS: blocks of 1, so blocks are units
  it('111 units in tiers of 10, 100 and the rest cost 115.50 (Kill Bill)', () => {
    const tiers = [
      { upTo: '10', unit: '1.5' },
      { upTo: '110', unit: '1.0' },
      { upTo: null, unit: '0.5' },
    ];
    expect(worth({ model: 'graduated', tiers }, '111')).toBe('115.5');
  });
});

describe('volume prices', () => {
  const lago = {
    model: 'volume',
    tiers: [
      { upTo: '100', unit: '2', flat: '10' },
      { upTo: '200', unit: '1', flat: '0' },
      { upTo: null, unit: '0.5', flat: '50' },
    ],
  };
  // lago-api spec/services/charge_models/volume_service_spec.rb
  it.each([
    ['0', '10'],
    ['1', '12'],
    ['100', '210'],
    ['100.5', '100.5'],
    ['101', '101'],
    ['200', '200'],
    ['300', '200'],
  ])('%s units cost %s (Lago)', (quantity, expected) => {
    expect(worth(lago, quantity)).toBe(expected);
  });

  // killbill TestContiguousIntervalConsumableInArrear.java, TOP_TIER: these quantities are whole blocks
  it('111 units cost 55.50 in blocks of 1 (Kill Bill)', () => {
    const tiers = [
      { upTo: '10', unit: '1.5' },
      { upTo: '110', unit: '1.0' },
      { upTo: null, unit: '0.5' },
    ];
    expect(worth({ model: 'volume', tiers }, '111')).toBe('55.5');
  });

  it.each([
    ['1000', '10'],
    ['101000', '101'],
    ['300000', '150'],
  ])('%s units in blocks of 100 and 1000 cost %s (Kill Bill)', (quantity, expected) => {
    const tiers = [
      { upTo: '1000', unit: '0.01' },
      { upTo: '101000', unit: '0.001' },
      { upTo: null, unit: '0.0005' },
    ];
    expect(worth({ model: 'volume', tiers }, quantity)).toBe(expected);
  });
});

describe('package prices', () => {
  // lago-api spec/services/charge_models/package_service_spec.rb
  it.each([
    ['121', '0', '1300'],
    ['121', '10', '1200'],
    ['121', '200', '0'],
  ])('%s units with %s free cost %s (Lago)', (quantity, freeUnits, expected) => {
    expect(worth({ model: 'package', size: '10', unit: '100', freeUnits }, quantity)).toBe(expected);
  });

  // killbill beatrix/.../usage/TestUsageInArrear.java testWithNoUsageInPeriodAndOldUsage: months rated one by one
  it.each([
    ['199', '5.9'],
    ['0', '0'],
    ['350', '11.8'],
  ])('%s units at 2.95 for every started 100 cost %s (Kill Bill)', (quantity, expected) => {
    expect(worth({ model: 'package', size: '100', unit: '2.95' }, quantity)).toBe(expected);
  });

  // the late record of the same test, which Kill Bill drops: here the month is worth more and the difference is billed
  it('a late record is billed as a difference', () => {
    const late = line({ model: 'package', size: '100', unit: '2.95' }, '299', { billed: 590n });
    expect(late.net).toBe('2.95');
  });
});

describe('late usage at a price for each unit', () => {
  // openmeter test/billing/collection_test.go: 2.00 first, 2 more units before the collection ended
  it('comes to 6.00 in all (OpenMeter)', () => {
    expect(line({ model: 'perUnit', unit: '2' }, '1').net).toBe('2.00');
    expect(line({ model: 'perUnit', unit: '2' }, '3', { billed: 200n }).net).toBe('4.00');
  });
});

describe('minimum and maximum', () => {
  // openmeter tieredgraduated_test.go; lago-api spec/scenarios/spending_minimum_spec.rb
  it('the last line makes up 900 when 100 was billed before', () => {
    const last = line({ model: 'perUnit', unit: '1', minimum: '1000' }, '100', { billed: 10_000n });
    expect(last).toMatchObject({ net: '900.00', kinds: { minimum: '900' } });
  });

  it('nothing is made up before the period is final', () => {
    const early = line({ model: 'perUnit', unit: '1', minimum: '1000' }, '100', { final: false });
    expect(early).toEqual({ net: '100.00', vat: '0.00', gross: '100.00', kinds: { unit: '100' } });
  });

  it('of 22 more, 10 are charged when 160 of 170 are billed', () => {
    const capped = line({ model: 'perUnit', unit: '1', maximum: '170' }, '182', { billed: 16_000n });
    expect(capped).toMatchObject({ net: '10.00', kinds: { maximum: '-12' } });
  });

  it('a minimum of 10.00 for 25 of 28 days makes 8.00 up to 8.93, 10.72 with VAT', () => {
    const prorate = { days: 25, of: 28 };
    const made = line({ model: 'perUnit', unit: '1', minimum: '10', prorate }, '8', { vat: '0.20' });
    expect(made).toMatchObject({ net: '8.93', vat: '1.79', gross: '10.72' });
  });
});

describe('proration', () => {
  it.each([
    // lago-api spec/scenarios/billing/billing_monthly_spec.rb; subscriptions/upgrade_proration_spec.rb
    ['2000.00', 26, 29, '1793.10'],
    ['910.00', 32, 91, '320.00'],
    // killbill TestInvoiceFixedProration.java, TestInvoiceDateUtilsWithFixedProration.java, TestIntegrationVoidInvoice.java
    ['19.95', 8, 30, '5.32'],
    ['19.95', 22, 30, '14.63'],
    ['19.95', 16, 30, '10.64'],
    // flexprice internal/domain/proration/calculator_test.go
    ['10.00', 17, 31, '5.48'],
  ])('%s for %i of %i days is %s', (amount, days, of, expected) => {
    expect(line({ model: 'flat', amount, prorate: { days, of } }, '0').net).toBe(expected);
  });

  // lago-api spec/scenarios/credit_notes/credit_note_rounding_spec.rb: what 29 of 30 days come to, with VAT
  it.each([
    ['200.00', '193.33', '48.33', '241.66'],
    ['160.00', '154.67', '38.67', '193.34'],
  ])('%s for 29 of 30 days is %s, VAT %s', (amount, net, vat, gross) => {
    const prorate = { days: 29, of: 30 };
    expect(line({ model: 'flat', amount, prorate }, '0', { vat: '0.25' })).toMatchObject({ net, vat, gross });
  });
});

describe('percentage prices', () => {
  // lago-api spec/services/charge_models/percentage_service_spec.rb
  it('take free units, free events and a fixed amount for each event', () => {
    const json = { model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2, freeUnits: '250' };
    expect(worth(json, '800', { events: 4 })).toBe('11.15');
  });

  it('keep fractions of a penny', () => {
    const json = { model: 'percentage', rate: '2.9', fixed: '0', freeEvents: 4, freeUnits: '0' };
    expect(worth(json, '4', { events: 4 })).toBe('0.116');
  });
});

describe('a price that changes from month to month', () => {
  // killbill TestCatalogWithEffectiveDateForExistingSubscriptions.java, the amounts; versions belong to the catalogue
  it.each(['49.95', '59.95', '69.95'])('is %s for the months of its version', (amount) => {
    expect(line({ model: 'flat', amount }, '0').net).toBe(amount);
  });
});

describe('VAT', () => {
  // lago-api pull 2643: on the sum of the lines, not line by line
  it('is worked out once on the sum of the lines', () => {
    const sum = ['68.33', '68.33', '57.50', '85.00'].map((amount) => exact(amount));
    const total = sum.reduce((a, b) => a.plus(b)).toDecimalString();
    expect(line({ model: 'flat', amount: total }, '0', { vat: '0.20' }).gross).toBe('334.99');
  });
});

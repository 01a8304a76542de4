import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { contentDigest, differingFields, toSent } from './event.js';
import { parseEvent, readQuantity } from './parse-event.js';

const good = {
  specversion: '1.0',
  id: 'ABC-123',
  source: 'payroll',
  type: 'payslips',
  time: '2026-05-10T09:00:00Z',
  data: { quantity: '12.50' },
};
const key = { source: 'payroll', leadId: 'lead-1' };
const faults = (value: unknown) =>
  parseEvent(value, key).faults.map(({ code, message }) => `${code} ${message}`);
const read = (changes: object = {}) => {
  const { event } = parseEvent({ ...good, ...changes }, key);
  if (!event) throw new Error('the event was refused');
  return event;
};

describe('reading an event', () => {
  it('takes a CloudEvent of the source of its key, and leaves what it does not know alone', () => {
    const event = read({
      subject: 'x',
      datacontenttype: 'application/json',
      data: { quantity: '12.50', unit: 'slips' },
    });
    expect(event).toMatchObject({
      source: 'payroll',
      eventId: 'ABC-123',
      meterCode: 'payslips',
      quantity: '12.5',
      callOff: null,
      corrects: null,
    });
    expect(read({ calloff: 'CO-000045-01', data: { quantity: '0', corrects: 'ABC-122' } })).toMatchObject({
      callOff: 'CO-000045-01',
      corrects: { source: 'payroll', eventId: 'ABC-122' },
      quantity: '0',
    });
  });

  it.each([undefined, null, 'text', 1, [], [good]])('%p is no event', (value) => {
    expect(faults(value)).toEqual(['USAGE_EVENT_INVALID event: must be a JSON object.']);
  });

  it('tells every fault of an event at once', () => {
    expect(
      faults({
        specversion: '0.3',
        id: '',
        source: 'other',
        type: 7,
        time: '2026-05-10T09:00:00',
        data: 'x',
      }),
    ).toEqual([
      'USAGE_EVENT_INVALID specversion: must be "1.0".',
      'USAGE_EVENT_INVALID id: must not be empty.',
      'USAGE_EVENT_INVALID source: must be "payroll", the source of this usage key.',
      'USAGE_EVENT_INVALID type: must be text.',
      'USAGE_EVENT_INVALID time: must be a date and time with its offset, like "2026-04-01T09:30:00Z" or "2026-04-01T10:30:00+01:00".',
      'USAGE_EVENT_INVALID data: must be an object with a quantity.',
    ]);
  });

  it.each([
    [{ id: 'x'.repeat(201) }, 'USAGE_EVENT_INVALID id: must be 200 characters or fewer.'],
    [{ id: 'a\u0000b' }, 'USAGE_EVENT_INVALID id: contains characters that cannot be used.'],
    [{ id: '\ud800' }, 'USAGE_EVENT_INVALID id: contains characters that cannot be used.'],
    [{ calloff: 5 }, 'USAGE_EVENT_INVALID calloff: must be text.'],
    [
      { data: { quantity: '1', corrects: 'ABC-123' } },
      'USAGE_EVENT_INVALID data.corrects: must name another event.',
    ],
    [{ data: 'x' }, 'USAGE_EVENT_INVALID data: must be an object with a quantity.'],
    [{ data: { quantity: 1 } }, 'USAGE_EVENT_INVALID data.quantity: Send quantities as text, like "12.5".'],
  ])('%p is refused', (changes, fault) => {
    expect(faults({ ...good, ...changes })).toEqual([fault]);
  });
});

describe('what an event may leave out', () => {
  it('is its quantity and its value: what is needed depends on the meter', () => {
    for (const data of [undefined, null, {}, { quantity: null }])
      expect(read({ data })).toMatchObject({ quantity: null, valueDigest: null });
    // Text that names nothing is no value; the meter that needs one says so.
    for (const value of ['', ' ', 7, {}, 'x'.repeat(201), 'a\u0000b'])
      expect(read({ data: { value } }).valueDigest).toBeNull();
  });

  it('keeps a value as a digest that anyone who knows it can work out, and nobody across two lead authorities', () => {
    const content = '["accede-usage-value",1,"lead-1","nadia"]';
    const { valueDigest } = read({ data: { value: 'nadia' } });
    expect(valueDigest).toBe(createHash('sha256').update(content).digest('hex'));
    expect(JSON.stringify(read({ data: { value: 'nadia' } }))).not.toContain('nadia');
    const { event } = parseEvent({ ...good, data: { value: 'nadia' } }, { ...key, leadId: 'lead-2' });
    expect(event?.valueDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(event?.valueDigest).not.toBe(valueDigest);
    expect(read({ data: { value: 'Nadia' } }).valueDigest).not.toBe(valueDigest);
  });
});

describe('a quantity', () => {
  it.each([
    ['0', '0'],
    ['0.000', '0'],
    ['10.00', '10'],
    ['100', '100'],
    ['0.010', '0.01'],
    ['999999999999999999.999999999999', '999999999999999999.999999999999'],
  ])('%s is kept as %s', (text, kept) => {
    expect(readQuantity(text)).toBe(kept);
  });

  it.each([
    [12, 'USAGE_EVENT_INVALID', 'data.quantity: Send quantities as text, like "12.5".'],
    [0.1, 'USAGE_EVENT_INVALID', 'data.quantity: Send quantities as text, like "12.5".'],
    ['-1', 'QUANTITY_NEGATIVE', 'Quantity must be 0 or more. Use a correction to reduce earlier usage.'],
    ['1e3', 'USAGE_EVENT_INVALID', 'data.quantity: must be a decimal number as text, like "12.5".'],
    ['NaN', 'USAGE_EVENT_INVALID', 'data.quantity: must be a decimal number as text, like "12.5".'],
    ['1,5', 'USAGE_EVENT_INVALID', 'data.quantity: must be a decimal number as text, like "12.5".'],
    [
      '1000000000000000000',
      'USAGE_EVENT_INVALID',
      'data.quantity: must have no more than 18 digits before the point.',
    ],
    ['0.0000000000001', 'USAGE_EVENT_INVALID', 'data.quantity: must have no more than 12 decimal places.'],
  ])('%p is refused', (value, code, message) => {
    expect(readQuantity(value)).toMatchObject({ code, message });
  });
});

describe("an event's content", () => {
  it('has a digest that anyone can work out', () => {
    const content = '["payroll","ABC-123","payslips","2026-05-10T09:00:00Z","12.5",null,null]';
    expect(contentDigest(read()).toString('hex')).toBe(createHash('sha256').update(content).digest('hex'));
    const named = '["payroll","ABC-123","payslips","2026-05-10T09:00:00Z","0","CO-1",["payroll","A"]]';
    const event = read({ calloff: 'CO-1', data: { quantity: '0', corrects: 'A' } });
    expect(contentDigest(event).toString('hex')).toBe(createHash('sha256').update(named).digest('hex'));
    const one = read({ data: { value: 'nadia' } });
    const valued = `["payroll","ABC-123","payslips","2026-05-10T09:00:00Z","1",null,null,"${one.valueDigest ?? ''}"]`;
    expect(contentDigest(one).toString('hex')).toBe(createHash('sha256').update(valued).digest('hex'));
    expect(contentDigest(read({ data: {} }))).toEqual(contentDigest(read({ data: { quantity: '1.0' } })));
  });

  it('is the same however a quantity, a time or what we do not know is written', () => {
    const digest = contentDigest(read());
    expect(
      contentDigest(
        read({ time: '2026-05-10T10:00:00.000+01:00', data: { quantity: '12.5' }, subject: 'x' }),
      ),
    ).toEqual(digest);
  });

  it.each([
    [{ type: 'starters' }, ['type']],
    [{ time: '2026-05-10T09:00:00.000001Z' }, ['time']],
    [{ data: { quantity: '12.51' } }, ['data.quantity']],
    [{ data: { quantity: '12.5', value: 'nadia' } }, ['data.value']],
    [{ data: {} }, ['data.quantity']],
    [{ calloff: 'CO-1' }, ['calloff']],
    [{ data: { quantity: '12.5', corrects: 'A' } }, ['data.corrects']],
    [{ type: 'starters', data: { quantity: '1' } }, ['type', 'data.quantity']],
  ])('%p differs in %p', (changes, fields) => {
    const other = read(changes);
    expect(contentDigest(other)).not.toEqual(contentDigest(read()));
    expect(differingFields(toSent(read()), toSent(other))).toEqual(fields);
  });
});

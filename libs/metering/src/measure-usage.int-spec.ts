import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, aggregations, exact, localDate, month, startOfDay, type Aggregation } from '#libs/kernel';
import { newId } from '#libs/platform';
import {
  app,
  counts,
  event,
  held,
  insert,
  newKey,
  newMember,
  person,
  rowsOf,
  send,
  startMetering,
  stopMetering,
  work,
} from '../../../test/metering.js';
import { MeasureUsage, ReadUsage, ReleaseQuarantine } from './index.js';

beforeAll(startMetering);
afterAll(stopMetering);

/** A member with a meter of each kind, whose code is the kind in small letters. */
const newMeters = async () => {
  const member = await newMember();
  const meters = new Map<Aggregation, string>();
  for (const aggregation of aggregations) {
    const id = newId();
    meters.set(aggregation, id);
    await insert('meter', {
      ...{ lead_id: member.owner.leadId, published: true, id, offering_id: member.callOff.offering.id },
      ...{ code: aggregation.toLowerCase(), title: aggregation, unit: 'one', aggregation },
    });
  }
  return { ...member, meters, key: await newKey(member.admin, [member.callOff]) };
};
type Member = Awaited<ReturnType<typeof newMeters>>;

const measure = async ({ owner, callOff, meters }: Member, from: string, to: string, byDay = false) => {
  const span = { start: month(from).start, end: month(to).end };
  const wanted = [...meters].map(([aggregation, meterId]) => ({
    ...{ callOffId: callOff.id, meterId, aggregation },
    term: { start: localDate('2025-04-01'), end: localDate('2027-04-01') },
  }));
  return work.read(person(owner.tenantId, 'TENANT'), async (tx) => {
    const usage = await app.get(ReadUsage).byDay(tx, owner, { from: span.start, to: span.end });
    const asked = { owner, meters: wanted, span, usage };
    const kindOf = (meterId: string) => wanted.find((each) => each.meterId === meterId)?.aggregation ?? '';
    const words = ({ meterId, quantity }: { meterId: string; quantity: { toDecimalString(): string } }) =>
      [kindOf(meterId), quantity.toDecimalString()] as const;
    return byDay
      ? (await app.get(MeasureUsage).days(tx, asked)).map(
          (each) => [...words(each), each.day as string] as const,
        )
      : (await app.get(MeasureUsage).months(tx, asked)).map((each) => [...words(each), each.month] as const);
  });
};
const figures = async (member: Member, label: string): Promise<Record<string, string>> =>
  Object.fromEntries((await measure(member, label, label)).map(([kind, quantity]) => [kind, quantity]));

const all = (changes: Parameters<typeof event>[0] & { value?: string }) =>
  aggregations.map((aggregation) => ({
    ...event({ ...changes, id: `${changes.id ?? newId()}-${aggregation}`, type: aggregation.toLowerCase() }),
    data: {
      quantity: changes.quantity ?? '1',
      value: changes.value ?? 'someone',
      ...(changes.corrects === undefined ? {} : { corrects: `${changes.corrects}-${aggregation}` }),
    },
  }));

describe('what usage comes to', () => {
  it('in a month, by each aggregation', async () => {
    const member = await newMeters();
    const answer = await send(
      member.key,
      ...all({ id: 'a', time: '2026-04-10T23:00:00Z', quantity: '3', value: 'ann' }),
      ...all({ id: 'b', time: '2026-04-20T23:00:00Z', quantity: '9', value: 'bob' }),
      ...all({ id: 'c', time: '2026-04-20T23:00:00Z', quantity: '6.5', value: 'ann' }),
    );
    expect(counts(answer)).toEqual([18, 0, [], []]);
    // 10 days of 0, 10 of 3 and 10 of 6.5: of two at one instant with one receipt the greater id holds.
    const april = {
      SUM: '18.5',
      COUNT: '3',
      MAX: '9',
      LAST: '6.5',
      UNIQUE: '2',
      TIME_WEIGHTED: '3.166666666667',
    };
    expect(await figures(member, '2026-04')).toEqual(april);
    expect(await figures(member, '2026-03')).toEqual(
      Object.fromEntries(aggregations.map((aggregation) => [aggregation, '0'])),
    );
    // Only a level is there in a month that had no record.
    expect((await figures(member, '2026-05'))['TIME_WEIGHTED']).toBe('6.5');
    expect((await figures(member, '2026-05'))['LAST']).toBe('0');
    const days = await measure(member, '2026-04', '2026-04', true);
    const ofDay = (day: string) => Object.fromEntries(days.filter((each) => each[2] === day));
    expect(ofDay('2026-04-11')).toEqual({
      ...{ SUM: '3', COUNT: '1', MAX: '3', LAST: '3', UNIQUE: '1', TIME_WEIGHTED: '3' },
    });
    expect(ofDay('2026-04-21')).toEqual({
      ...{ SUM: '15.5', COUNT: '2', MAX: '9', LAST: '6.5', UNIQUE: '2', TIME_WEIGHTED: '6.5' },
    });
    expect(ofDay('2026-04-12')).toEqual({ TIME_WEIGHTED: '3' });
    expect(ofDay('2026-04-10')).toEqual({});
    // Of a month that is not over, the days to come have no level yet: 15 of June's 30 have begun.
    expect((await figures(member, '2026-06'))['TIME_WEIGHTED']).toBe('3.25');
  });

  it('follows corrections, withdrawals and what comes late', async () => {
    const member = await newMeters();
    await send(member.key, ...all({ id: 'a', time: '2026-04-10T12:00:00Z', quantity: '5', value: 'ann' }));
    await send(member.key, ...all({ id: 'b', time: '2026-04-12T12:00:00Z', quantity: '8', value: 'bob' }));
    const kinds = async () => {
      const { TIME_WEIGHTED: _, ...rest } = await figures(member, '2026-04');
      return Object.values(rest).join(' ');
    };
    expect(await kinds()).toBe('13 2 8 8 2');
    // Ann was bob all along, and had 9: three corrections in one batch, its newest link first.
    await send(
      member.key,
      ...all({ id: 'e', corrects: 'd', quantity: '9', value: 'bob' }),
      ...all({ id: 'd', corrects: 'c', quantity: '7', value: 'cat' }),
      ...all({ id: 'c', corrects: 'a', quantity: '6', value: 'dan' }),
    );
    expect(await kinds()).toBe('17 2 9 8 1');
    await send(member.key, ...all({ id: 'f', corrects: 'b', quantity: '0' }));
    expect(await kinds()).toBe('9 1 9 9 1');
    // Late, and before the others by its own time.
    await send(member.key, ...all({ id: 'g', time: '2026-04-01T12:00:00Z', quantity: '2', value: 'eve' }));
    expect(await kinds()).toBe('11 2 9 9 2');
    await send(member.key, ...all({ id: 'h', corrects: 'f', quantity: '1', value: 'fay' }));
    expect(await kinds()).toBe('12 3 9 1 3');
  });

  it('on a meter that needs a value refuses an event without, and keeps no value in clear', async () => {
    const member = await newMeters();
    const bare = (type: string, data?: object) => ({ ...event({ type }), data });
    const sent = await send(
      member.key,
      bare('unique', { quantity: '5' }),
      bare('unique', { value: 17 }),
      bare('max'),
      bare('count'),
      bare('count', { quantity: '12' }),
      bare('unique', { value: 'secret-name' }),
      // Nobody knows yet what an unknown meter needs.
      bare('unicorns', { value: 'secret-name' }),
    );
    expect(counts(sent)).toEqual([
      ...[3, 0, ['METER_UNKNOWN'], ['USAGE_EVENT_INVALID', 'USAGE_EVENT_INVALID', 'USAGE_EVENT_INVALID']],
    ]);
    expect(sent.rejected.map(({ message }) => message)).toEqual([
      'data.value: must be text of 1 to 200 characters that tells one counted from another.',
      'data.value: must be text of 1 to 200 characters that tells one counted from another.',
      'data.quantity: must be a decimal number as text, like "12.5".',
    ]);
    expect(await figures(member, '2026-05')).toMatchObject({ COUNT: '2', UNIQUE: '1' });
    const stored = await rowsOf(
      'select r::text from usage_record r where tenant_id = $1 union all select q::text from usage_quarantine q where tenant_id = $1',
      [member.owner.tenantId],
    );
    expect(stored).toHaveLength(4);
    expect(JSON.stringify(stored)).not.toContain('secret-name');
  });

  it('lets no faulty event stand before a right one of the same id', async () => {
    const member = await newMeters();
    const named = (data: object) => ({ ...event({ id: 'one', type: 'max' }), data });
    const sent = await send(member.key, named({}), named({ quantity: '4' }), named({}));
    expect(counts(sent)).toEqual([1, 0, [], ['USAGE_DUPLICATE', 'USAGE_DUPLICATE']]);
    expect((await figures(member, '2026-05'))['MAX']).toBe('4');
    // Alone it is told what it lacks, and leaves nothing behind.
    const alone = { ...event({ id: 'two', type: 'max' }), data: {} };
    expect(counts(await send(member.key, alone))).toEqual([0, 0, [], ['USAGE_EVENT_INVALID']]);
    expect(counts(await send(member.key, event({ id: 'two', type: 'max', quantity: '5' })))[0]).toBe(1);
  });

  it('counts what a person releases from quarantine, if it carries what the meter needs', async () => {
    const member = await newMeters();
    const sent = (type: string, value?: string) => ({
      ...event({ type, time: '2025-06-01T12:00:00Z' }),
      data: { value },
    });
    await send(member.key, sent('unique', 'ann'), sent('unicorns', 'bob'), sent('dragons'));
    const release = async (type: string, meterCode: string | null) => {
      const row = (await held(member.lead)).find(({ event: { type: sentAs } }) => sentAs === type);
      const unchanged = { callOffId: null, quantity: null, time: null, note: null };
      const command = { quarantineId: row?.id ?? '', meterCode, ...unchanged };
      const result = await app.get(ReleaseQuarantine).execute(member.lead, command);
      return result.ok ? 'released' : result.refusals.map(({ message }) => message).join(' ');
    };
    expect(await release('unique', null)).toBe('released');
    expect(await release('unicorns', 'unique')).toBe('released');
    expect(await release('dragons', 'unique')).toMatch(
      /^This usage still cannot be billed: data.value: must be/,
    );
    expect(await release('dragons', 'count')).toBe('released');
    expect(await figures(member, '2025-06')).toMatchObject({ UNIQUE: '2', COUNT: '1', SUM: '0' });
  });

  it('never changes how a published meter is read', async () => {
    const { meters } = await newMeters();
    const grants = await rowsOf<{ column_name: string }>(
      "select column_name from information_schema.column_privileges where table_name = 'meter' and grantee = 'accede_service' and privilege_type = 'UPDATE'",
    );
    expect(grants.map((row) => row.column_name)).toEqual(['published']);
    expect(meters.size).toBe(6);
  });

  it('is what a plain calculation says, whatever the order, batches, repeats and corrections', async () => {
    const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    console.log('readings property seed', seed);
    const HOUR = 3_600_000;
    const first = startOfDay(localDate('2026-03-01')).getTime();
    const scenario = fc
      .array(
        fc.record({
          hour: fc.integer({ min: 0, max: 24 * 100 }),
          tenths: fc.integer({ min: 0, max: 40 }),
          value: fc.constantFrom('ann', 'bob', 'cat'),
          corrected: fc.option(
            fc.record({ tenths: fc.integer({ min: 0, max: 3 }), value: fc.constantFrom('ann', 'dan') }),
          ),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .chain((facts) =>
        fc.record({
          facts: fc.constant(facts),
          order: fc.shuffledSubarray(
            [...facts.keys(), ...facts.keys(), ...facts.keys()].map((fact, i) => ({ fact, i })),
            { minLength: facts.length * 3 },
          ),
          size: fc.integer({ min: 1, max: 9 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ facts, order, size }) => {
        const member = await newMeters();
        const decimal = (tenths: number) => exact(String(tenths)).over(exact('10')).toDecimalString();
        const time = (hour: number) => new Date(first + hour * HOUR).toISOString();
        const original = (i: number) => {
          const { hour = 0, tenths = 0, value = '' } = facts[i] ?? {};
          return all({
            id: `e${String(i).padStart(2, '0')}`,
            time: time(hour),
            quantity: decimal(tenths),
            value,
          });
        };
        const correction = (i: number) => {
          const { tenths = 0, value = '' } = facts[i]?.corrected ?? {};
          return all({
            id: `c${i}`,
            corrects: `e${String(i).padStart(2, '0')}`,
            quantity: decimal(tenths),
            value,
          });
        };
        const has = (i: number) => facts[i]?.corrected !== null;
        const sending = order.flatMap(({ fact, i }) =>
          i % 2 === 0 ? [original(fact)] : has(fact) ? [correction(fact)] : [],
        );
        for (let at = 0; at < sending.length; at += size)
          await send(member.key, ...sending.slice(at, at + size).flat());
        const again = facts.flatMap((_, i) => (has(i) ? [correction(i), original(i)] : [original(i)]));
        expect(counts(await send(member.key, ...again.flat()))[3]).toEqual([]);

        // Of several at one instant the later receipt holds, then the greater id: that order is given by the sending.
        const receipts = await rowsOf<{ event_id: string; n: string }>(
          "select event_id, receipt_number as n from usage_record where tenant_id = $1 and event_id like 'e%-LAST'",
          [member.owner.tenantId],
        );
        const receiptOf = (i: number) =>
          Number(receipts.find((row) => row.event_id === `e${String(i).padStart(2, '0')}-LAST`)?.n);
        const live = facts
          .map(({ hour, tenths, value, corrected }, i) => ({
            ...{
              i,
              at: first + hour * HOUR,
              tenths: corrected?.tenths ?? tenths,
              value: corrected?.value ?? value,
            },
            withdrawn: corrected?.tenths === 0,
          }))
          .filter(({ withdrawn }) => !withdrawn)
          .sort((a, b) => a.at - b.at || receiptOf(a.i) - receiptOf(b.i) || a.i - b.i);
        for (const label of ['2026-03', '2026-04', '2026-05', '2026-06'])
          expect(await figures(member, label)).toEqual(plainly(live, label));
      }),
      { seed, numRuns: 12 },
    );
  }, 120_000);

  it('under many senders at once is the same', async () => {
    const member = await newMeters();
    const batches = Array.from({ length: 12 }, (_, i) => [
      ...all({
        id: `e${i}`,
        time: `2026-04-${String(i + 1).padStart(2, '0')}T12:00:00Z`,
        quantity: String(i),
        value: `v${i % 5}`,
      }),
      ...all({ id: `c${i}`, corrects: `e${i}`, quantity: String(i * 2), value: `v${i % 3}` }),
    ]);
    await Promise.all([...batches, ...batches].map((batch) => send(member.key, ...batch)));
    // The record of 0 is withdrawn by its correction; twice 1 to 11 remain.
    expect(await figures(member, '2026-04')).toMatchObject({
      SUM: '132',
      COUNT: '11',
      MAX: '22',
      LAST: '22',
      UNIQUE: '3',
    });
  });
});

/** Every quantity by a calculation that looks at all live records, hour by hour. */
const plainly = (
  live: readonly { readonly at: number; readonly tenths: number; readonly value: string }[],
  label: string,
): Record<string, string> => {
  const { start, end } = month(label);
  const [from, to] = [startOfDay(start).getTime(), startOfDay(end).getTime()];
  const own = live.filter(({ at }) => at >= from && at < to);
  const tenths = (n: number) => exact(String(n)).over(exact('10')).toDecimalString();
  let hoursTimesTenths = 0;
  // Noon of 15 June is now: what has not begun has no level.
  const begun = startOfDay(addDays(localDate('2026-06-15'), 1)).getTime();
  for (let now = from; now < Math.min(to, begun); now += 3_600_000)
    hoursTimesTenths += live.filter(({ at }) => at <= now).at(-1)?.tenths ?? 0;
  const hours = BigInt((to - from) / 3_600_000);
  const average = (BigInt(hoursTimesTenths) * 2n * 10n ** 11n + hours) / (2n * hours);
  return {
    SUM: tenths(own.reduce((sum, each) => sum + each.tenths, 0)),
    COUNT: String(own.length),
    MAX: tenths(Math.max(0, ...own.map((each) => each.tenths))),
    LAST: tenths(own.at(-1)?.tenths ?? 0),
    UNIQUE: String(new Set(own.map(({ value }) => value)).size),
    TIME_WEIGHTED: exact(String(average)).over(exact('1000000000000')).toDecimalString(),
  };
};

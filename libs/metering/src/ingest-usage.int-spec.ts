import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { toPublicId } from '#libs/kernel';
import {
  admin,
  app,
  broken,
  codesOf,
  counts,
  event,
  held,
  newBody,
  newCallOff,
  newKey,
  newMember,
  newOffering,
  person,
  rowsOf,
  send,
  startMetering,
  stopMetering,
  totals,
  valueOf,
} from '../../../test/metering.js';
import { IngestUsage, RejectQuarantine, ReleaseQuarantine, type IngestAnswer } from './index.js';

beforeAll(startMetering);
afterAll(stopMetering);

describe('ingest', () => {
  it('takes each event once for ever and says what differs when an id comes again with other content', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    const first = event({ quantity: '1.50' });
    const sent = await send(
      key,
      first,
      event({ quantity: '2' }),
      event({ quantity: '-1' }),
      event({ quantity: 3 }),
      undefined,
    );
    expect(counts(sent)).toEqual([
      2,
      0,
      [],
      ['QUANTITY_NEGATIVE', 'USAGE_EVENT_INVALID', 'USAGE_EVENT_INVALID'],
    ]);
    expect(sent.rejected.map(({ index }) => index)).toEqual([2, 3, 4]);
    expect(sent.receipts.map(({ number, accepted, rejected }) => [number, accepted, rejected])).toEqual([
      [1n, 2, 3],
    ]);
    expect(await totals(owner)).toEqual({ '2026-05-10': '3.5/2' });

    const same = { ...first, time: '2026-05-10T10:00:00.000+01:00', data: { quantity: '1.5' } };
    const other = { ...first, time: '2026-05-11T09:00:00Z', data: { quantity: '7' } };
    const named = { ...first, calloff: callOff.reference };
    const again = await send(key, same, other, named);
    expect(counts(again)).toEqual([0, 1, [], ['USAGE_DUPLICATE', 'USAGE_DUPLICATE']]);
    expect(again.rejected.map(({ message }) => message)).toEqual([
      `Usage record ${first.id} was already received with different values (time, data.quantity).`,
      `Usage record ${first.id} was already received with different values (calloff).`,
    ]);
    expect(again.receipts[0]?.number).toBe(2n);
    expect(await totals(owner)).toEqual({ '2026-05-10': '3.5/2' });
  });

  it('settles repeats inside one batch', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    const one = event({ id: 'one', quantity: '4' });
    const orphan = event({ id: 'orphan', corrects: 'nothing' });
    const batch = await send(
      key,
      one,
      one,
      event({ id: 'one', quantity: '5' }),
      orphan,
      orphan,
      event({ id: 'orphan', quantity: '9' }),
    );
    expect(counts(batch)).toEqual([
      1,
      1,
      [],
      ['USAGE_DUPLICATE', 'USAGE_CORRECTS_UNKNOWN', 'USAGE_CORRECTS_UNKNOWN', 'USAGE_DUPLICATE'],
    ]);
    expect(await totals(owner)).toEqual({ '2026-05-10': '4/1' });
  });

  it('counts usage on the day of London, across both clock changes and a leap day', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    await admin.query('update framework set usage_max_age_months = 72 where id = $1', [
      callOff.offering.frameworkId,
    ]);
    await admin.query("update call_off set starts_on = '2023-01-01' where id = $1", [callOff.id]);
    const key = await newKey(actor, [callOff]);
    const times = [
      '2026-03-29T00:59:59Z', // the last second of winter time
      '2026-03-29T22:59:59Z', // summer time: 23:59:59
      '2026-03-29T23:00:00Z', // summer time: midnight
      '2025-10-25T23:30:00Z', // summer time: half past midnight
      '2025-10-26T23:59:59.999999999Z', // winter time again
      '2024-02-29T12:00:00-08:00',
      '2024-02-29T20:00:00-05:00', // 1 March in London
    ];
    expect(counts(await send(key, ...times.map((time) => event({ time }))))).toEqual([7, 0, [], []]);
    expect(await totals(owner)).toEqual({
      '2024-02-29': '1/1',
      '2024-03-01': '1/1',
      '2025-10-26': '2/2',
      '2026-03-29': '2/2',
      '2026-03-30': '1/1',
    });
  });

  it('holds what cannot be used, each with its reason, and a receipt for all of it', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    const batch = await send(
      key,
      event({ type: 'unicorns' }),
      event({ time: '2025-03-31T12:00:00Z' }),
      event({ time: '2030-05-10T12:00:00Z' }),
      event({ time: '2026-06-15T12:06:00Z' }),
      event({ time: '2025-06-14T12:00:00Z' }),
      event({ calloff: 'CO-999999-01' }),
      event({ time: '2026-06-15T12:04:00Z' }),
    );
    const reasons = [
      'METER_UNKNOWN',
      'USAGE_OUTSIDE_CALLOFF',
      'USAGE_OUTSIDE_CALLOFF',
      'USAGE_FUTURE',
      'USAGE_TOO_OLD',
      'USAGE_CALLOFF_UNKNOWN',
    ];
    expect(counts(batch)).toEqual([1, 0, reasons, []]);
    expect(batch.quarantined[2]?.message).toBe('10 May 2030 is after this call-off ended on 31 March 2027.');
    const rows = await held(actor);
    expect(rows.map(({ reasonCode, tenantId }) => [reasonCode, tenantId])).toEqual(
      reasons.map((code) => [code, owner.tenantId]),
    );
    expect(await totals(owner)).toEqual({ '2026-06-15': '1/1' });
  });

  it('keeps what was accepted once, although it would be too old by now', async () => {
    const { callOff, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    const old = event({ time: '2025-07-01T12:00:00Z' });
    expect(counts(await send(key, old))).toEqual([1, 0, [], []]);
    await admin.query('update framework set usage_max_age_months = 1 where id = $1', [
      callOff.offering.frameworkId,
    ]);
    expect(counts(await send(key, old, event({ time: '2025-07-01T12:00:00Z' })))).toEqual([
      0,
      1,
      ['USAGE_TOO_OLD'],
      [],
    ]);
  });

  it('without a call-off named takes the only one that fits, and holds what could be of two', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const other = await newOffering(owner.leadId);
    const later = await newCallOff(owner.tenantId, other, { from: '2026-04-01', to: '2027-03-31' });
    const key = await newKey(actor, [callOff, later]);
    const batch = await send(
      key,
      event({ time: '2026-03-31T12:00:00Z' }),
      event(),
      event({ calloff: later.reference }),
      event({ calloff: later.reference.slice(0, -3) }),
      event({ calloff: toPublicId('callOff', callOff.id) }),
    );
    expect(counts(batch)).toEqual([4, 0, ['USAGE_CALLOFF_AMBIGUOUS'], []]);
    const rows = await rowsOf<{ call_off_id: string; n: string }>(
      'select call_off_id, count(*) as n from usage_record where tenant_id = $1 group by 1 order by 1',
      [owner.tenantId],
    );
    expect(rows.map(({ n }) => n)).toEqual(['2', '2']);
  });

  it('a correction replaces what counted, on the day of the record that it began with', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    await send(key, event({ id: 'a', quantity: '10' }));
    expect(
      counts(
        await send(key, event({ id: 'b', corrects: 'a', quantity: '4.5', time: '2026-06-01T00:00:00Z' })),
      ),
    ).toEqual([1, 0, [], []]);
    expect(await totals(owner)).toEqual({ '2026-05-10': '4.5/1' });
    // A chain in one batch, its newest link first; then a correction of the record itself.
    await send(
      key,
      event({ id: 'd', corrects: 'c', quantity: '8' }),
      event({ id: 'c', corrects: 'b', quantity: '6' }),
    );
    expect(await totals(owner)).toEqual({ '2026-05-10': '8/1' });
    await send(key, event({ id: 'e', corrects: 'a', quantity: '0' }));
    expect(await totals(owner)).toEqual({ '2026-05-10': '0/0' });
    await send(
      key,
      event({ id: 'f', corrects: 'd', quantity: '0.0' }),
      event({ id: 'g', corrects: 'e', quantity: '3' }),
    );
    expect(await totals(owner)).toEqual({ '2026-05-10': '3/1' });
    expect(
      counts(
        await send(key, event({ id: 'b', corrects: 'a', quantity: '4.5', time: '2026-06-01T00:00:00Z' })),
      ),
    ).toEqual([0, 1, [], []]);
    const wrong = await send(
      key,
      event({ id: 'h', corrects: 'nothing' }),
      event({ id: 'i', corrects: 'a', type: 'starters' }),
      event({ id: 'j', corrects: 'a', calloff: 'CO-999999-01' }),
      event({ id: 'k', corrects: 'l' }),
      event({ id: 'l', corrects: 'k' }),
      event({ id: 'm', corrects: 'm' }),
      event({ id: 'n', corrects: 'a', time: '2026-07-01T00:00:00Z' }),
    );
    const unknown = 'USAGE_CORRECTS_UNKNOWN';
    const invalid = 'USAGE_EVENT_INVALID';
    expect(counts(wrong)).toEqual([
      0,
      0,
      ['USAGE_FUTURE'],
      [unknown, invalid, invalid, unknown, unknown, invalid],
    ]);
    expect(await totals(owner)).toEqual({ '2026-05-10': '3/1' });
  });

  it('a batch of 10,000 events takes as many statements as one of 10', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    // Of everything a batch can hold: new, twice, held, corrected, contradicted.
    const batchOf = (size: number, run: string) => {
      const plain = Array.from({ length: size * 0.6 }, (_, i) =>
        event({ id: `${run}${i}`, quantity: '0.1' }),
      );
      const tenth = plain.slice(0, size / 10);
      return [
        ...plain,
        ...tenth,
        ...tenth.map(({ id }) => event({ id: `${id}-c`, corrects: id, quantity: '0.2' })),
        ...tenth.map(({ id }) => event({ id, quantity: '9' })),
        ...tenth.map(({ id }) => event({ id: `${id}-h`, type: 'unicorns' })),
      ];
    };
    const statements: number[] = [];
    const query = jest.spyOn(pg.Client.prototype, 'query');
    const sendCounting = async (size: number, run: string): Promise<IngestAnswer> => {
      query.mockClear();
      const answer = await send(key, ...batchOf(size, run));
      statements.push(query.mock.calls.length);
      return answer;
    };
    const tenth = 1_000;
    try {
      await sendCounting(10, 'a');
      const { accepted, duplicate, quarantined, rejected } = await sendCounting(10 * tenth, 'b');
      expect([accepted, duplicate, quarantined.length, rejected.length]).toEqual([
        7 * tenth,
        tenth,
        tenth,
        tenth,
      ]);
    } finally {
      query.mockRestore();
    }
    expect(statements[0]).toBe(statements[1]);
    expect(statements[0]).toBeGreaterThan(10);
    // 6 and 6,000 of 0.1, of which 1 and 1,000 became 0.2.
    expect(await totals(owner)).toEqual({ '2026-05-10': '700.7/6006' });
    expect(codesOf(await app.get(IngestUsage).execute(key, new Array(10_001).fill(event()), null))).toEqual([
      'LIST_TOO_LONG',
    ]);
    expect(codesOf(await app.get(IngestUsage).execute(key, [], null))).toEqual(['FIELD_REQUIRED']);
  });

  it('16 senders with the same batch at once: each event once, receipts without gaps', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    const events = [
      ...Array.from({ length: 50 }, (_, i) => event({ id: `e-${i}`, quantity: '2' })),
      ...Array.from({ length: 10 }, (_, i) => event({ id: `c-${i}`, corrects: `e-${i}`, quantity: '1' })),
      event({ id: 'q', type: 'unicorns' }),
    ];
    const answers = await Promise.all(Array.from({ length: 16 }, () => send(key, ...events)));
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(60);
    expect(answers.reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(15 * 61);
    expect(answers.map(({ quarantined }) => quarantined.length).sort()).toEqual([
      ...Array<number>(15).fill(0),
      1,
    ]);
    expect(answers.map(({ receipts }) => Number(receipts[0]?.number)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 1),
    );
    expect(await totals(owner)).toEqual({ '2026-05-10': '90/50' });
  });

  it('concurrent corrections of one record follow each other', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    await send(key, event({ id: 'a', quantity: '100' }));
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        send(key, event({ id: `c-${i}`, corrects: 'a', quantity: String(i) })),
      ),
    );
    const [last] = await rowsOf<{ quantity: string }>(
      'select quantity from usage_record where tenant_id = $1 order by receipt_number desc limit 1',
      [owner.tenantId],
    );
    const [total] = await rowsOf<{ quantity: string }>(
      'select quantity from usage_total where tenant_id = $1',
      [owner.tenantId],
    );
    expect(total?.quantity).toBe(last?.quantity);
  });
});

describe("a service manager's key for several members", () => {
  const twoMembers = async () => {
    const leadId = await newBody();
    const offering = await newOffering(leadId);
    const [a, b] = [await newCallOff(await newBody(), offering), await newCallOff(await newBody(), offering)];
    const lead = person(leadId, 'LEAD');
    return { leadId, a, b, lead, key: await newKey(lead, [a, b]) };
  };

  it("sorts a batch by member, each with its own receipt; what is of nobody is the lead authority's own", async () => {
    const { leadId, a, b, lead, key } = await twoMembers();
    const batch = await send(
      key,
      event({ calloff: a.reference }),
      event({ calloff: b.reference }),
      event(),
      event({ type: 'unicorns' }),
      'no event',
    );
    expect(counts(batch)).toEqual([
      2,
      0,
      ['USAGE_CALLOFF_AMBIGUOUS', 'METER_UNKNOWN'],
      ['USAGE_EVENT_INVALID'],
    ]);
    const byTenant = Object.fromEntries(
      batch.receipts.map(({ tenantId, accepted, quarantined, rejected }) => [
        tenantId,
        [accepted, quarantined, rejected],
      ]),
    );
    expect(byTenant).toEqual({ [a.tenantId]: [1, 0, 0], [b.tenantId]: [1, 0, 0], [leadId]: [0, 2, 1] });
    expect((await held(lead)).map(({ tenantId }) => tenantId)).toEqual([leadId, leadId]);
    expect(await held(person(a.tenantId, 'TENANT'))).toEqual([]);
  });

  it('an id stays with the member that it was first received for', async () => {
    const { a, b, key } = await twoMembers();
    await send(key, event({ id: 'x', calloff: a.reference }));
    const moved = await send(
      key,
      event({ id: 'x', calloff: b.reference }),
      event({ id: 'y', corrects: 'x', quantity: '5' }),
    );
    expect(counts(moved)).toEqual([1, 0, [], ['USAGE_DUPLICATE']]);
    expect(moved.rejected[0]?.message).toBe(
      'Usage record x was already received with different values (calloff).',
    );
    expect(await totals(a)).toEqual({ '2026-05-10': '5/1' });
    expect(await totals(b)).toEqual({});
    const racing = await Promise.all(
      [a, b, a, b, a, b].map((to) => send(key, event({ id: 'z', calloff: to.reference }))),
    );
    expect(racing.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(1);
    expect(racing.reduce((sum, { duplicate }) => sum + duplicate, 0)).toBe(2);
  });

  it('what was of nobody can be released to a member, answers as a duplicate from then on, and can be corrected', async () => {
    const { leadId, a, lead, key } = await twoMembers();
    const lost = event({ id: 'lost', quantity: '7' });
    await send(key, lost);
    const [row] = await held(lead);
    const release = (changes: object) =>
      app.get(ReleaseQuarantine).execute(lead, {
        ...{
          quarantineId: row?.id ?? '',
          callOffId: null,
          meterCode: null,
          quantity: null,
          time: null,
          note: null,
        },
        ...changes,
      });
    expect(codesOf(await release({}))).toEqual(['QUARANTINE_STILL_REFUSED']);
    valueOf(await release({ callOffId: a.id, quantity: '6' }));
    expect(await totals(a)).toEqual({ '2026-05-10': '6/1' });
    expect(codesOf(await release({ callOffId: a.id, quantity: '6' }))).toEqual(['STATE_NOT_ALLOWED']);
    expect(counts(await send(key, lost))).toEqual([0, 1, [], []]);
    await send(key, event({ id: 'fix', corrects: 'lost', quantity: '5' }));
    expect(await totals(a)).toEqual({ '2026-05-10': '5/1' });
    expect(await held(lead)).toEqual([]);
    const [counter] = await rowsOf<{ last_receipt: string }>(
      'select last_receipt from usage_counter where tenant_id = $1',
      [leadId],
    );
    expect(counter?.last_receipt).toBe('1');
  });

  it('a release that a crash cut short is ended by repeating it, and goes nowhere else', async () => {
    const { a, b, lead, key } = await twoMembers();
    await send(key, event({ id: 'lost', quantity: '7' }));
    const [row] = await held(lead);
    const command = { quarantineId: row?.id ?? '', meterCode: null, quantity: null, time: null, note: null };
    valueOf(await app.get(ReleaseQuarantine).execute(lead, { ...command, callOffId: a.id }));
    await admin.query("update usage_quarantine set state = 'RELEASING', resolution = $2 where id = $1", [
      row?.id,
      await aimOf(a.tenantId, 'lost'),
    ]);
    expect(codesOf(await app.get(ReleaseQuarantine).execute(lead, { ...command, callOffId: b.id }))).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    expect(
      codesOf(
        await app.get(RejectQuarantine).execute(lead, { quarantineId: command.quarantineId, reason: 'No' }),
      ),
    ).toEqual(['STATE_NOT_ALLOWED']);
    valueOf(await app.get(ReleaseQuarantine).execute(lead, { ...command, callOffId: a.id }));
    expect(await totals(a)).toEqual({ '2026-05-10': '7/1' });
    expect(await totals(b)).toEqual({});
  });

  const aimOf = async (tenantId: string, eventId: string): Promise<string> => {
    const [record] = await rowsOf<{ digest: string }>(
      "select encode(content_digest, 'hex') as digest from usage_record where tenant_id = $1 and event_id = $2",
      [tenantId, eventId],
    );
    return `${tenantId} ${record?.digest}`;
  };
});

describe('whatever the order', () => {
  it('any order and any split into batches, with repeats and corrections, gives the same totals', async () => {
    const seed = Date.now() % 2 ** 31;
    console.log(`metering property seed ${seed}`);
    const scenario = fc
      .array(
        fc.record({
          day: fc.integer({ min: 1, max: 28 }),
          tenths: fc.integer({ min: 0, max: 500 }),
          corrected: fc.option(fc.integer({ min: 0, max: 500 })),
        }),
        { minLength: 1, maxLength: 25 },
      )
      .chain((facts) =>
        fc.record({
          facts: fc.constant(facts),
          order: fc.shuffledSubarray(
            [...facts.keys(), ...facts.keys(), ...facts.keys()].map((fact, i) => ({ fact, i })),
            { minLength: facts.length * 3 },
          ),
          sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ facts, order, sizes }) => {
        const { callOff, owner, admin: actor } = await newMember();
        const key = await newKey(actor, [callOff]);
        const decimal = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const original = (i: number) =>
          event({
            id: `e${i}`,
            time: `2026-05-${String(facts[i]?.day).padStart(2, '0')}T12:00:00Z`,
            quantity: decimal(facts[i]?.tenths ?? 0),
          });
        const correction = (i: number) =>
          event({ id: `c${i}`, corrects: `e${i}`, quantity: decimal(facts[i]?.corrected ?? 0) });
        // Each record and each correction is sent at least once, some twice, in any order.
        const sending = order.flatMap(({ fact, i }) =>
          i % 2 === 0 ? [original(fact)] : facts[fact]?.corrected === null ? [] : [correction(fact)],
        );
        let waiting = [...facts.keys()].flatMap((i) =>
          facts[i]?.corrected === null ? [original(i)] : [original(i), correction(i)],
        );
        for (let at = 0, n = 0; at < sending.length; n += 1) {
          const size = sizes[n % sizes.length] ?? 1;
          await send(key, ...sending.slice(at, at + size));
          at += size;
        }
        // A correction that came too early was rejected; its sender sends everything once more.
        waiting = waiting.reverse();
        expect(counts(await send(key, ...waiting))[3]).toEqual([]);
        const expected = new Map<string, { tenths: number; events: number }>();
        for (const { day, tenths, corrected } of facts) {
          const at = `2026-05-${String(day).padStart(2, '0')}`;
          const sum = expected.get(at) ?? { tenths: 0, events: 0 };
          expected.set(at, {
            tenths: sum.tenths + (corrected ?? tenths),
            events: sum.events + (corrected === 0 ? 0 : 1),
          });
        }
        const words = [...expected].map(([day, { tenths, events }]) => [
          day,
          `${decimal(tenths).replace(/\.0$/, '')}/${events}`,
        ]);
        expect(await totals(owner)).toEqual(Object.fromEntries(words));
      }),
      { seed, numRuns: 15 },
    );
    expect(await broken()).toEqual([]);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, month, ok } from '#libs/kernel';
import { newId, type Actor } from '#libs/platform';
import {
  admin,
  app,
  broken,
  codesOf,
  counts,
  event,
  held,
  newKey,
  newMember,
  rowsOf,
  send,
  startMetering,
  stopMetering,
  totals,
  valueOf,
  work,
} from '../../../test/metering.js';
import {
  CheckReceipt,
  LockUsage,
  ReadUsage,
  RecordUsage,
  RejectQuarantine,
  ReleaseQuarantine,
} from './index.js';

beforeAll(startMetering);
afterAll(stopMetering);

describe('quarantine', () => {
  it('is released as it is or put right, or rejected with a reason; each is decided once', async () => {
    const { callOff, owner, admin: actor, lead } = await newMember();
    const key = await newKey(actor, [callOff]);
    const unknown = event({ id: 'unknown', type: 'unicorns', quantity: '3' });
    const old = event({ id: 'old', time: '2025-05-01T12:00:00Z' });
    const bad = event({ id: 'bad', time: '2024-01-01T12:00:00Z' });
    await send(key, unknown, old, bad);
    const rows = new Map((await held(lead)).map((row) => [row.eventId, row.id]));
    const release = (id: string, changes: object = {}) =>
      app.get(ReleaseQuarantine).execute(lead, {
        ...{
          quarantineId: rows.get(id) ?? '',
          callOffId: null,
          meterCode: null,
          quantity: null,
          time: null,
          note: null,
        },
        ...changes,
      });
    const refused = await release('unknown');
    expect(refused).toMatchObject({
      refusals: [
        {
          code: 'QUARANTINE_STILL_REFUSED',
          message: 'This usage still cannot be billed: "unicorns" is not a meter of this call-off.',
        },
      ],
    });
    expect(codesOf(await release('unknown', { meterCode: 'payslips', quantity: '-1' }))).toEqual([
      'QUANTITY_NEGATIVE',
    ]);
    expect(codesOf(await release('bad'))).toEqual(['QUARANTINE_STILL_REFUSED']);
    expect(await totals(owner)).toEqual({});
    valueOf(await release('unknown', { meterCode: 'payslips', note: 'Renamed' }));
    valueOf(await release('old'));
    valueOf(
      await app
        .get(RejectQuarantine)
        .execute(lead, { quarantineId: rows.get('bad') ?? '', reason: 'Before the term' }),
    );
    expect(await totals(owner)).toEqual({ '2025-05-01': '1/1', '2026-05-10': '3/1' });
    expect(codesOf(await release('old'))).toEqual(['STATE_NOT_ALLOWED']);
    expect(codesOf(await release('bad', { time: new Date('2026-05-01T00:00:00Z') }))).toEqual([
      'STATE_NOT_ALLOWED',
    ]);
    expect(
      codesOf(
        await app.get(RejectQuarantine).execute(lead, { quarantineId: rows.get('bad') ?? '', reason: '' }),
      ),
    ).toEqual(['FIELD_REQUIRED']);

    expect(
      counts(await send(key, unknown, { ...unknown, type: 'payslips' }, old, bad, event({ id: 'bad' }))),
    ).toEqual([0, 4, [], ['USAGE_DUPLICATE']]);
    const audited = await rowsOf<{ action: string }>(
      'select action from tenant_audit where tenant_id = $1 and lead_id <> tenant_id order by seq',
      [owner.tenantId],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      'quarantine.release',
      'quarantine.release',
      'quarantine.reject',
    ]);
  });

  it("another lead authority's rows are not there", async () => {
    const { callOff, admin: actor } = await newMember();
    const other = await newMember();
    await send(await newKey(actor, [callOff]), event({ type: 'unicorns' }));
    const [row] = await held(actor);
    const quarantineId = row?.id ?? '';
    expect(
      codesOf(await app.get(RejectQuarantine).execute(other.lead, { quarantineId, reason: 'Mine' })),
    ).toEqual(['NOT_FOUND']);
    const command = {
      quarantineId,
      callOffId: null,
      meterCode: 'payslips',
      quantity: null,
      time: null,
      note: null,
    };
    expect(codesOf(await app.get(ReleaseQuarantine).execute(other.lead, command))).toEqual(['NOT_FOUND']);
    expect(await held(other.lead)).toEqual([]);
  });
});

describe('usage that a person records', () => {
  it('is a record of the source manual, once for an idempotency key, refused instead of held', async () => {
    const { callOff, owner, admin: actor, lead } = await newMember();
    const command = {
      callOffId: callOff.id,
      meterId: callOff.offering.payslips,
      quantity: '12.5',
      value: null,
      usedOn: localDate('2026-06-01'),
      corrects: null,
      idempotencyKey: newId(),
    };
    const made = valueOf(await app.get(RecordUsage).execute(actor, command));
    expect(valueOf(await app.get(RecordUsage).execute(actor, command))).toEqual(made);
    const replaced = { ...command, quantity: '10', corrects: { source: 'manual', eventId: made.eventId } };
    valueOf(await app.get(RecordUsage).execute(lead, { ...replaced, idempotencyKey: newId() }));
    expect(await totals(owner)).toEqual({ '2026-06-01': '10/1' });
    const refused = async (changes: object) =>
      codesOf(await app.get(RecordUsage).execute(actor, { ...command, idempotencyKey: newId(), ...changes }));
    expect(await refused({ usedOn: localDate('2026-06-16') })).toEqual(['USAGE_FUTURE']);
    expect(await refused({ usedOn: localDate('2025-06-14') })).toEqual(['USAGE_TOO_OLD']);
    expect(await refused({ usedOn: localDate('2025-03-31') })).toEqual(['USAGE_OUTSIDE_CALLOFF']);
    expect(await refused({ quantity: '-1' })).toEqual(['QUANTITY_NEGATIVE']);
    expect(await refused({ quantity: '1e3' })).toEqual(['USAGE_EVENT_INVALID']);
    expect(await refused({ usedOn: localDate('1900-01-01') })).toEqual(['USAGE_EVENT_INVALID']);
    const all = { quantity: '-1', usedOn: localDate('2026-06-16'), corrects: { source: '', eventId: 'x' } };
    expect(await refused(all)).toEqual(['QUANTITY_NEGATIVE', 'USAGE_FUTURE', 'USAGE_CORRECTS_UNKNOWN']);
    expect(await refused({ meterId: newId() })).toEqual(['NOT_FOUND']);
    expect(await refused({ corrects: { source: 'payroll', eventId: 'x' } })).toEqual([
      'USAGE_CORRECTS_UNKNOWN',
    ]);
    expect(await refused({ callOffId: (await newMember()).callOff.id })).toEqual(['NOT_FOUND']);
    expect(await totals(owner)).toEqual({ '2026-06-01': '10/1' });
  });

  it("can correct what a sender's key sent", async () => {
    const { callOff, owner, admin: actor, lead } = await newMember();
    await send(await newKey(actor, [callOff]), event({ id: 'a', quantity: '9' }));
    const command = {
      callOffId: callOff.id,
      meterId: callOff.offering.payslips,
      quantity: '0',
      value: null,
      usedOn: localDate('2026-06-01'),
    };
    valueOf(
      await app.get(RecordUsage).execute(lead, {
        ...command,
        corrects: { source: 'payroll', eventId: 'a' },
        idempotencyKey: newId(),
      }),
    );
    expect(await totals(owner)).toEqual({ '2026-05-10': '0/0' });
  });
});

describe('what billing reads', () => {
  it('records between two receipts, months, and a lock that holds senders back', async () => {
    const { callOff, owner, admin: actor, lead } = await newMember();
    const key = await newKey(actor, [callOff]);
    await send(
      key,
      event({ id: 'a', time: '2026-04-30T22:59:59Z' }),
      event({ id: 'b', time: '2026-04-30T23:00:00Z' }),
    );
    await send(key, event({ id: 'c' }), event({ id: 'd', type: 'starters' }));
    await send(key, event({ id: 'e', corrects: 'a', quantity: '2' }));
    const usage = app.get(ReadUsage);
    const meterId = callOff.offering.payslips;
    const found = await work.read(lead, async (tx) => {
      const wanted = { ...owner, callOffId: callOff.id, meterId, period: month('2026-05') };
      const between = await usage.records(tx, { ...wanted, after: 1n, upTo: 3n }, { limit: 10, after: null });
      const first = await usage.records(tx, { ...wanted, after: 0n, upTo: 3n }, { limit: 1, after: null });
      const next = await usage.records(
        tx,
        { ...wanted, after: 0n, upTo: 3n },
        { limit: 5, after: ['1', 'payroll', 'b'] },
      );
      const months = await usage.months(tx, owner);
      return { between, first, next, months, last: await usage.lastReceipt(tx, owner) };
    });
    const ids = (records: readonly { eventId: string }[]) => records.map(({ eventId }) => eventId);
    expect([ids(found.between), ids(found.first), ids(found.next), found.last]).toEqual([
      ['c'],
      ['b'],
      ['c'],
      3n,
    ]);
    const { payslips, starters } = callOff.offering;
    expect(
      found.months.map(({ meterId: id, month: label, lastReceipt }) => [id, label, lastReceipt]).sort(),
    ).toEqual(
      [
        [payslips, '2026-04', 3n],
        [payslips, '2026-05', 2n],
        [starters, '2026-05', 2n],
      ].sort(),
    );

    let sent = false;
    const sending: Promise<unknown>[] = [];
    const locked = await work.run(lead.forTenant(owner.tenantId), async (tx) => {
      const last = await app.get(LockUsage).within(tx, owner);
      sending.push(send(key, event({ id: 'f' })).then(() => (sent = true)));
      await new Promise((resolve) => setTimeout(resolve, 150));
      return ok({ last, sent });
    });
    expect(valueOf(locked)).toEqual({ last: 3n, sent: false });
    await Promise.all(sending);
    expect(sent).toBe(true);
    const fresh = await newMember();
    expect(
      valueOf(
        await work.run(fresh.lead.forTenant(fresh.owner.tenantId), async (tx) =>
          ok(await app.get(LockUsage).within(tx, fresh.owner)),
        ),
      ),
    ).toBe(0n);
  });
});

describe('receipts', () => {
  it('can be checked later, and a changed row shows', async () => {
    const { callOff, owner, admin: actor } = await newMember();
    const key = await newKey(actor, [callOff]);
    await send(
      key,
      event({ id: 'a' }),
      event({ id: 'b', type: 'unicorns' }),
      event({ id: 'a', quantity: '2' }),
    );
    await send(key, event({ id: 'a' }));
    const check = () =>
      work.read(actor, async (tx) => {
        const receipts = await app.get(ReadUsage).receipts(tx, { limit: 10, after: null });
        const found = [];
        for (const receipt of receipts)
          found.push([receipt.number, await app.get(CheckReceipt).within(tx, receipt)]);
        return found;
      });
    expect(await check()).toEqual([
      [2n, true],
      [1n, true],
    ]);
    await admin.query("update usage_record set event_id = 'z' where tenant_id = $1", [owner.tenantId]);
    expect(await check()).toEqual([
      [2n, true],
      [1n, false],
    ]);
    await admin.query("update usage_record set event_id = 'a' where tenant_id = $1", [owner.tenantId]);
    expect(await broken()).toEqual([]);
    await admin.query('update usage_total set quantity = quantity + 1 where tenant_id = $1', [
      owner.tenantId,
    ]);
    await admin.query('update usage_counter set last_receipt = 3 where tenant_id = $1', [owner.tenantId]);
    expect((await broken()).map((row) => (row as { what: string }).what)).toEqual(['total', 'receipts']);
    await admin.query('update usage_total set quantity = quantity - 1 where tenant_id = $1', [
      owner.tenantId,
    ]);
    await admin.query('update usage_counter set last_receipt = 2 where tenant_id = $1', [owner.tenantId]);
  });

  it('a member sees its own alone', async () => {
    const mine = await newMember();
    const theirs = await newMember();
    await send(await newKey(mine.admin, [mine.callOff]), event());
    const list = (actor: Actor) =>
      work.read(actor, (tx) => app.get(ReadUsage).receipts(tx, { limit: 10, after: null }));
    expect(await list(mine.admin)).toHaveLength(1);
    expect(await list(mine.lead)).toHaveLength(1);
    expect(await list(theirs.admin)).toEqual([]);
    expect(await list(theirs.lead)).toEqual([]);
  });
});

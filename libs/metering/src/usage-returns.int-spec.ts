import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, month, ok, type Result } from '#libs/kernel';
import { Actor, newId } from '#libs/platform';
import {
  admin,
  app,
  broken,
  codesOf,
  counts,
  event,
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
  work,
} from '../../../test/metering.js';
import {
  CloseMonth,
  ExcuseReturn,
  ExplainUsage,
  FileReturn,
  MissingReturns,
  ReadForecast,
  ReadMissingDays,
  ReadReturns,
  ReadUnusualUsage,
  RecordUsage,
  ReplaceReturn,
  SendBackReturn,
  UploadReturns,
  type MonthOfReturn,
} from './index.js';

beforeAll(startMetering);
afterAll(stopMetering);

// It is 15 June 2026: May is the month to file, due on Friday 5 June.
const MAY = '2026-05';

const withRole = (leadId: string, role: string): Actor =>
  Actor.person({ personId: newId(), bodyId: leadId, capacity: 'LEAD', roles: [role], requestId: 'test' });
/** A member whose meters are both fed by returns, and the people of its lead authority. */
const newReturning = async (startsOn = '2026-03-01') => {
  const member = await newMember();
  const { callOff, owner } = member;
  await admin.query(`update meter set fed_by = 'RETURN' where offering_id = $1`, [callOff.offering.id]);
  await admin.query('update call_off set starts_on = $2 where id = $1', [callOff.id, startsOn]);
  const { payslips, starters } = callOff.offering;
  const manager = withRole(owner.leadId, 'LEAD_SERVICE_MANAGER');
  const figures = (first: string, second: string) => [
    { meterId: payslips, quantity: first },
    { meterId: starters, quantity: second },
  ];
  const named = { callOffId: callOff.id, month: MAY };
  return {
    ...{ ...member, manager, figures, named },
    finance: withRole(owner.leadId, 'LEAD_FINANCE_APPROVER'),
    file: (first: string, second: string, more: object = {}) =>
      app
        .get(FileReturn)
        .execute(manager, { ...named, figures: figures(first, second), idempotencyKey: newId(), ...more }),
    replace: (version: number, wanted: [string, string] | null, more: object = {}) =>
      app.get(ReplaceReturn).execute(manager, {
        ...{ ...named, version, reason: 'A recount.', idempotencyKey: newId() },
        figures: wanted && figures(...wanted),
        ...more,
      }),
  };
};
const monthOf = async (actor: Actor, label = MAY): Promise<MonthOfReturn[]> =>
  work.read(actor, (tx) => app.get(ReadReturns).ofMonth(tx, month(label)));
const brief = async (actor: Actor) => {
  const [found] = await monthOf(actor);
  return found && `${found.state} ${found.missing ? 'missing' : 'there'} ${found.versions.length}`;
};
const missing = async (actor: Actor) =>
  (await work.read(actor, (tx) => app.get(MissingReturns).refusal(tx, month(MAY))))?.message ?? null;
const close = (actor: Actor, owner: { tenantId: string; leadId: string }) =>
  work.run(actor.forTenant(owner.tenantId), async (tx) => {
    await app.get(CloseMonth).within(tx, owner, month(MAY));
    return ok(null);
  });
/** How many rows of returns and usage a member has: a refusal leaves them alone. */
const rowsIn = async ({ tenantId }: { tenantId: string }) =>
  (
    await rowsOf(
      `select (select count(*) from usage_return where tenant_id = $1)::int as returns,
              (select count(*) from usage_record where tenant_id = $1)::int as records,
              (select count(*) from usage_receipt where tenant_id = $1)::int as receipts,
              (select count(*) from usage_return_excuse where tenant_id = $1)::int as excuses,
              (select count(*) from usage_return_sent_back where tenant_id = $1)::int as sent_back`,
      [tenantId],
    )
  )[0];
/** What counts of each meter: quantity and number of records, by day. */
const counted = async ({ tenantId }: { tenantId: string }): Promise<string[]> =>
  (
    await rowsOf<{ line: string }>(
      `select concat(m.code, ' ', t.usage_day, ' ', trim_scale(t.quantity), '/', t.events) as line
       from usage_total t join meter m on m.id = t.meter_id where t.tenant_id = $1 order by 1`,
      [tenantId],
    )
  ).map(({ line }) => line);
const messagesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ message }) => message);

describe('a usage return', () => {
  it('is filed once, and its figures are usage records of their own source', async () => {
    const { callOff, owner, admin: member, manager, file, named } = await newReturning();
    expect(await brief(manager)).toBe('LATE missing 0');
    expect(await missing(manager)).toBe(
      '1 usage return is missing for May 2026. Chase them or mark each as no usage.',
    );
    const idempotencyKey = newId();
    const first = valueOf(await file('118', '0', { idempotencyKey }));
    expect(valueOf(await file('118', '0', { idempotencyKey }))).toEqual(first);
    expect(messagesOf(await file('118', '0'))).toEqual([
      'A return for May 2026 was filed on 15 June 2026. Replace it instead.',
    ]);
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 118/1', 'starters 2026-05-31 0/1']);
    expect(
      await rowsOf(
        'select source, event_id, quantity from usage_record where tenant_id = $1 order by event_id desc',
        [owner.tenantId],
      ),
    ).toEqual([
      {
        source: 'usage return',
        event_id: `cof_${callOff.id.replaceAll('-', '')}/2026-05/starters/1`,
        quantity: '0',
      },
      {
        source: 'usage return',
        event_id: `cof_${callOff.id.replaceAll('-', '')}/2026-05/payslips/1`,
        quantity: '118',
      },
    ]);
    expect(await brief(manager)).toBe('VALIDATED there 1');
    expect(await brief(member)).toBe('VALIDATED there 1');
    expect(await missing(manager)).toBe(null);
    // A return belongs to one month of one call-off of one lead authority.
    expect(codesOf(await file('1', '1', { month: '2026-06' }))).toEqual(['RETURN_TOO_EARLY']);
    expect(codesOf(await file('1', '1', { month: '2026-02' }))).toEqual(['RETURN_NOT_NEEDED']);
    expect(codesOf(await file('1', '1', { month: 'May' }))).toEqual(['MONTH_FORMAT']);
    const other = withRole(await newBody(), 'LEAD_SERVICE_MANAGER');
    const stranger = { ...named, figures: null, idempotencyKey: newId() };
    expect(codesOf(await app.get(FileReturn).execute(other, stranger))).toEqual(['NOT_FOUND']);
    expect(await rowsIn(owner)).toMatchObject({ returns: 1, records: 2, receipts: 1 });
  });

  it('filed by two at once is there once', async () => {
    const { owner, file } = await newReturning();
    const results = await Promise.all([file('5', '1'), file('6', '2'), file('7', '3')]);
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(['RETURN_FILED', 'RETURN_FILED']);
    expect(await rowsIn(owner)).toMatchObject({ returns: 1, records: 2, receipts: 1 });
  });

  it('is replaced by a version that corrects it, by whoever saw the last one', async () => {
    const { owner, manager, finance, file, replace } = await newReturning();
    expect(codesOf(await replace(0, ['1', '1']))).toEqual(['STATE_NOT_ALLOWED']);
    valueOf(await file('118', '7'));
    expect(codesOf(await replace(0, ['119', '7']))).toEqual(['STATE_CHANGED']);
    expect(codesOf(await replace(1, ['118', '7.0']))).toEqual(['RETURN_SAME']);
    expect(codesOf(await replace(1, ['x', '7'], { reason: ' ' }))).toEqual([
      'USAGE_EVENT_INVALID',
      'FIELD_REQUIRED',
    ]);
    expect(await rowsIn(owner)).toMatchObject({ returns: 1, records: 2 });

    valueOf(await replace(1, ['120.5', '7']));
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 120.5/1', 'starters 2026-05-31 7/1']);
    valueOf(await replace(2, null));
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 0/0', 'starters 2026-05-31 0/0']);
    valueOf(await replace(3, ['3', '0']));
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 3/1', 'starters 2026-05-31 0/0']);
    const [found] = await monthOf(manager);
    expect(
      found?.versions.map(
        ({ version, nil, receiptNumber, figures }) =>
          `${version} ${nil} ${receiptNumber} ${figures.map(({ quantity }) => quantity.toDecimalString()).join(' ')}`,
      ),
    ).toEqual(['1 false 1 118 7', '2 false 2 120.5 7', '3 true 3 ', '4 false 4 3 0']);
    // Finance is told what to do instead.
    const input = {
      callOffId: found?.callOff.id ?? '',
      month: MAY,
      version: 4,
      reason: 'r',
      idempotencyKey: newId(),
    };
    expect(messagesOf(await app.get(ReplaceReturn).execute(finance, { ...input, figures: null }))).toEqual([
      'Only the service team that filed this return can change it. Send it back with a note.',
    ]);
    expect(await rowsIn(owner)).toMatchObject({ returns: 4, records: 6, receipts: 4 });
  });

  it('can be nil, which records nothing', async () => {
    const { owner, manager, file } = await newReturning();
    expect(codesOf(await file('0', '0'))).toEqual(['RETURN_ALL_ZERO']);
    valueOf(await file('', '', { figures: null }));
    expect(await brief(manager)).toBe('VALIDATED there 1');
    expect(await rowsIn(owner)).toEqual({ returns: 1, records: 0, receipts: 0, excuses: 0, sent_back: 0 });
  });

  it('is sent back with a note, and then is due again until it is replaced, as it was or not', async () => {
    const { owner, manager, finance, file, replace } = await newReturning();
    const { returnId } = valueOf(await file('118', '7'));
    const sendBack = (id: string, note = 'Is 118 right?') =>
      app.get(SendBackReturn).execute(finance, { returnId: id, note });
    expect(codesOf(await sendBack(returnId, ' '))).toEqual(['FIELD_REQUIRED']);
    expect(codesOf(await sendBack(newId()))).toEqual(['NOT_FOUND']);
    valueOf(await sendBack(returnId));
    expect(messagesOf(await sendBack(returnId))).toEqual([
      'This usage return is already sent back, so you cannot return it.',
    ]);
    expect(await brief(manager)).toBe('LATE missing 1');
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 118/1', 'starters 2026-05-31 7/1']);
    const mails = await rowsOf<{ payload: { mail: string; words: object } }>(
      `select payload from job where queue = 'notice' and payload ->> 'bodyId' = $1`,
      [owner.leadId],
    );
    expect(mails.map(({ payload }) => [payload.mail, payload.words])).toEqual([
      ['USAGE_RETURN_SENT_BACK', { body: 'A council', period: 'May 2026', note: 'Is 118 right?' }],
    ]);
    valueOf(await replace(1, ['118', '7']));
    expect(await brief(manager)).toBe('VALIDATED there 2');
    expect(codesOf(await sendBack(returnId))).toEqual(['STATE_NOT_ALLOWED']);
    expect(await rowsIn(owner)).toMatchObject({ returns: 2, records: 2, receipts: 1, sent_back: 1 });
  });

  it('that is missing can be excused once, by somebody who says why', async () => {
    const { owner, finance, manager, named, file } = await newReturning();
    const excuse = (more: object = {}) =>
      app
        .get(ExcuseReturn)
        .execute(finance, { ...named, kind: 'NO_USAGE', reason: 'Closed in May.', ...more });
    expect(codesOf(await excuse({ reason: '' }))).toEqual(['FIELD_REQUIRED']);
    expect(codesOf(await excuse({ month: '2026-06' }))).toEqual(['RETURN_TOO_EARLY']);
    expect(await rowsIn(owner)).toMatchObject({ excuses: 0 });
    valueOf(await excuse());
    expect(await missing(manager)).toBe(null);
    expect(await brief(manager)).toBe('LATE there 0');
    expect(codesOf(await excuse())).toEqual(['STATE_NOT_ALLOWED']);
    valueOf(await file('2', '1'));
    expect(codesOf(await excuse())).toEqual(['STATE_NOT_ALLOWED']);
    expect(await rowsIn(owner)).toMatchObject({ returns: 1, excuses: 1 });
  });

  it('of a month that was billed comes as a correction', async () => {
    const { owner, manager, file, replace } = await newReturning();
    valueOf(await close(manager, owner));
    valueOf(await close(manager, owner));
    expect(await brief(manager)).toBe('LOCKED missing 0');
    expect(messagesOf(await file('1', '1'))).toEqual([
      'May 2026 is closed. Submit a correction and it will appear on the next invoice.',
    ]);
    expect(await rowsIn(owner)).toMatchObject({ returns: 0, records: 0 });
    valueOf(await replace(0, ['4', '1']));
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 4/1', 'starters 2026-05-31 1/1']);
    expect(await brief(manager)).toBe('LOCKED there 1');
  });

  it('is the only way in for its meters, and the only way to its records', async () => {
    const { callOff, owner, admin: member, manager, file } = await newReturning();
    const key = await newKey(member, [callOff]);
    expect(counts(await send(key, event({ quantity: '5' })))).toEqual([0, 0, ['METER_BY_RETURN'], []]);
    valueOf(await file('118', '7'));
    const eventId = `cof_${callOff.id.replaceAll('-', '')}/2026-05/payslips/1`;
    const record = (corrects: { source: string; eventId: string } | null) =>
      app.get(RecordUsage).execute(manager, {
        ...{
          callOffId: callOff.id,
          meterId: callOff.offering.payslips,
          quantity: '1',
          value: null,
          corrects,
        },
        ...{ usedOn: localDate('2026-05-03'), idempotencyKey: newId() },
      });
    expect(codesOf(await record(null))).toEqual(['METER_BY_RETURN']);
    expect(codesOf(await record({ source: 'usage return', eventId }))).toEqual(['USAGE_OF_RETURN']);
    expect(await counted(owner)).toEqual(['payslips 2026-05-31 118/1', 'starters 2026-05-31 7/1']);
    expect(await rowsIn(owner)).toMatchObject({ records: 2 });
  });

  it('never changes, whoever asks', async () => {
    const { owner, file } = await newReturning();
    valueOf(await file('1', '1'));
    await admin.query("set session_replication_role = 'origin'");
    for (const table of ['usage_return', 'usage_return_figure'])
      await expect(
        admin.query(`delete from ${table} where tenant_id = $1`, [owner.tenantId]),
      ).rejects.toThrow('append-only');
    await admin.query("set session_replication_role = 'replica'");
  });
});

describe('a file of returns', () => {
  it('is filed whole for many members, or not at all', async () => {
    const leadId = await newBody();
    const manager = withRole(leadId, 'LEAD_SERVICE_MANAGER');
    const offering = await newOffering(leadId);
    await admin.query(`update meter set fed_by = 'RETURN' where id = $1`, [offering.payslips]);
    const callOffs = [
      await newCallOff(await newBody(), offering),
      await newCallOff(await newBody(), offering),
      await newCallOff(await newBody(), offering),
    ];
    const rows = (...quantities: string[]) =>
      callOffs.map(({ reference }, index) => `${reference},payslips,${quantities[index]}`);
    const upload = (lines: string[], more: object = {}) =>
      app.get(UploadReturns).execute(manager, {
        ...{ month: MAY, content: ['call-off,meter,quantity', ...lines].join('\n'), idempotencyKey: newId() },
        ...more,
      });
    const filed = async () => (await monthOf(manager)).map(({ versions }) => versions.length);

    expect(messagesOf(await upload([...rows('4', 'x', '6'), 'CO-999999,payslips,1']))).toEqual([
      'Row 3, quantity: "x" is not a number that is 0 or more, like 12.5.',
      'Row 5, call-off: "CO-999999" is no call-off that needs a return for this month.',
    ]);
    expect(codesOf(await upload(rows('4', '5', '6'), { month: '2026-06' }))).toEqual(['RETURN_TOO_EARLY']);
    expect(await filed()).toEqual([0, 0, 0]);

    const idempotencyKey = newId();
    expect(valueOf(await upload(rows('4', '5', '6'), { idempotencyKey })).returns).toBe('3');
    expect(valueOf(await upload(rows('4', '5', '6'), { idempotencyKey })).returns).toBe('3');
    expect(await filed()).toEqual([1, 1, 1]);
    for (const [index, { tenantId }] of callOffs.entries())
      expect(await totals({ tenantId, leadId })).toEqual({ '2026-05-31': `${index + 4}/1` });
    expect(messagesOf(await upload(rows('4', '5', '6'))).length).toBe(3);
    expect(await broken()).toEqual([]);
  });

  it('that meets a single return at the same moment files all of it or nothing', async () => {
    const one = await newReturning();
    const content = `call-off,meter,quantity\n${one.callOff.reference},payslips,4\n${one.callOff.reference},starters,5`;
    const [uploaded, filed] = await Promise.all([
      app.get(UploadReturns).execute(one.manager, { month: MAY, content, idempotencyKey: newId() }),
      one.file('8', '9'),
    ]);
    expect([uploaded.ok, filed.ok].filter(Boolean)).toHaveLength(1);
    expect(await rowsIn(one.owner)).toMatchObject({ returns: 1, records: 2, receipts: 1 });
  });
});

describe('a month before it is billed', () => {
  it('shows spikes and gaps, and what was said of them; a return that nobody explained is only submitted', async () => {
    const { callOff, owner, admin: member, manager, file, named } = await newReturning('2026-02-01');
    for (const [label, amount] of [
      ['2026-02', '90'],
      ['2026-03', '100'],
      ['2026-04', '110'],
    ])
      valueOf(await file(amount ?? '', '2', { month: label }));
    valueOf(await file('121', '0'));
    const seen = async (actor: Actor) =>
      (await work.read(actor, (tx) => app.get(ReadUnusualUsage).ofMonth(tx, month(MAY))))
        .map(
          ({ kind, meter, quantity, mean, explanations }) =>
            `${kind} ${meter.code} ${quantity.toDecimalString()} over ${mean.toDecimalString()}: ${explanations.map(({ text }) => text).join(', ')}`,
        )
        .sort();
    expect(await seen(manager)).toEqual(['GAP starters 0 over 2: ', 'SPIKE payslips 121 over 100: ']);
    expect(await brief(manager)).toBe('SUBMITTED there 1');

    const explain = (meterId: string, text: string, more: object = {}) =>
      app.get(ExplainUsage).execute(member, { ...named, meterId, text, idempotencyKey: newId(), ...more });
    const { payslips, starters } = callOff.offering;
    expect(codesOf(await explain(payslips, '', { month: '2026-07' }))).toEqual([
      'DATE_IN_FUTURE',
      'FIELD_REQUIRED',
    ]);
    expect(codesOf(await explain(newId(), 'x'))).toEqual(['NOT_FOUND']);
    expect(await rowsOf('select id from usage_explanation where tenant_id = $1', [owner.tenantId])).toEqual(
      [],
    );
    valueOf(await explain(payslips, 'A second school opened.'));
    expect(await brief(manager)).toBe('SUBMITTED there 1');
    valueOf(await explain(starters, 'Nobody started.'));
    expect(await brief(manager)).toBe('VALIDATED there 1');
    expect(await seen(member)).toEqual([
      'GAP starters 0 over 2: Nobody started.',
      'SPIKE payslips 121 over 100: A second school opened.',
    ]);
    // The limit is the framework's.
    await admin.query('update framework set spike_percent = 21 where id = $1', [
      callOff.offering.frameworkId,
    ]);
    expect(await seen(member)).toEqual(['GAP starters 0 over 2: Nobody started.']);
  });

  it('shows on which days a source sent nothing, to its member and its lead authority alone', async () => {
    const { callOff, owner, admin: member, lead } = await newMember();
    const key = await newKey(member, [callOff]);
    const receive = (at: string, n: number) =>
      admin.query(
        `insert into usage_receipt (tenant_id, lead_id, number, key_id, source, received_at, accepted, duplicate, quarantined, rejected, digest)
         values ($1, $2, $3, $4, 'payroll', $5, 10, 5, 2, 0, decode(repeat('00', 32), 'hex'))`,
        [owner.tenantId, owner.leadId, n, key.id, at],
      );
    // Tuesdays in London, the first of them still Monday in UTC; 9 June has nothing.
    const tuesdays = [
      '2026-05-11T23:30:00Z',
      '2026-05-19T12:00:00Z',
      '2026-05-26T12:00:00Z',
      '2026-06-02T12:00:00Z',
    ];
    for (const [index, at] of tuesdays.entries()) await receive(at, index + 1);
    const days = async (actor: Actor) =>
      (await work.read(actor, (tx) => app.get(ReadMissingDays).within(tx, month('2026-06')))).map(
        ({ day, source, expected, received, tenantId }) =>
          `${day} ${source} ${received} of ${expected.toDecimalString()} ${tenantId === owner.tenantId}`,
      );
    expect(await days(member)).toEqual(['2026-06-09 payroll 0 of 12 true']);
    expect(await days(lead)).toEqual(['2026-06-09 payroll 0 of 12 true']);
    expect(await days(person(await newBody(), 'TENANT'))).toEqual([]);
    await admin.query('delete from usage_receipt where tenant_id = $1', [owner.tenantId]);
  });

  it('says what it is likely to come to', async () => {
    const { callOff, admin: member } = await newMember();
    const key = await newKey(member, [callOff]);
    const days = Array.from({ length: 45 }, (_, i) => new Date(Date.UTC(2026, 4, 1 + i)).toISOString());
    await send(key, ...days.map((time) => event({ time, quantity: '2' })));
    const found = await work.read(member, async (tx) => {
      const [known] = await app.get(ReadReturns).ofMonth(tx, month(MAY));
      expect(known).toBe(undefined);
      return app
        .get(ReadForecast)
        .ofCallOff(tx, { ...CALL_OFF, ...callOff, offeringId: callOff.offering.id });
    });
    // 1 May to 14 June at 2 a day: 28 so far, 60 by the end of June; May 62 + June 60 + 9 months at 62 ÷ 3.
    expect(
      found
        .map(
          ({ meter, soFar, monthEnd, yearEnd }) =>
            `${meter.code} ${soFar.toDecimalString()} ${monthEnd.toDecimalString()} ${yearEnd.toDecimalString()}`,
        )
        .sort(),
    ).toEqual(['payslips 28 60 308', 'starters 0 0 0']);
  });

  it('finds nothing unusual in what is not metered, forecasts none of it, and takes no explanation', async () => {
    const { callOff, owner, admin: member } = await newMember();
    const key = await newKey(member, [callOff]);
    const months = ['2026-02', '2026-03', '2026-04'];
    const used = months.map((label) =>
      event({ type: 'starters', time: `${label}-10T09:00:00Z`, quantity: '2' }),
    );
    await send(key, ...used);
    const found = () =>
      work.read(member, async (tx) => {
        const known = { ...CALL_OFF, ...callOff, offeringId: callOff.offering.id };
        const unusual = await app.get(ReadUnusualUsage).ofMonth(tx, month(MAY));
        const forecast = await app.get(ReadForecast).ofCallOff(tx, known);
        return [...unusual, ...forecast].map(({ meter }) => meter.code).sort();
      });
    expect(await found()).toEqual(['payslips', 'starters', 'starters']);
    const { starters } = callOff.offering;
    await admin.query(`update meter set charge = 'RECURRING' where id = $1`, [starters]);
    expect(await found()).toEqual(['payslips']);
    const why = { callOffId: callOff.id, month: MAY, meterId: starters, text: 'x', idempotencyKey: newId() };
    expect(codesOf(await app.get(ExplainUsage).execute(member, why))).toEqual(['METER_TAKES_NO_USAGE']);
    expect(await rowsOf('select id from usage_explanation where tenant_id = $1', [owner.tenantId])).toEqual(
      [],
    );
  });
});

const CALL_OFF = {
  ...{ revision: 1, frameworkId: '', lotId: '', agreementId: '', optInId: '', state: 'AWARDED' as const },
  ...{ startsOn: localDate('2025-04-01'), endsOn: localDate('2027-03-31'), valuePence: 1n },
  ...{ awardedAt: new Date(0), awardedBy: '' },
};

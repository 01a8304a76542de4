import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Client } from './client.js';
import { givenCallOff } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenLead, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import {
  givenRecordedUsage,
  givenUsage,
  givenUsageKey,
  postUsage,
  sendUsage,
  usageEvent,
} from './given/metering.js';
import { Stack } from './stack.js';

interface CallOff {
  readonly id: string;
  readonly reference: string;
}

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let manager: Client;
let admin: Client;
let otherAdmin: Client;
let callOff: CallOff;
let otherCallOff: CallOff;
let meterId: string;
let key: { id: string; secret: string };

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-15');
  lead = await givenLead(stack);
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const rules = [{ bodyId: ashbeck.bodyId }, { bodyId: fenhollow.bodyId }];
  const { frameworkId, lotId } = await givenFramework(catalogue, rules);
  const starters = {
    code: 'starters.set-up',
    title: 'Starters',
    unit: 'starter',
    price: { model: 'PER_UNIT', unit: '12.00' },
  };
  const { offeringId, meterIds } = await givenOffering(catalogue, lotId, { meters: [payslips, starters] });
  meterId = meterIds[0] ?? '';
  await givenAgreementVersion(catalogue, frameworkId);
  for (const member of [ashbeck, fenhollow])
    await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
  callOff = await givenCallOff(ashbeck, offeringId);
  otherCallOff = await givenCallOff(fenhollow, offeringId);
  manager = await lead.as('LEAD_SERVICE_MANAGER');
  admin = await ashbeck.as('TENANT_ADMIN');
  otherAdmin = await fenhollow.as('TENANT_ADMIN');
  key = await givenUsageKey(admin, [callOff.id]);
}, 120_000);

afterAll(async () => {
  await stack.stop();
});

const lines = (...events: unknown[]): string => events.map((event) => JSON.stringify(event)).join('\n');
const byDay = async (client: Client, callOffId: string, month = '2026-05') =>
  (
    await client.ok<{ usageByDay: { day: string; quantity: string; events: number }[] }>(
      'query($callOffId: ID!, $month: String!) { usageByDay(callOffId: $callOffId, month: $month) { day meterId quantity events } }',
      { callOffId, month },
    )
  ).usageByDay;
const totalOf = async (client: Client, callOffId: string, day: string): Promise<string> =>
  (await byDay(client, callOffId)).find((row) => row.day === day)?.quantity ?? '0';
const codesOf = async (client: Client, query: string, variables: object): Promise<readonly string[]> =>
  (await client.send(query, variables)).errors.map(({ extensions }) => extensions.code);

describe('POST /v1/usage', () => {
  it('answers a receipt that the member and the lead authority can see, down to the record', async () => {
    const event = usageEvent({ time: '2026-05-01T09:00:00Z', quantity: '2.50' });
    const answer = await postUsage(stack.url, key.secret, {
      body: lines(event, event, { ...event, data: { quantity: '3' } }, 'x'),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      ...{
        number: 1,
        accepted: 1,
        duplicate: 1,
        quarantined: 0,
        held: [],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      rejected: [
        {
          index: 2,
          code: 'USAGE_DUPLICATE',
          message: `Usage record ${event.id} was already received with different values (data.quantity).`,
        },
        { index: 3, code: 'USAGE_EVENT_INVALID', message: 'event: must be a JSON object.' },
      ],
      receipts: [
        {
          ...{
            member: ashbeck.bodyId,
            lead: lead.bodyId,
            number: 1,
            accepted: 1,
            duplicate: 1,
            quarantined: 0,
            rejected: 2,
          },
          digest: answer.body.digest,
        },
      ],
    });
    for (const client of [admin, manager]) {
      const { usageReceipts } = await client.ok<{ usageReceipts: { edges: { node: object }[] } }>(
        '{ usageReceipts(first: 1) { edges { node { number memberId leadId usageKeyId personId accepted duplicate quarantined rejected digest } } } }',
      );
      expect(usageReceipts.edges.map(({ node }) => node)).toEqual([
        {
          ...{
            number: '1',
            memberId: ashbeck.bodyId,
            leadId: lead.bodyId,
            usageKeyId: key.id,
            personId: null,
          },
          ...{ accepted: 1, duplicate: 1, quarantined: 0, rejected: 2, digest: answer.body.digest },
        },
      ]);
      expect(await byDay(client, callOff.id)).toEqual([
        { day: '2026-05-01', meterId, quantity: '2.5', events: 1 },
      ]);
      const { usageRecords } = await client.ok<{
        usageRecords: { edges: { node: object }[]; pageInfo: object };
      }>(
        `query($callOffId: ID!, $meterId: ID!) { usageRecords(callOffId: $callOffId, meterId: $meterId, month: "2026-05") {
          edges { node { name { source eventId } day quantity delta receiptNumber corrects { eventId } countedOn { number } } } pageInfo { hasNextPage } } }`,
        { callOffId: callOff.id, meterId },
      );
      const record = {
        ...{ day: '2026-05-01', quantity: '2.5', delta: '2.5', receiptNumber: '1', corrects: null },
        // Not billed yet; and nothing of bills is told to somebody who reads no invoices.
        countedOn: client === admin ? [] : null,
      };
      expect(usageRecords).toEqual({
        edges: [{ node: { name: { source: 'payroll', eventId: event.id }, ...record } }],
        pageInfo: { hasNextPage: false },
      });
    }
  });

  it('takes lines, arrays, batches and single events, and gzip', async () => {
    const forms: [string, string][] = [
      ['application/x-ndjson; charset=utf-8', lines(usageEvent(), usageEvent())],
      ['application/json', JSON.stringify([usageEvent(), usageEvent()])],
      ['application/json', JSON.stringify(usageEvent())],
      ['application/cloudevents-batch+json', JSON.stringify([usageEvent()])],
      ['application/cloudevents+json', JSON.stringify(usageEvent())],
    ];
    let accepted = 0;
    for (const [type, body] of forms)
      for (const gzip of [false, true]) {
        const headers = { 'content-type': type, ...(gzip ? { 'content-encoding': 'gzip' } : {}) };
        const answer = await postUsage(stack.url, key.secret, {
          body: gzip ? gzipSync(body) : body,
          headers,
        });
        expect([answer.status, answer.body.rejected]).toEqual([200, []]);
        accepted += answer.body.accepted;
        expect(answer.body.accepted + answer.body.duplicate).toBe(body.split('"specversion"').length - 1);
      }
    expect(accepted).toBe(7);
  });

  it('refuses what it cannot read, in one shape, and nothing changes', async () => {
    const revoked = await givenUsageKey(admin, [callOff.id]);
    await admin.ok(
      'mutation($input: UsageKeyRevokeInput!) { usageKeyRevoke(input: $input) { usageKey { state } userErrors { code message } } }',
      {
        input: { usageKeyId: revoked.id },
      },
    );
    const body = lines(usageEvent());
    const type = (value: string) => ({ 'content-type': value });
    const gzip = { 'content-encoding': 'gzip' };
    const big = Buffer.alloc(20 * 1024 * 1024 + 1, ' ');
    const cases: [number, string, string | null, Parameters<typeof postUsage>[2]][] = [
      [401, 'USAGE_KEY_REQUIRED', null, { body }],
      [401, 'USAGE_KEY_REQUIRED', 'x', { body }],
      [401, 'USAGE_KEY_REQUIRED', `auk_00000000_${'A'.repeat(43)}`, { body }],
      [401, 'USAGE_KEY_REQUIRED', revoked.secret, { body }],
      [401, 'USAGE_KEY_REQUIRED', admin.token, { body }],
      [400, 'KEY_IN_ADDRESS', null, { body, query: `?access_token=${key.secret}` }],
      [400, 'KEY_IN_ADDRESS', key.secret, { body, query: `?key=${key.secret}` }],
      [415, 'UNSUPPORTED_TYPE', key.secret, { body, headers: type('text/plain') }],
      [415, 'UNSUPPORTED_TYPE', key.secret, { body, headers: type('application/json; charset=latin1') }],
      [415, 'UNSUPPORTED_TYPE', key.secret, { body, headers: { 'content-encoding': 'br' } }],
      [400, 'BAD_REQUEST', key.secret, { body: '[{', headers: type('application/json') }],
      [400, 'BAD_REQUEST', key.secret, { body: '[]', headers: type('application/json') }],
      [400, 'BAD_REQUEST', key.secret, { body: '' }],
      [400, 'BAD_REQUEST', key.secret, { body: Buffer.from([0x7b, 0xff, 0x7d]) }],
      [400, 'BAD_REQUEST', key.secret, { body, headers: gzip }],
      [400, 'BAD_REQUEST', key.secret, { body: gzipSync(body).subarray(0, 60), headers: gzip }],
      [413, 'TOO_LARGE', key.secret, { body: '0\n'.repeat(10_001) }],
      [413, 'TOO_LARGE', key.secret, { body: big }],
      [413, 'TOO_LARGE', key.secret, { body: gzipSync(big), headers: gzip }],
    ];
    const before = await stack.fingerprint();
    for (const [status, code, secret, request] of cases) {
      const answer = await postUsage(stack.url, secret, request);
      const error = {
        message: expect.stringMatching(/\.$/),
        extensions: { code, requestId: answer.headers.get('x-request-id') },
      };
      expect({ code, status: answer.status, body: answer.body }).toEqual({
        code,
        status,
        body: { errors: [error] },
      });
      expect(JSON.stringify(answer.body)).not.toContain(key.secret);
    }
    expect(await stack.fingerprint()).toBe(before);
    const wrongMethod = await fetch(`${stack.url}/v1/usage`, {
      headers: { authorization: `Bearer ${key.secret}` },
    });
    expect(wrongMethod.status).toBe(404);
  });

  it("a key writes for its own member's call-offs alone", async () => {
    const before = await byDay(otherAdmin, otherCallOff.id);
    const answer = await sendUsage(stack.url, key.secret, [usageEvent({ calloff: otherCallOff.reference })]);
    expect(answer.held.map(({ code }) => code)).toEqual(['USAGE_CALLOFF_UNKNOWN']);
    expect(await byDay(otherAdmin, otherCallOff.id)).toEqual(before);
    expect(answer.receipts.map(({ member }) => member)).toEqual([ashbeck.bodyId]);
  });

  it("a service manager's key sorts a batch by member", async () => {
    const shared = await givenUsageKey(manager, [callOff.id, otherCallOff.id], { source: 'service-desk' });
    const event = (calloff?: string) =>
      usageEvent({ source: 'service-desk', time: '2026-05-03T09:00:00Z', ...(calloff ? { calloff } : {}) });
    const answer = await sendUsage(stack.url, shared.secret, [
      event(callOff.reference),
      event(otherCallOff.reference),
      event(otherCallOff.id),
      event(),
    ]);
    expect([answer.number, answer.accepted, answer.held.map(({ index, code }) => [index, code])]).toEqual([
      null,
      3,
      [[3, 'USAGE_CALLOFF_AMBIGUOUS']],
    ]);
    expect(answer.receipts.map(({ member, accepted }) => [member, accepted]).sort()).toEqual(
      [
        [ashbeck.bodyId, 1],
        [fenhollow.bodyId, 2],
        [lead.bodyId, 0],
      ].sort(),
    );
    expect(await totalOf(otherAdmin, otherCallOff.id, '2026-05-03')).toBe('2');
  });

  it('the same batch many times at once is counted once', async () => {
    const events = Array.from({ length: 20 }, () => usageEvent({ time: '2026-05-04T09:00:00Z' }));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sendUsage(stack.url, key.secret, events)),
    );
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(20);
    expect(new Set(answers.map(({ number }) => number)).size).toBe(8);
    expect(await totalOf(admin, callOff.id, '2026-05-04')).toBe('20');
  });
});

describe('usage keys', () => {
  const list =
    'query { usageKeys { edges { node { id prefix label source state leadId callOffIds lastUsedAt } } } }';
  interface Keys {
    usageKeys: { edges: { node: { id: string; prefix: string; state: string } }[] };
  }

  it('are listed without their secrets, to their own body in its own capacity alone', async () => {
    const mine = await admin.ok<Keys>(list);
    const found = mine.usageKeys.edges.map(({ node }) => node).find(({ id }) => id === key.id);
    expect(found).toEqual({
      ...{
        id: key.id,
        prefix: key.secret.slice(0, 12),
        label: 'Payroll system',
        source: 'payroll',
        state: 'LIVE',
      },
      ...{ leadId: lead.bodyId, callOffIds: [callOff.id], lastUsedAt: expect.stringMatching(/^2026-05-15T/) },
    });
    expect(JSON.stringify(mine)).not.toContain(key.secret.slice(13));
    for (const client of [otherAdmin, manager]) {
      const { usageKeys } = await client.ok<Keys>(list);
      expect(usageKeys.edges.map(({ node }) => node.id)).not.toContain(key.id);
    }
    expect(await codesOf(await ashbeck.as('TENANT_FINANCE'), list, {})).toEqual(['ROLE_REQUIRED']);
  });

  it('are made and revoked only by those who may', async () => {
    const create =
      'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { secret userErrors { code } } }';
    const revoke =
      'mutation($input: UsageKeyRevokeInput!) { usageKeyRevoke(input: $input) { usageKey { state } userErrors { code } } }';
    const input = {
      label: 'Mine',
      source: 'x',
      callOffIds: [otherCallOff.id],
      expiresOn: '2026-12-31',
      idempotencyKey: randomUUID(),
    };
    const before = await stack.fingerprint();
    expect(await codesOf(admin, create, { input })).toEqual(['NOT_FOUND']);
    expect(await codesOf(await ashbeck.as('TENANT_CLIENT_LEAD'), create, { input })).toEqual([
      'ROLE_REQUIRED',
    ]);
    expect(
      await admin.refusedWith(create, {
        input: { ...input, callOffIds: [callOff.id], expiresOn: '2027-05-16' },
      }),
    ).toEqual(['KEY_EXPIRY_TOO_LONG']);
    expect(await codesOf(otherAdmin, revoke, { input: { usageKeyId: key.id } })).toEqual(['NOT_FOUND']);
    expect(await codesOf(manager, revoke, { input: { usageKeyId: key.id } })).toEqual(['NOT_FOUND']);
    expect(await stack.fingerprint()).toBe(before);
    expect((await sendUsage(stack.url, key.secret, [usageEvent()])).accepted).toBe(1);
  });

  it('a repeated request answers the same key without its secret', async () => {
    const create =
      'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { usageKey { id } secret userErrors { code } } }';
    const input = {
      label: 'Once',
      source: 'once',
      callOffIds: [callOff.id],
      expiresOn: '2026-12-31',
      idempotencyKey: randomUUID(),
    };
    interface Made {
      usageKeyCreate: { usageKey: { id: string }; secret: string | null };
    }
    const first = await admin.ok<Made>(create, { input });
    const second = await admin.ok<Made>(create, { input });
    expect(first.usageKeyCreate.secret).toMatch(/^auk_/);
    expect(second.usageKeyCreate).toMatchObject({ usageKey: first.usageKeyCreate.usageKey, secret: null });
    expect(await admin.refusedWith(create, { input: { ...input, label: 'Twice' } })).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
  });
});

describe('usage that a person records', () => {
  const record = `mutation($input: UsageRecordInput!) { usageRecord(input: $input) {
    usageRecord { name { source eventId } day quantity delta corrects { eventId } } userErrors { code message path } } }`;

  it('counts at once, and a correction replaces it', async () => {
    const clientLead = await ashbeck.as('TENANT_CLIENT_LEAD');
    const usage = { callOffId: callOff.id, meterId, quantity: '100', usedOn: '2026-05-06' };
    const name = await givenRecordedUsage(clientLead, usage);
    expect(await totalOf(admin, callOff.id, '2026-05-06')).toBe('100');
    const input = {
      ...usage,
      quantity: '98.5',
      usedOn: '2026-05-07',
      corrects: name,
      idempotencyKey: randomUUID(),
    };
    const { usageRecord } = await manager.ok<{ usageRecord: { usageRecord: object } }>(record, { input });
    expect(usageRecord.usageRecord).toMatchObject({
      day: '2026-05-06',
      quantity: '98.5',
      delta: '-1.5',
      corrects: { eventId: name.eventId },
    });
    await manager.ok(record, { input });
    expect(await totalOf(admin, callOff.id, '2026-05-06')).toBe('98.5');
  });

  it('is refused with what is wrong, and nothing changes', async () => {
    const clientLead = await ashbeck.as('TENANT_CLIENT_LEAD');
    const refused = async (changes: object) => {
      const input = {
        callOffId: callOff.id,
        meterId,
        quantity: '1',
        usedOn: '2026-05-06',
        idempotencyKey: randomUUID(),
        ...changes,
      };
      return clientLead.refusedWith(record, { input });
    };
    const before = await stack.fingerprint();
    expect(await refused({ quantity: '-1' })).toEqual(['QUANTITY_NEGATIVE']);
    expect(await refused({ usedOn: '2026-05-16' })).toEqual(['USAGE_FUTURE']);
    expect(await refused({ usedOn: '2026-03-31' })).toEqual(['USAGE_OUTSIDE_CALLOFF']);
    expect(await refused({ corrects: { source: 'payroll', eventId: 'a\u0000' } })).toEqual([
      'USAGE_CORRECTS_UNKNOWN',
    ]);
    expect(await refused({ callOffId: otherCallOff.id })).toEqual(['NOT_FOUND']);
    expect(await refused({ meterId: meterId.replace(/.{4}$/, '0000') })).toEqual(['NOT_FOUND']);
    expect(
      await codesOf(admin, record, {
        input: {
          callOffId: callOff.id,
          meterId,
          quantity: '1',
          usedOn: '2026-05-06',
          idempotencyKey: randomUUID(),
        },
      }),
    ).toEqual(['ROLE_REQUIRED']);
    expect(await stack.fingerprint()).toBe(before);
  });
});

describe('quarantine', () => {
  const list = `query($state: QuarantineState, $memberId: ID) { quarantine(state: $state, memberId: $memberId, first: 100) {
    edges { node { id memberId name { eventId } type quantity callOff reasonCode reason state resolution } } } }`;
  const release =
    'mutation($input: QuarantineReleaseInput!) { quarantineRelease(input: $input) { quarantined { state resolution } userErrors { code message } } }';
  const reject =
    'mutation($input: QuarantineRejectInput!) { quarantineReject(input: $input) { quarantined { state resolution } userErrors { code message } } }';
  interface Row {
    readonly id: string;
    readonly name: { readonly eventId: string };
    readonly reasonCode: string;
    readonly state: string;
  }
  const rowsOf = async (client: Client, variables: object = {}): Promise<readonly Row[]> =>
    (await client.ok<{ quarantine: { edges: { node: Row }[] } }>(list, variables)).quarantine.edges.map(
      ({ node }) => node,
    );

  it('is seen by the member and the lead authority, put right and released, or rejected', async () => {
    const events = ['unknown', 'stray'].map((id) =>
      usageEvent({ id, type: 'payslips.procesed', time: '2026-05-08T09:00:00Z', quantity: '4' }),
    );
    const answer = await sendUsage(stack.url, key.secret, events);
    expect(answer.held).toEqual([
      { index: 0, code: 'METER_UNKNOWN', message: '"payslips.procesed" is not a meter of this call-off.' },
      { index: 1, code: 'METER_UNKNOWN', message: '"payslips.procesed" is not a meter of this call-off.' },
    ]);
    const rows = new Map(
      (await rowsOf(manager, { state: 'HELD', memberId: ashbeck.bodyId })).map((row) => [
        row.name.eventId,
        row,
      ]),
    );
    expect(rows.get('unknown')).toMatchObject({
      memberId: ashbeck.bodyId,
      type: 'payslips.procesed',
      quantity: '4',
      reasonCode: 'METER_UNKNOWN',
    });
    expect((await rowsOf(admin)).map(({ name }) => name.eventId)).toEqual(
      expect.arrayContaining(['unknown', 'stray']),
    );
    expect((await rowsOf(otherAdmin)).map(({ name }) => name.eventId)).not.toContain('unknown');

    const quarantineId = rows.get('unknown')?.id;
    expect(await codesOf(admin, release, { input: { quarantineId } })).toEqual(['ROLE_REQUIRED']);
    expect(await manager.refusedWith(release, { input: { quarantineId } })).toEqual([
      'QUARANTINE_STILL_REFUSED',
    ]);
    const released = await manager.ok(release, {
      input: { quarantineId, meterCode: 'payslips.processed', note: 'Misspelt' },
    });
    expect(released).toMatchObject({
      quarantineRelease: { quarantined: { state: 'RELEASED', resolution: 'Misspelt' } },
    });
    expect(await manager.refusedWith(release, { input: { quarantineId } })).toEqual(['STATE_NOT_ALLOWED']);
    expect(
      await manager.refusedWith(reject, { input: { quarantineId: rows.get('stray')?.id, reason: ' ' } }),
    ).toEqual(['FIELD_REQUIRED']);
    const rejected = await manager.ok(reject, {
      input: { quarantineId: rows.get('stray')?.id, reason: 'Sent by a test system' },
    });
    expect(rejected).toMatchObject({
      quarantineReject: { quarantined: { state: 'REJECTED', resolution: 'Sent by a test system' } },
    });
    expect(await totalOf(admin, callOff.id, '2026-05-08')).toBe('4');
    expect((await sendUsage(stack.url, key.secret, events)).duplicate).toBe(2);
    expect(await totalOf(admin, callOff.id, '2026-05-08')).toBe('4');
  });

  it('what was of nobody goes to the member that a service manager finds', async () => {
    const shared = await givenUsageKey(manager, [callOff.id, otherCallOff.id], { source: 'lost-and-found' });
    await sendUsage(stack.url, shared.secret, [
      usageEvent({ id: 'lost', source: 'lost-and-found', time: '2026-05-09T09:00:00Z' }),
    ]);
    const row = (await rowsOf(manager, { state: 'HELD', memberId: lead.bodyId })).find(
      ({ name }) => name.eventId === 'lost',
    );
    expect(row?.reasonCode).toBe('USAGE_CALLOFF_AMBIGUOUS');
    await manager.ok(release, { input: { quarantineId: row?.id, callOffId: otherCallOff.id } });
    expect(await totalOf(otherAdmin, otherCallOff.id, '2026-05-09')).toBe('1');
  });
});

describe("another member's usage", () => {
  it('answers as if it were not there', async () => {
    await givenUsage(stack.url, key.secret, [usageEvent()]);
    const days = 'query($callOffId: ID!) { usageByDay(callOffId: $callOffId, month: "2026-05") { day } }';
    const records =
      'query($callOffId: ID!, $meterId: ID!) { usageRecords(callOffId: $callOffId, meterId: $meterId, month: "2026-05") { edges { node { day } } } }';
    for (const callOffId of [callOff.id, `cof_${randomUUID().replaceAll('-', '')}`, 'cof_x']) {
      expect(await codesOf(otherAdmin, days, { callOffId })).toEqual(['NOT_FOUND']);
      expect(await codesOf(otherAdmin, records, { callOffId, meterId })).toEqual(['NOT_FOUND']);
    }
    expect(
      await codesOf(admin, 'query($id: ID!) { usageByDay(callOffId: $id, month: "2026-13") { day } }', {
        id: callOff.id,
      }),
    ).toEqual(['MONTH_FORMAT']);
    const { usageReceipts } = await otherAdmin.ok<{
      usageReceipts: { edges: { node: { memberId: string } }[] };
    }>('{ usageReceipts(first: 100) { edges { node { memberId } } } }');
    expect(new Set(usageReceipts.edges.map(({ node }) => node.memberId))).toEqual(
      new Set([fenhollow.bodyId]),
    );
  });

  it('pages go on where they stopped', async () => {
    interface Page {
      usageReceipts: {
        edges: { node: { number: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const page =
      'query($after: String) { usageReceipts(first: 3, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }';
    const numbers: number[] = [];
    for (let after: string | null = null; ;) {
      const { usageReceipts }: Page = await admin.ok<Page>(page, { after });
      numbers.push(...usageReceipts.edges.map(({ node }) => Number(node.number)));
      if (!usageReceipts.pageInfo.hasNextPage) break;
      after = usageReceipts.pageInfo.endCursor;
    }
    expect(numbers.length).toBeGreaterThan(3);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
    const forged = Buffer.from(JSON.stringify(['x', "'; --", 'y', 'z'])).toString('base64url');
    expect(await codesOf(admin, page, { after: forged })).toEqual(['NOT_FOUND']);
  });
});

describe('a database that does not answer', () => {
  it('asks the sender to come again, and takes the same batch then', async () => {
    const url = new URL(stack.database.adminUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const elsewhere = new pg.Client({ connectionString: url.href });
    await elsewhere.connect();
    const body = lines(usageEvent({ time: '2026-05-12T09:00:00Z' }));
    try {
      await elsewhere.query(`alter database "${name}" allow_connections false`);
      await elsewhere.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        name,
      ]);
      const answer = await postUsage(stack.url, key.secret, { body });
      expect([
        answer.status,
        answer.headers.get('retry-after'),
        answer.body.errors?.[0]?.extensions.code,
      ]).toEqual([503, '5', 'UNAVAILABLE']);
    } finally {
      await elsewhere.query(`alter database "${name}" allow_connections true`);
      await elsewhere.end();
    }
    expect((await postUsage(stack.url, key.secret, { body })).body.accepted).toBe(1);
    expect(await totalOf(admin, callOff.id, '2026-05-12')).toBe('1');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering } from './given/catalogue.js';
import { givenLead, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership, seeOptIn } from './given/membership.js';
import { Stack } from './stack.js';

const mutation = (name: string, fields = '') =>
  `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let client: Client;
let frameworkId: string;
let offeringIds: readonly string[];
let optInId: string;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-01');
  lead = await givenLead(stack);
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  client = await ashbeck.as('TENANT_CLIENT_LEAD');
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  const rules = [{ bodyId: ashbeck.bodyId }, { bodyId: fenhollow.bodyId }];
  const framework = await givenFramework(manager, rules, {
    ceiling: '250000.00',
    directAwardLimit: '200000.00',
  });
  frameworkId = framework.frameworkId;
  const made: string[] = [];
  for (const title of ['Payroll Core', 'Service Desk', 'Contact Centre', 'Recruitment'])
    made.push((await givenOffering(manager, framework.lotId, { title })).offeringId);
  offeringIds = made;
  await givenAgreementVersion(manager, frameworkId);
  ({ optInId } = await givenMembership(lead, ashbeck, { frameworkId, offeringIds: made }));
  await givenMembership(lead, fenhollow, { frameworkId, offeringIds: made });
}, 120_000);

afterAll(async () => {
  await stack.stop();
});

const awardInput = (index: number, change: object = {}) => ({
  offeringId: offeringIds[index],
  startsOn: '2026-05-01',
  endsOn: '2027-04-30',
  value: '10000.00',
  idempotencyKey: randomUUID(),
  ...change,
});
const messagesOf = async (who: Client, name: string, input: object): Promise<readonly string[]> => {
  const before = await stack.fingerprint();
  const { data, errors } = await who.send<
    Record<string, { userErrors: { message: string; path: string[] }[] } | null>
  >(mutation(name), { input });
  expect(await stack.fingerprint()).toBe(before);
  const said = data?.[name]?.userErrors.map(({ message, path }) => [...path, message].join(' ')) ?? [];
  return [...errors.map(({ extensions }) => extensions.code), ...said];
};

describe('a call-off', () => {
  let callOffId: string;

  it('is awarded with its record, which the lead authority sees too', async () => {
    const { callOffAward } = await client.ok<{
      callOffAward: { callOff: { id: string; reference: string } };
    }>(
      mutation(
        'callOffAward',
        'callOff { id reference revision state memberName leadName offeringTitle startsOn endsOn value { amount currency } optInId }',
      ),
      { input: awardInput(0, { value: '120000.5' }) },
    );
    callOffId = callOffAward.callOff.id;
    expect(callOffAward.callOff).toEqual({
      id: expect.stringMatching(/^cof_[0-9a-f]{32}$/),
      reference: 'CO-000001-01',
      revision: 1,
      state: 'LIVE',
      memberName: 'Ashbeck Borough Council',
      leadName: 'Northmere County Council',
      offeringTitle: 'Payroll Core',
      startsOn: '2026-05-01',
      endsOn: '2027-04-30',
      value: { amount: '120000.50', currency: 'GBP' },
      optInId,
    });
    const query = `query($id: ID!) { callOff(id: $id) { reference complianceRecord { route noticeReference frameworkTitle lotTitle eligibility
      eligibilityReasons { code sentence } ceiling { amount } committedBefore { amount } committedAfter { amount } decisionReference decidedBy
      decisionPublishedOn decisionEffectiveOn callInExemptReason optInReference agreementSha256 } } }`;
    const { reference } = await seeOptIn(client, optInId);
    const record = {
      reference: 'CO-000001-01',
      complianceRecord: {
        route: 'DIRECT_AWARD',
        noticeReference: '2026/S 000-012345',
        frameworkTitle: 'Shared corporate services',
        lotTitle: 'Payroll',
        eligibility: 'ELIGIBLE',
        eligibilityReasons: [
          { code: 'NAMED', sentence: 'Ashbeck Borough Council is named in notice 2026/S 000-012345.' },
        ],
        ceiling: { amount: '250000.00' },
        committedBefore: { amount: '0.00' },
        committedAfter: { amount: '120000.50' },
        decisionReference: 'CAB/26/041',
        decidedBy: 'Cabinet',
        decisionPublishedOn: '2026-03-02',
        decisionEffectiveOn: '2026-03-10',
        callInExemptReason: null,
        optInReference: reference,
        agreementSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    };
    for (const who of [client, await ashbeck.as('TENANT_AUDITOR'), await lead.as('LEAD_SERVICE_MANAGER')])
      expect((await who.ok<{ callOff: object }>(query, { id: callOffId })).callOff).toEqual(record);
    const stranger = await fenhollow.as('TENANT_ADMIN');
    expect(
      (await stranger.send(query, { id: callOffId })).errors.map(({ extensions }) => extensions.code),
    ).toEqual(['NOT_FOUND']);
  });

  it('is one for a service and a day', async () => {
    expect(
      await messagesOf(
        client,
        'callOffAward',
        awardInput(0, { startsOn: '2027-04-30', endsOn: '2028-04-29' }),
      ),
    ).toEqual([
      'startsOn You already have Payroll Core from 1 May 2026 to 30 April 2027 (CO-000001-01). Choose a start date after that or vary the existing call-off.',
    ]);
  });

  it('keeps to the limits of lot and framework, and to the ceiling', async () => {
    const bad = { startsOn: '2026-01-31', endsOn: '2031-02-01', value: '200000.01' };
    expect(await messagesOf(client, 'callOffAward', awardInput(1, bad))).toEqual([
      'startsOn The start date must be no more than 3 months ago.',
      'endsOn The term can be up to 60 months, including extensions.',
      'value Direct award on this lot is limited to £200,000. Choose a different route or a smaller scope.',
    ]);
    expect(await messagesOf(client, 'callOffAward', awardInput(1, { value: '129999.51' }))).toEqual([
      'This call-off is worth £129,999.51. The framework has £129,999.50 left of its £250,000 ceiling. Reduce the value or contact the framework team.',
    ]);
    expect(await messagesOf(client, 'callOffAward', awardInput(1, { value: '-5' }))).toEqual([
      'value The value must be £0.01 or more.',
    ]);
    expect(await messagesOf(await ashbeck.as('TENANT_FINANCE'), 'callOffAward', awardInput(1))).toEqual([
      'ROLE_REQUIRED',
    ]);
    expect(await messagesOf(await lead.as('LEAD_APPROVER'), 'callOffAward', awardInput(1))).toEqual([
      'ROLE_REQUIRED',
    ]);
  });

  it('is awarded once for a key', async () => {
    const input = awardInput(1);
    const award = async () =>
      (
        await client.ok<{ callOffAward: { callOff: { id: string } } }>(
          mutation('callOffAward', 'callOff { id }'),
          { input },
        )
      ).callOffAward.callOff.id;
    const first = await award();
    expect(await award()).toBe(first);
    expect(await messagesOf(client, 'callOffAward', { ...input, value: '1.00' })).toEqual([
      'idempotencyKey This idempotency key was already used with different values for: value. Use a new key for a new request.',
    ]);
  });

  it('takes turns at the ceiling with those of other members', async () => {
    const other = await fenhollow.as('TENANT_CLIENT_LEAD');
    const attempts = [client, client, other, other].map((who, index) => {
      const input = awardInput(index % 2 === 0 ? 2 : 3, { value: '45000.00' });
      return who.send<{ callOffAward: { userErrors: { code: string }[] } }>(mutation('callOffAward'), {
        input,
      });
    });
    const answers = await Promise.all(attempts);
    expect(
      answers.flatMap(({ data }) => data?.callOffAward.userErrors.map(({ code }) => code) ?? ['?']),
    ).toEqual(['CEILING_EXCEEDED', 'CEILING_EXCEEDED']);
    const { framework } = await client.ok<{ framework: { ceiling: { committed: { amount: string } } } }>(
      'query($id: ID!) { framework(id: $id) { ceiling { committed { amount } } } }',
      { id: frameworkId },
    );
    expect(framework.ceiling.committed.amount).toBe('220000.50');
  });

  it('has purchase orders', async () => {
    const finance = await ashbeck.as('TENANT_FINANCE');
    await givenPurchaseOrder(ashbeck, callOffId, {
      number: '4500012345',
      value: '1200.00',
      endsOn: '2026-12-31',
    });
    const record = (change: object) => ({ callOffId, idempotencyKey: randomUUID(), ...change });
    expect(await messagesOf(finance, 'purchaseOrderRecord', record({ number: '4500012345' }))).toEqual([
      'number Purchase order 4500012345 is already recorded.',
    ]);
    expect(await messagesOf(finance, 'purchaseOrderRecord', record({}))).toEqual([
      'number Enter the purchase order number.',
    ]);
    expect(
      await messagesOf(finance, 'purchaseOrderRecord', record({ isExempt: true, number: '1', value: '5' })),
    ).toEqual([
      'number The purchase order number is not part of this request. Remove it and try again.',
      'value The value is not part of this request. Remove it and try again.',
    ]);
    expect(
      await messagesOf(await fenhollow.as('TENANT_FINANCE'), 'purchaseOrderRecord', record({ number: '1' })),
    ).toEqual(['NOT_FOUND']);
    await givenPurchaseOrder(ashbeck, callOffId, { isExempt: true, startsOn: '2027-01-01' });
    const { callOff } = await finance.ok<{ callOff: { purchaseOrders: { edges: { node: object }[] } } }>(
      'query($id: ID!) { callOff(id: $id) { purchaseOrders { edges { node { number isExempt value { amount } startsOn endsOn } } } } }',
      { id: callOffId },
    );
    expect(callOff.purchaseOrders.edges.map(({ node }) => node)).toEqual([
      { number: null, isExempt: true, value: null, startsOn: '2027-01-01', endsOn: null },
      {
        number: '4500012345',
        isExempt: false,
        value: { amount: '1200.00' },
        startsOn: '2026-05-01',
        endsOn: '2026-12-31',
      },
    ]);
  });

  it('is listed for its body and for the lead authority', async () => {
    const list = async (who: Client, after: string | null = null) => {
      const { callOffs } = await who.ok<{
        callOffs: {
          edges: { node: { reference: string; memberName: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      }>(
        'query($after: String) { callOffs(first: 1, after: $after) { edges { node { reference memberName } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      return callOffs;
    };
    const all = async (who: Client) => {
      const found: string[] = [];
      for (let page = await list(who); ; page = await list(who, page.pageInfo.endCursor)) {
        found.push(...page.edges.map(({ node }) => `${node.reference} ${node.memberName}`));
        if (!page.pageInfo.hasNextPage) return found;
      }
    };
    const own = await all(client);
    const theirs = await all(await fenhollow.as('TENANT_ADMIN'));
    expect(own.at(-1)).toBe('CO-000001-01 Ashbeck Borough Council');
    expect(own.length + theirs.length).toBe(4);
    expect(theirs.every((line) => line.endsWith('Fenhollow Borough Council'))).toBe(true);
    expect([...(await all(await lead.as('LEAD_APPROVER')))].sort()).toEqual([...own, ...theirs].sort());
    expect(
      (await client.send('query { callOffs(after: "bm90IGEgY3Vyc29y") { edges { cursor } } }')).errors[0]
        ?.extensions.code,
    ).toBe('CURSOR_INVALID');
  });

  it('runs its term by the clock', async () => {
    const now = async () => {
      const who = await ashbeck.as('TENANT_CLIENT_LEAD');
      const { callOff } = await who.ok<{
        callOff: { state: string; noticeMonths: number; earliestLeaveOn: string };
      }>('query($id: ID!) { callOff(id: $id) { state noticeMonths earliestLeaveOn } }', { id: callOffId });
      return [callOff.state, callOff.noticeMonths, callOff.earliestLeaveOn];
    };
    const { id } = await givenCallOff(ashbeck, offeringIds[0] ?? '', {
      startsOn: '2027-05-01',
      endsOn: '2027-10-31',
      value: '100.00',
    });
    callOffId = id;
    expect(await now()).toEqual(['AWARDED', 6, '2026-11-01']);
    await stack.setClock('2027-05-01');
    expect(await now()).toEqual(['LIVE', 6, '2027-10-31']);
    await stack.setClock('2027-11-01');
    expect(await now()).toEqual(['EXPIRED', 6, '2027-10-31']);
  });
});

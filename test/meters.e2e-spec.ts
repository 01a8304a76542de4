import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '#libs/kernel';
import { parseCalculation, rateLine, ratedLineToJson } from '#libs/pricing';
import type { Client } from './client.js';
import { givenBilledMonth, seeInvoices } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, type GivenMeter } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, sendUsage, usageEvent } from './given/metering.js';
import { Stack } from './stack.js';

const seats: GivenMeter = {
  ...{ code: 'seats.open', title: 'Seats open at once', unit: 'seat', aggregation: 'MAX' },
  price: { model: 'VOLUME', tiers: [{ upTo: '50', unit: '3.00' }, { unit: '2.50' }] },
};
const people: GivenMeter = {
  ...{ code: 'people.helped', title: 'People helped', unit: 'person', aggregation: 'UNIQUE' },
  price: { model: 'PER_UNIT', unit: '12.00' },
};

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let catalogue: Client;
let finance: Client;
let meterIds: readonly string[];
let callOffId: string;
let secret: string;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [{ bodyId: ashbeck.bodyId }]);
  const offering = await givenOffering(catalogue, lotId, { meters: [seats, people] });
  ({ meterIds } = offering);
  await givenAgreementVersion(catalogue, frameworkId);
  await givenMembership(lead, ashbeck, { frameworkId, offeringIds: [offering.offeringId] });
  ({ id: callOffId } = await givenCallOff(ashbeck, offering.offeringId));
  await givenPurchaseOrder(ashbeck, callOffId, { number: 'PO-77', startsOn: '2026-04-01' });
  ({ secret } = await givenUsageKey(await ashbeck.as('TENANT_ADMIN'), [callOffId]));
}, 180_000);

afterAll(() => stack.stop());

const open = (time: string, quantity: string, more: object = {}) =>
  usageEvent({ type: 'seats.open', time, quantity, ...more });
const helped = (time: string, value: string, more: object = {}) =>
  usageEvent({ type: 'people.helped', time, value, ...more });

interface Line {
  readonly id: string;
  readonly description: string;
  readonly net: { readonly amount: string };
  readonly working: { readonly quantity: string; readonly events: number; readonly calculationJson: string };
}
const linesOf = async (invoiceId: string): Promise<readonly Line[]> => {
  const { invoice } = await finance.ok<{ invoice: { lines: { edges: { node: Line }[] } } }>(
    'query($id: ID!) { invoice(id: $id) { lines(first: 10) { edges { node { id description net { amount } working { quantity events calculationJson } } } } } }',
    { id: invoiceId },
  );
  return invoice.lines.edges.map(({ node }) => node);
};
interface Usage {
  readonly usageOfMonth: readonly { meterId: string; quantity: string; events: number }[];
  readonly usageByDay: readonly { meterId: string; day: string; quantity: string }[];
}
const usageIn = async (month: string) => {
  const usage = await finance.ok<Usage>(
    'query($id: ID!, $month: String!) { usageOfMonth(callOffId: $id, month: $month) { meterId quantity events } usageByDay(callOffId: $id, month: $month) { meterId day quantity } }',
    { id: callOffId, month },
  );
  const nameOf = (meterId: string) => ['seats', 'people'][meterIds.indexOf(meterId)];
  return [
    ...usage.usageOfMonth.map(
      ({ meterId, quantity, events }) => `${nameOf(meterId)} ${quantity} of ${events}`,
    ),
    ...usage.usageByDay.map(({ meterId, day, quantity }) => `${nameOf(meterId)} ${day} ${quantity}`),
  ].sort();
};

describe('a meter of the highest and one of different people', () => {
  it('says how it is read, which is for good', async () => {
    const { offering } = await catalogue.ok<{ offering: { meters: object[] } }>(
      'query($id: ID!) { offering(id: $id) { meters { title aggregation } } }',
      { id: (await callOff()).offeringId },
    );
    expect(offering.meters).toEqual([
      { title: 'Seats open at once', aggregation: 'MAX' },
      { title: 'People helped', aggregation: 'UNIQUE' },
    ]);
  });

  it('has a price for whole months', async () => {
    const add = (startsOn: string) =>
      catalogue.refusedWith(
        'mutation($input: PriceVersionAddInput!) { priceVersionAdd(input: $input) { userErrors { code message } } }',
        {
          input: {
            ...{ meterId: meterIds[0], startsOn, price: { model: 'PER_UNIT', unit: '2' } },
            idempotencyKey: randomUUID(),
          },
        },
      );
    expect(await add('2028-05-02')).toEqual(['PRICE_MID_MONTH']);
  });

  it('takes what it needs, refuses what lacks it, and keeps no value in clear', async () => {
    await stack.setClock('2026-04-29');
    await givenUsage(stack.url, secret, [
      open('2026-04-03T09:00:00Z', '40'),
      open('2026-04-14T09:00:00Z', '64', { id: 'peak' }),
      open('2026-04-14T11:00:00Z', '52'),
      helped('2026-04-03T09:00:00Z', 'QQ123456C'),
      helped('2026-04-14T09:00:00Z', 'QQ123456C'),
      helped('2026-04-14T09:30:00Z', 'QQ654321A'),
    ]);
    const refused = await sendUsage(stack.url, secret, [
      usageEvent({ type: 'people.helped', time: '2026-04-03T09:00:00Z' }),
      { ...open('2026-04-03T09:00:00Z', '1'), data: {} },
    ]);
    expect(refused.rejected.map(({ index, message }) => `${index} ${message}`)).toEqual([
      '0 data.value: must be text of 1 to 200 characters that tells one counted from another.',
      '1 data.quantity: must be a decimal number as text, like "12.5".',
    ]);
    finance = await ashbeck.as('TENANT_FINANCE');
    expect(await usageIn('2026-04')).toEqual([
      ...['people 2 of 3', 'people 2026-04-03 1', 'people 2026-04-14 2'],
      ...['seats 2026-04-03 40', 'seats 2026-04-14 64', 'seats 64 of 3'],
    ]);
  });

  it('is billed for the month as a whole, and each line leads to its records', async () => {
    await stack.setClock('2026-05-05');
    await givenBilledMonth(stack, lead, '2026-04');
    finance = await ashbeck.as('TENANT_FINANCE');
    const [april] = await seeInvoices(finance);
    const lines = await linesOf(april?.id ?? '');
    expect(lines.map(({ description, net, working }) => [description, net.amount, working.quantity])).toEqual(
      [
        ['Payroll Core: Seats open at once, April 2026', '160.00', '64'],
        ['Payroll Core: People helped, April 2026', '24.00', '2'],
      ],
    );
    for (const { working, net } of lines) {
      const read = parseCalculation(JSON.parse(working.calculationJson));
      expect(read.ok && ratedLineToJson(rateLine(read.value)).net).toBe(net.amount);
    }
    const records = async (line: Line | undefined) => {
      const { invoiceLineRecords } = await finance.ok<{
        invoiceLineRecords: {
          edges: { node: { day: string; quantity: string; valueDigest: string | null } }[];
        };
      }>(
        'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id, first: 10) { edges { node { day quantity valueDigest } } } }',
        { id: line?.id },
      );
      return invoiceLineRecords.edges.map(({ node }) => node);
    };
    expect((await records(lines[0])).map(({ quantity }) => quantity).sort()).toEqual(['40', '52', '64']);
    const leadId = fromPublicId('body', lead.bodyId);
    const digest = (value: string) =>
      createHash('sha256')
        .update(JSON.stringify(['accede-usage-value', 1, leadId, value]))
        .digest('hex');
    expect((await records(lines[1])).map(({ valueDigest }) => valueDigest).sort()).toEqual(
      [digest('QQ123456C'), digest('QQ123456C'), digest('QQ654321A')].sort(),
    );
  });

  it('is put right on the next bill, by hand too', async () => {
    await givenUsage(stack.url, secret, [
      open('2026-05-04T09:00:00Z', '0', { corrects: 'peak' }),
      open('2026-05-01T09:00:00Z', '10'),
    ]);
    const staff = await ashbeck.as('TENANT_CLIENT_LEAD');
    const record = (value: string | null) => ({
      input: {
        ...{ callOffId, meterId: meterIds[1], usedOn: '2026-04-30', value },
        idempotencyKey: randomUUID(),
      },
    });
    const usageRecord =
      'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { usageRecord { quantity } userErrors { code message path } } }';
    expect(await staff.refusedWith(usageRecord, record(null))).toEqual(['FIELD_REQUIRED']);
    await staff.ok(usageRecord, record('QQ999999B'));
    await stack.setClock('2026-06-02');
    await givenBilledMonth(stack, lead, '2026-05');
    finance = await ashbeck.as('TENANT_FINANCE');
    const [may] = await seeInvoices(finance);
    expect(
      (await linesOf(may?.id ?? '')).map(({ description, net }) => `${description} ${net.amount}`),
    ).toEqual([
      'Payroll Core: People helped, April 2026 (change since it was billed) 12.00',
      'Payroll Core: Seats open at once, May 2026 30.00',
    ]);
    const { creditNotes } = await finance.ok<{ creditNotes: { edges: { node: object }[] } }>(
      'query { creditNotes { edges { node { net { amount } reason } } } }',
    );
    // 52 seats at £2.50 instead of 64.
    expect(creditNotes.edges.map(({ node }) => node)).toEqual([
      { net: { amount: '30.00' }, reason: 'What was used in April 2026 comes to less than was billed.' },
    ]);
    expect((await usageIn('2026-04')).filter((words) => words.includes(' of '))).toEqual([
      'people 3 of 4',
      'seats 52 of 2',
    ]);
  });
});

const callOff = async (): Promise<{ offeringId: string }> => {
  const client = await ashbeck.as('TENANT_FINANCE');
  const seen = await client.ok<{ callOff: { offeringId: string } }>(
    'query($id: ID!) { callOff(id: $id) { offeringId } }',
    { id: callOffId },
  );
  return seen.callOff;
};

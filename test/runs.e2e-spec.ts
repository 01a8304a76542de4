import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDataPack, recomputePack } from '#libs/pricing';
import type { Client } from './client.js';
import { givenApprovedRun, givenIssuedRun, givenRun } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { Stack } from './stack.js';

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let callOffId: string;
let use: (time: string, quantity: string) => Promise<unknown>;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [{ bodyId: ashbeck.bodyId }]);
  const { offeringId } = await givenOffering(catalogue, lotId, { meters: [payslips] });
  await givenAgreementVersion(catalogue, frameworkId);
  await givenMembership(lead, ashbeck, { frameworkId, offeringIds: [offeringId] });
  callOffId = (await givenCallOff(ashbeck, offeringId)).id;
  const { secret } = await givenUsageKey(await ashbeck.as('TENANT_ADMIN'), [callOffId]);
  use = (time, quantity) => givenUsage(stack.url, secret, [usageEvent({ id: randomUUID(), time, quantity })]);
}, 180_000);

afterAll(() => stack.stop());

const mutation = (name: string): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation($input: ${input}!) { ${name}(input: $input) { userErrors { code message } } }`;
};
const refused = async (client: Client, name: string, input: object): Promise<readonly string[]> => {
  const before = await stack.fingerprint();
  const codes = await client.refusedWith(mutation(name), { input });
  expect(await stack.fingerprint()).toBe(before);
  return codes;
};
const split = (percents: readonly string[]) => ({
  callOffId,
  fromMonth: '2026-04',
  shares: percents.map((percent, index) => ({ costCentre: `CC${index}`, percent })),
  idempotencyKey: randomUUID(),
});

interface SeenInvoice {
  readonly id: string;
  readonly forOrder: string | null;
  readonly net: { readonly amount: string };
  readonly warnings: readonly { readonly message: string }[];
}
const INVOICES =
  'query($runId: ID) { invoices(runId: $runId) { edges { node { id forOrder net { amount } warnings { message } } } } }';
const invoicesOf = async (client: Client, runId?: string): Promise<readonly SeenInvoice[]> => {
  const answer = await client.ok<{ invoices: { edges: { node: SeenInvoice }[] } }>(INVOICES, { runId });
  return answer.invoices.edges.map(({ node }) => node);
};
const packOf = async ({ token }: Client, id: string, format: 'json' | 'csv'): Promise<string> => {
  const response = await fetch(`${stack.url}/v1/invoices/${id}.${format}`, {
    headers: { authorization: `Bearer ${token ?? ''}` },
  });
  expect(response.status).toBe(200);
  return response.text();
};

describe('the run and the shape of the invoice', () => {
  it('carries a small bill on with a note, and shows how far a run is', async () => {
    await stack.setClock('2026-05-06');
    await use('2026-04-10T09:00:00Z', '1');
    const approver = await lead.as('LEAD_FINANCE_APPROVER');
    const preparer = await lead.as('LEAD_FINANCE_PREPARER');
    expect(await refused(preparer, 'smallestInvoiceSet', { smallestInvoice: '25' })).toEqual([
      'ROLE_REQUIRED',
    ]);
    expect(await refused(approver, 'smallestInvoiceSet', { smallestInvoice: '1000.01' })).toEqual([
      'TOO_BIG',
    ]);
    await approver.ok(mutation('smallestInvoiceSet'), { input: { smallestInvoice: '25.00' } });
    const { id } = await givenRun(stack, lead, '2026-04');
    const { billingRun, smallestInvoice } = await preparer.ok<{
      billingRun: object;
      smallestInvoice: object;
    }>(
      'query($id: ID!) { billingRun(id: $id) { state done waiting parked secondsToGo draftsSha256 members { edges { node { state reason } } } } smallestInvoice { amount } }',
      { id },
    );
    expect(smallestInvoice).toEqual({ amount: '25.00' });
    expect(billingRun).toEqual({
      ...{ state: 'PREPARED', done: 1, waiting: 0, parked: 0, secondsToGo: null, draftsSha256: null },
      members: { edges: [{ node: { state: 'DONE', reason: '£4.42 carried to May' } }] },
    });
    expect(await refused(preparer, 'billingRunStop', { billingRunId: id })).toEqual(['STATE_NOT_ALLOWED']);
    expect(await refused(preparer, 'billingRunRetry', { billingRunId: id })).toEqual([
      'RUN_NOTHING_TO_APPROVE',
    ]);
    expect(await refused(approver, 'billingRunRetry', { billingRunId: id })).toEqual(['ROLE_REQUIRED']);
    const finance = await ashbeck.as('TENANT_FINANCE');
    const { billingPreview } = await finance.ok<{ billingPreview: object[] }>(
      'query { billingPreview(month: "2026-04") { carried { amount } net { amount } invoices { forOrder net { amount } } } }',
    );
    expect(billingPreview).toEqual([
      {
        ...{ carried: { amount: '4.42' }, net: { amount: '4.42' } },
        invoices: [{ forOrder: null, net: { amount: '4.42' } }],
      },
    ]);
  });

  it('makes one invoice for each purchase order, warns of one that runs out, and charges it when it is issued', async () => {
    await givenPurchaseOrder(ashbeck, callOffId, {
      number: 'PO-APRIL',
      value: '100.00',
      endsOn: '2026-04-30',
    });
    await givenPurchaseOrder(ashbeck, callOffId, {
      number: 'PO-MAY',
      value: '40.00',
      startsOn: '2026-05-01',
    });
    const finance = await ashbeck.as('TENANT_FINANCE');
    const stranger = await givenMember(stack, { body: 'INV-FENHOLLOW' });
    const choice = { leadId: lead.bodyId, grouping: 'PER_ORDER' };
    expect(await refused(await stranger.as('TENANT_FINANCE'), 'invoiceGroupingChoose', choice)).toEqual([
      'NOT_FOUND',
    ]);
    await finance.ok(mutation('invoiceGroupingChoose'), { input: choice });
    const { invoiceGroupings } = await finance.ok<{ invoiceGroupings: object[] }>(
      '{ invoiceGroupings { leadId grouping } }',
    );
    expect(invoiceGroupings).toEqual([{ leadId: lead.bodyId, grouping: 'PER_ORDER' }]);

    await stack.setClock('2026-06-05');
    await use('2026-05-10T09:00:00Z', '10');
    const { id: runId } = await givenRun(stack, lead, '2026-05');
    const drafts = await invoicesOf(await lead.as('LEAD_FINANCE_PREPARER'), runId);
    expect(drafts.map(({ forOrder, net, warnings }) => [forOrder, net.amount, warnings]).sort()).toEqual([
      ['PO-APRIL', '4.42', []],
      ['PO-MAY', '44.20', [{ message: 'PO PO-MAY has £40 left. This invoice is £44.20.' }]],
    ]);
    const warned = stack.mailbox.mails().find(({ subject }) => subject.startsWith('Before '));
    expect(warned?.text).toContain('PO PO-MAY has £40 left. This invoice is £44.20.');
    await givenApprovedRun(lead, runId);
    await givenIssuedRun(lead, runId);
    const { callOff } = await (
      await ashbeck.as('TENANT_FINANCE')
    ).ok<{ callOff: { purchaseOrders: { edges: { node: object }[] } } }>(
      'query($id: ID!) { callOff(id: $id) { purchaseOrders { edges { node { number state charged { amount } left { amount } } } } } }',
      { id: callOffId },
    );
    expect(callOff.purchaseOrders.edges.map(({ node }) => node)).toEqual([
      { number: 'PO-MAY', state: 'USED', charged: { amount: '44.20' }, left: { amount: '-4.20' } },
      { number: 'PO-APRIL', state: 'EXPIRED', charged: { amount: '4.42' }, left: { amount: '95.58' } },
    ]);
  });

  it('splits each line over the member’s own cost centres, which the lead authority does not see', async () => {
    const finance = await ashbeck.as('TENANT_FINANCE');
    const preparer = await lead.as('LEAD_FINANCE_PREPARER');
    expect(await refused(finance, 'costSplitRecord', split(['60', '38.5']))).toEqual(['APPORTION_SUM']);
    expect(await refused(preparer, 'costSplitRecord', split(['100']))).toEqual(['ROLE_REQUIRED']);
    await finance.ok(mutation('costSplitRecord'), { input: split(['66.67', '33.33']) });
    const invoice = (await invoicesOf(finance)).find(({ forOrder }) => forOrder === 'PO-APRIL');
    const id = invoice?.id ?? '';
    const query =
      'query($id: ID!) { invoice(id: $id) { lines { edges { node { costSplit { costCentre percent net { amount } } } } } callOffs { costSplits { shares { costCentre } } } } }';
    expect((await finance.ok<{ invoice: object }>(query, { id })).invoice).toEqual({
      lines: {
        edges: [
          {
            node: {
              costSplit: [
                { costCentre: 'CC0', percent: '66.67', net: { amount: '2.95' } },
                { costCentre: 'CC1', percent: '33.33', net: { amount: '1.47' } },
              ],
            },
          },
        ],
      },
      callOffs: [{ costSplits: [{ shares: [{ costCentre: 'CC0' }, { costCentre: 'CC1' }] }] }],
    });
    expect((await preparer.ok<{ invoice: object }>(query, { id })).invoice).toEqual({
      lines: { edges: [{ node: { costSplit: [] } }] },
      callOffs: [{ costSplits: [] }],
    });
    const pack = JSON.parse(await packOf(finance, id, 'json')) as { lines: { costSplit?: object[] }[] };
    expect(pack.lines[0]?.costSplit).toEqual([
      { costCentre: 'CC0', subjectiveCode: '', percent: '66.67', net: '2.95' },
      { costCentre: 'CC1', subjectiveCode: '', percent: '33.33', net: '1.47' },
    ]);
    // The open calculator takes it as it is.
    expect(isDataPack(pack)).toBe(true);
    expect(recomputePack(pack).ok).toBe(true);
    const rows = (await packOf(finance, id, 'csv')).trim().split('\r\n');
    expect(rows.slice(1).map((row) => row.split(',').slice(-4))).toEqual([
      ['CC0', '', '66.67', '2.95'],
      ['CC1', '', '33.33', '1.47'],
    ]);
    for (const format of ['json', 'csv'] as const)
      expect(await packOf(preparer, id, format)).not.toContain('CC0');
  });
});

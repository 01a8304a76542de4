import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { givenApprovedRun, givenIssuedRun, givenRun, seeInvoices } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, type GivenMeter } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenReturn } from './given/metering.js';
import { Stack } from './stack.js';

const visits: GivenMeter = {
  ...{ code: 'desk-visits', title: 'Desk visits', unit: 'visit', fedBy: 'RETURN' },
  price: { model: 'PER_UNIT', unit: '2.00' },
};

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let manager: Client;
let preparer: Client;
let approver: Client;
let meterId: string;
let callOffs: { readonly id: string; readonly reference: string }[];

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  const stourley = await givenMember(stack, { body: 'INV-STOURLEY' });
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [
    { bodyId: ashbeck.bodyId },
    { bodyId: stourley.bodyId },
  ]);
  const offering = await givenOffering(catalogue, lotId, { meters: [visits] });
  meterId = offering.meterIds[0] ?? '';
  await givenAgreementVersion(catalogue, frameworkId);
  callOffs = [];
  for (const member of [ashbeck, stourley]) {
    await givenMembership(lead, member, { frameworkId, offeringIds: [offering.offeringId] });
    const callOff = await givenCallOff(member, offering.offeringId);
    await givenPurchaseOrder(member, callOff.id, { isExempt: true, startsOn: '2026-04-01' });
    callOffs.push(callOff);
  }
}, 180_000);
afterAll(() => stack.stop());

const ofAshbeck = () => callOffs[0]?.id ?? '';
const ofStourley = () => callOffs[1]?.id ?? '';
/** A session ends after hours; the clock moves by weeks. */
const goTo = async (date: string): Promise<void> => {
  await stack.setClock(date);
  manager = await lead.as('LEAD_SERVICE_MANAGER');
  preparer = await lead.as('LEAD_FINANCE_PREPARER');
  approver = await lead.as('LEAD_FINANCE_APPROVER');
};
const errorsOf = async (client: Client, name: string, input: object): Promise<readonly string[]> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { code message } } }`;
  const answer = await client.send<Record<string, { userErrors: { code: string; message: string }[] }>>(
    text,
    {
      input,
    },
  );
  return [
    ...answer.errors.map(({ extensions }) => extensions.code),
    ...(answer.data?.[name]?.userErrors ?? []).map(({ code, message }) => `${code}: ${message}`),
  ];
};
const prepare = (month: string) =>
  errorsOf(preparer, 'billingRunPrepare', { month, idempotencyKey: randomUUID() });
interface Seen {
  readonly callOffReference: string;
  readonly state: string;
  readonly missing: boolean;
  readonly dueOn: string;
  readonly versions: readonly { readonly version: number; readonly state: string; readonly nil: boolean }[];
}
const returnsIn = async (client: Client, month: string): Promise<readonly string[]> => {
  const { usageReturns } = await client.ok<{ usageReturns: { edges: { node: Seen }[] } }>(
    'query($month: String!) { usageReturns(month: $month) { edges { node { callOffReference state missing dueOn versions { version state nil } } } } }',
    { month },
  );
  return usageReturns.edges.map(
    ({ node }) =>
      `${node.callOffReference} ${node.state} ${node.missing} ${node.dueOn} ${node.versions.map(({ version, state, nil }) => `${version}${nil ? ' nil' : ''} ${state}`).join(', ')}`,
  );
};
const linesOf = async (runId: string): Promise<readonly string[]> => {
  const [invoice] = await seeInvoices(preparer, { runId });
  if (!invoice) return [];
  const { invoice: found } = await preparer.ok<{
    invoice: {
      lines: {
        edges: { node: { id: string; net: { amount: string }; working: { quantity: string } } }[];
      };
    };
  }>(
    'query($id: ID!) { invoice(id: $id) { lines(first: 10) { edges { node { id net { amount } working { quantity } } } } } }',
    { id: invoice.id },
  );
  const lines: string[] = [];
  for (const { node } of found.lines.edges) {
    const { invoiceLineRecords } = await preparer.ok<{
      invoiceLineRecords: { edges: { node: { name: { source: string; eventId: string } } }[] };
    }>(
      'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id) { edges { node { name { source eventId } } } } }',
      { id: node.id },
    );
    const names = invoiceLineRecords.edges.map(({ node: { name } }) => `${name.source} ${name.eventId}`);
    lines.push(`${node.working.quantity} ${node.net.amount} by ${names.join(', ')}`);
  }
  return lines;
};

describe('a meter that is fed by usage returns', () => {
  it('holds up the bills of its month until each return is filed or excused', async () => {
    await goTo('2026-05-09');
    const [first, second] = callOffs.map(({ reference }) => reference);
    expect(await prepare('2026-04')).toEqual([
      'RUN_INCOMPLETE: 2 usage returns are missing for April 2026. Chase them or mark each as no usage.',
    ]);
    expect(
      (await preparer.ok<{ billingRuns: { edges: unknown[] } }>('{ billingRuns { edges { cursor } } }'))
        .billingRuns.edges,
    ).toEqual([]);
    expect(await returnsIn(manager, '2026-04')).toEqual([
      `${first} LATE true 2026-05-08 `,
      `${second} LATE true 2026-05-08 `,
    ]);
    await givenReturn(manager, ofAshbeck(), '2026-04', { [meterId]: '118' });
    expect(await prepare('2026-04')).toEqual([
      'RUN_INCOMPLETE: 1 usage return is missing for April 2026. Chase them or mark each as no usage.',
    ]);
    const excuse = { callOffId: ofStourley(), month: '2026-04', kind: 'NO_USAGE', reason: 'Opens in May.' };
    expect(await errorsOf(preparer, 'usageReturnExcuse', excuse)).toEqual(['ROLE_REQUIRED']);
    expect(await errorsOf(approver, 'usageReturnExcuse', excuse)).toEqual([]);
    expect(await returnsIn(manager, '2026-04')).toEqual([
      `${first} VALIDATED false 2026-05-08 1 VALIDATED`,
      `${second} LATE false 2026-05-08 `,
    ]);
    // A member sees its own.
    expect(await returnsIn(await ashbeck.as('TENANT_FINANCE'), '2026-04')).toEqual([
      `${first} VALIDATED false 2026-05-08 1 VALIDATED`,
    ]);
  });

  it('is billed by its figure, and the line leads to the return', async () => {
    const { id } = await givenRun(stack, lead, '2026-04');
    expect(await linesOf(id)).toEqual([`118 236.00 by usage return ${ofAshbeck()}/2026-04/desk-visits/1`]);
    await givenApprovedRun(lead, id);
    await givenIssuedRun(lead, id);
    expect((await returnsIn(manager, '2026-04'))[0]).toMatch(/ LOCKED false /);
    const filed = { callOffId: ofAshbeck(), month: '2026-04', idempotencyKey: randomUUID() };
    expect(await errorsOf(manager, 'usageReturnFileNil', filed)).toEqual([
      'PERIOD_CLOSED: April 2026 is closed. Submit a correction and it will appear on the next invoice.',
    ]);
  });

  it('is put right by the service team alone, and the difference goes to the next bill', async () => {
    await goTo('2026-06-02');
    const replacement = (version: number) => ({
      ...{ callOffId: ofAshbeck(), month: '2026-04', version, reason: 'A desk was left out.' },
      figures: [{ meterId, quantity: '120' }],
      idempotencyKey: randomUUID(),
    });
    expect(await errorsOf(approver, 'usageReturnReplace', replacement(1))).toEqual([
      'RETURN_NOT_YOURS: Only the service team that filed this return can change it. Send it back with a note.',
    ]);
    expect(await errorsOf(manager, 'usageReturnReplace', replacement(1))).toEqual([]);
    expect((await errorsOf(manager, 'usageReturnReplace', replacement(1)))[0]).toMatch(/^STATE_CHANGED/);
    const content = callOffs.map(({ reference }) => `${reference},desk-visits,5`).join('\n');
    const upload = (text: string) =>
      errorsOf(manager, 'usageReturnsUpload', {
        ...{ month: '2026-05', content: `call-off,meter,quantity\n${text}` },
        idempotencyKey: randomUUID(),
      });
    expect(await upload(`${content}\nCO-999999,desk-visits,1`)).toEqual([
      'IMPORT_REJECTED: Row 4, call-off: "CO-999999" is no call-off that needs a return for this month.',
    ]);
    expect((await returnsIn(manager, '2026-05')).map((line) => line.split(' ')[1])).toEqual(['DUE', 'DUE']);
    expect(await upload(content)).toEqual([]);
    const { id } = await givenRun(stack, lead, '2026-05');
    const bills: string[] = [];
    for (const { id: invoiceId } of await seeInvoices(preparer, { runId: id })) {
      const { invoice } = await preparer.ok<{
        invoice: { lines: { edges: { node: { period: { start: string }; net: { amount: string } } }[] } };
      }>(
        'query($id: ID!) { invoice(id: $id) { lines(first: 10) { edges { node { period { start } net { amount } } } } } }',
        { id: invoiceId },
      );
      bills.push(
        invoice.lines.edges
          .map(({ node }) => `${node.period.start} ${node.net.amount}`)
          .sort()
          .join(', '),
      );
    }
    expect(bills.sort()).toEqual(['2026-04-01 4.00, 2026-05-01 10.00', '2026-05-01 10.00']);
  });

  it('leaves receipts that can be checked', async () => {
    const finance = await ashbeck.as('TENANT_FINANCE');
    const { usageReceiptCheck } = await finance.ok<{
      usageReceiptCheck: { digestMatches: boolean; receipt: { number: string; source: string } };
    }>(
      'query($memberId: ID!, $leadId: ID!) { usageReceiptCheck(memberId: $memberId, leadId: $leadId, number: "2") { digestMatches receipt { number source } } }',
      { memberId: ashbeck.bodyId, leadId: lead.bodyId },
    );
    expect(usageReceiptCheck).toEqual({
      digestMatches: true,
      receipt: { number: '2', source: 'usage return' },
    });
  });
});

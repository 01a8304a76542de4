import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { givenBilledMonth, givenIssuedCreditNote, type SeenInvoice } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenDispute, givenDisputeMove, linesOf } from './given/disputes.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { Stack } from './stack.js';

interface Money {
  readonly amount: string;
}
interface Seen {
  readonly state: string;
  readonly availableActions: readonly string[];
  readonly outstanding: Money;
  readonly disputed: Money;
  readonly bridge: {
    readonly start: Money;
    readonly end: Money;
    readonly rows: readonly {
      readonly kind: string;
      readonly amount: Money;
      readonly quantityBefore: string;
      readonly quantityAfter: string;
      readonly meterTitle: string;
    }[];
  } | null;
  readonly disputes: readonly {
    readonly state: string;
    readonly steps: readonly { readonly state: string; readonly personName: string }[];
    readonly creditNotes: readonly { readonly id: string; readonly number: string | null }[];
  }[];
}
const INVOICE = `query($id: ID!) { invoice(id: $id) { state availableActions outstanding { amount } disputed { amount }
  bridge { start { amount } end { amount } rows { kind amount { amount } quantityBefore quantityAfter meterTitle } }
  disputes { state steps { state personName } creditNotes { id number } } } }`;

let stack: Stack;
let lead: Lead;
let member: Member;
let key: string;
let april: SeenInvoice;

const see = async (client: Client, { id }: SeenInvoice): Promise<Seen> =>
  (await client.ok<{ invoice: Seen }>(INVOICE, { id })).invoice;
const finance = (): Promise<Client> => member.as('TENANT_FINANCE');
const preparer = (): Promise<Client> => lead.as('LEAD_FINANCE_PREPARER');
const use = (time: string, quantity: string) =>
  givenUsage(stack.url, key, [usageEvent({ id: randomUUID(), time, quantity })]);
const bill = async (month: string): Promise<SeenInvoice> => {
  const { invoices } = await givenBilledMonth(stack, lead, month);
  const [invoice] = invoices;
  if (!invoice) throw new Error(`nothing was billed for ${month}`);
  return invoice;
};

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  member = await givenMember(stack, { body: 'INV-STOURLEY' });
  await givenLeadDetails(lead);
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(manager, [{ bodyId: member.bodyId }]);
  const { offeringId } = await givenOffering(manager, lotId, { meters: [payslips] });
  await givenAgreementVersion(manager, frameworkId);
  await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
  const callOff = await givenCallOff(member, offeringId);
  await givenPurchaseOrder(member, callOff.id);
  key = (await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id])).secret;
  await stack.setClock('2026-05-06');
  await use('2026-04-10T09:00:00Z', '1180');
  april = await bill('2026-04');
}, 120_000);
afterAll(() => stack?.stop());

describe('a line of an invoice', () => {
  it('is disputed by the member, conceded in part, and credited; both sides see what was done', async () => {
    const [line = ''] = await linesOf(await finance(), april.id);
    expect((await see(await finance(), april)).availableActions).toEqual(['DISPUTE']);
    const dispute = await givenDispute(await finance(), line, { net: '44.20' });
    expect(await see(await finance(), april)).toMatchObject({
      state: 'PART_DISPUTED',
      disputed: { amount: '53.04' },
    });
    await givenDisputeMove(await preparer(), 'ReviewStart', dispute);
    await givenDisputeMove(await preparer(), 'Decide', dispute, {
      ...{ decision: 'PART_UPHELD', net: '4.42', outcome: 'CONCESSION', reason: 'One was a test' },
    });
    const [before] = (await see(await finance(), april)).disputes;
    expect(before).toMatchObject({ state: 'PART_UPHELD', creditNotes: [] });
    const [seen] = (await see(await preparer(), april)).disputes;
    await givenIssuedCreditNote(lead, seen?.creditNotes[0]?.id ?? '');
    for (const client of [await finance(), await preparer()]) {
      const after = await see(client, april);
      expect(after).toMatchObject({ state: 'ISSUED', disputed: { amount: '0.00' } });
      expect(after.disputes[0]?.creditNotes.map(({ number }) => number)).toEqual([
        expect.stringMatching(/^NORTH-CRN-|^[A-Z]+-/),
      ]);
      expect(after.disputes[0]?.steps.map(({ state }) => state)).toEqual([
        'OPEN',
        'UNDER_REVIEW',
        'PART_UPHELD',
      ]);
      expect(after.disputes[0]?.steps.every(({ personName }) => personName.length > 0)).toBe(true);
    }
    await stack.jobsDone();
  });

  it('is disputed in time only, but an error is reported later', async () => {
    await stack.setClock('2026-06-06');
    const [line = ''] = await linesOf(await finance(), april.id);
    const { data } = await (
      await finance()
    ).send<{ disputeRaise: { userErrors: { code: string; message: string; path: string[] }[] } }>(
      'mutation($input: DisputeRaiseInput!) { disputeRaise(input: $input) { userErrors { code message path } } }',
      { input: { invoiceLineId: line, net: '1.00', reason: 'Late', idempotencyKey: randomUUID() } },
    );
    expect(data?.disputeRaise.userErrors).toEqual([
      {
        code: 'DISPUTE_LATE',
        message:
          'Disputes can be raised up to 30 days after you receive the invoice. You can still report an error.',
        path: ['kind'],
      },
    ]);
    const report = await givenDispute(await finance(), line, { kind: 'ERROR_REPORT' });
    expect((await see(await finance(), april)).disputed).toEqual({ amount: '0.00' });
    await givenDisputeMove(await finance(), 'Withdraw', report);
  });
});

describe('the next bill', () => {
  it('says why it differs, can be voided by somebody else, and is billed again', async () => {
    await use('2026-05-10T09:00:00Z', '1228');
    const may = await bill('2026-05');
    const seen = await see(await finance(), may);
    expect(seen.bridge).toEqual({
      start: { amount: '5215.60' },
      end: { amount: '5427.76' },
      rows: [
        {
          ...{ kind: 'VOLUME', amount: { amount: '212.16' }, meterTitle: payslips.title },
          ...{ quantityBefore: '1180', quantityAfter: '1228' },
        },
      ],
    });
    expect((await see(await lead.as('LEAD_FINANCE_APPROVER'), may)).availableActions).toEqual([]);
    const other = await lead.as('LEAD_FINANCE_APPROVER', 'second-approver');
    expect((await see(other, may)).availableActions).toEqual(['VOID']);
    await other.ok(
      'mutation($input: InvoiceVoidInput!) { invoiceVoid(input: $input) { invoice { state voidReason } userErrors { code message } } }',
      { input: { invoiceId: may.id, reason: 'Wrong order number' } },
    );
    expect(await see(await finance(), may)).toMatchObject({ state: 'VOID', outstanding: { amount: '0.00' } });
    const again = await bill('2026-05');
    const live = await see(await finance(), again);
    expect([again.id === may.id, live.state, live.outstanding]).toEqual([
      false,
      'ISSUED',
      { amount: '6513.31' },
    ]);
    expect(live.bridge?.end).toEqual({ amount: '5427.76' });
  });
});

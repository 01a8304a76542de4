import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recomputePack } from '#libs/pricing';
import type { Client } from './client.js';
import { givenBilledMonth, givenDecision, givenDiscount, givenRun } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import {
  givenFramework,
  givenOffering,
  givenVolumeBand,
  payslips,
  type GivenMeter,
} from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, sendUsage, usageEvent } from './given/metering.js';
import { Stack } from './stack.js';

const licences: GivenMeter = {
  ...{ code: 'licences', title: 'Licences', unit: 'licence', charge: 'RECURRING', timing: 'ADVANCE' },
  price: { model: 'PER_UNIT', unit: '30.00' },
};
const setUp: GivenMeter = {
  ...{ code: 'set-up', title: 'Set-up', unit: 'set-up', charge: 'ONE_TIME' },
  price: { model: 'FLAT', amount: '500.00' },
};

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let catalogue: Client;
let finance: Client;
let preparer: Client;
let offeringId: string;
let meterIds: readonly string[];
let callOffId: string;
let secret: string;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-03-20');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [{ bodyId: ashbeck.bodyId }], {
    startsOn: '2026-03-01',
    endsOn: '2030-02-28',
  });
  ({ offeringId, meterIds } = await givenOffering(catalogue, lotId, { meters: [payslips, licences, setUp] }));
  await givenVolumeBand(catalogue, meterIds[0] ?? '', { above: '1000', discount: '5' });
  await givenAgreementVersion(catalogue, frameworkId);
  await givenMembership(lead, ashbeck, { frameworkId, offeringIds: [offeringId] });
  const items = [{ meterId: meterIds[1] ?? '', units: '2' }];
  ({ id: callOffId } = await givenCallOff(ashbeck, offeringId, { startsOn: '2026-04-16', items }));
  await givenPurchaseOrder(ashbeck, callOffId, { number: 'PO-77', startsOn: '2026-04-01' });
  ({ secret } = await givenUsageKey(await ashbeck.as('TENANT_ADMIN'), [callOffId]));
  finance = await ashbeck.as('TENANT_FINANCE');
  preparer = await lead.as('LEAD_FINANCE_PREPARER');
}, 180_000);

afterAll(() => stack.stop());

interface Line {
  readonly description: string;
  readonly charge: string;
  readonly net: { readonly amount: string };
  readonly working: { readonly steps: readonly { readonly label: string }[] };
}
const linesOf = async (who: Client, invoiceId: string): Promise<readonly Line[]> => {
  const { invoice } = await who.ok<{ invoice: { lines: { edges: { node: Line }[] } } }>(
    'query($id: ID!) { invoice(id: $id) { lines(first: 20) { edges { node { description charge net { amount } working { steps { label } } } } } } }',
    { id: invoiceId },
  );
  return invoice.lines.edges.map(({ node }) => node);
};
const brief = (lines: readonly Line[]) =>
  lines.map(
    ({ description, charge, net }) => `${charge} ${description.replace(/^[^:]+: /, '')}: ${net.amount}`,
  );

describe('what a call-off takes', () => {
  it('is in the call-off and in its compliance record', async () => {
    const { callOff } = await finance.ok<{ callOff: object }>(
      'query($id: ID!) { callOff(id: $id) { items { title charge timing units } complianceRecord { items { title units } } } }',
      { id: callOffId },
    );
    expect(callOff).toEqual({
      items: [
        { title: 'Licences', charge: 'RECURRING', timing: 'ADVANCE', units: '2' },
        { title: 'Set-up', charge: 'ONE_TIME', timing: 'ARREARS', units: '1' },
      ],
      complianceRecord: {
        items: [
          { title: 'Licences', units: '2' },
          { title: 'Set-up', units: '1' },
        ],
      },
    });
    await expect(stack.sql('update call_off_item set units = 3')).rejects.toThrow('append-only');
  });

  it('is no metered use, and takes none', async () => {
    await stack.setClock('2026-04-20');
    finance = await ashbeck.as('TENANT_FINANCE');
    const award = {
      offeringId,
      startsOn: '2027-05-01',
      endsOn: '2027-09-30',
      value: '1000.00',
      items: [{ meterId: meterIds[0], units: '1' }],
      idempotencyKey: randomUUID(),
    };
    const clientLead = await ashbeck.as('TENANT_CLIENT_LEAD');
    expect(
      await clientLead.refusedWith(
        'mutation($input: CallOffAwardInput!) { callOffAward(input: $input) { userErrors { code message } } }',
        { input: award },
      ),
    ).toEqual(['UNITS_METERED']);
    const answer = await sendUsage(stack.url, secret, [
      usageEvent({ type: 'licences', time: '2026-04-18T10:00:00Z', quantity: '5' }),
    ]);
    expect([answer.accepted, answer.quarantined]).toEqual([0, 1]);
    const { quarantine } = await finance.ok<{ quarantine: { edges: { node: object }[] } }>(
      'query { quarantine { edges { node { reasonCode } } } }',
    );
    expect(quarantine.edges.map(({ node }) => node)).toEqual([{ reasonCode: 'METER_TAKES_NO_USAGE' }]);
  });

  it('is billed each month in advance by its days, and once, on lines that the calculator recomputes', async () => {
    await givenUsage(stack.url, secret, [usageEvent({ time: '2026-04-18T10:00:00Z', quantity: '1200' })]);
    await stack.setClock('2026-05-04');
    const { invoices } = await givenBilledMonth(stack, lead, '2026-04');
    const lines = await linesOf(await ashbeck.as('TENANT_FINANCE'), invoices[0]?.id ?? '');
    expect(brief(lines).sort()).toEqual([
      'ONE_TIME Set-up, 16 April 2026: 500.00',
      'RECURRING Licences, 16 April 2026 to 30 April 2026: 30.00',
      'RECURRING Licences, May 2026: 60.00',
      'USAGE Payslips, 16 April 2026 to 30 April 2026: 5304.00',
    ]);
    finance = await ashbeck.as('TENANT_FINANCE');
    const pack = await fetch(`${stack.url}/v1/invoices/${invoices[0]?.id}.json`, {
      headers: { authorization: `Bearer ${finance.token}` },
    });
    const again = recomputePack((await pack.json()) as Parameters<typeof recomputePack>[0]);
    expect(again.ok && [again.value.same, again.value.net]).toEqual([true, '5894.00']);
  });
});

describe('a discount', () => {
  const approve =
    'mutation($input: DiscountApproveInput!) { discountApprove(input: $input) { userErrors { code message } } }';

  it('is approved by somebody else, holds alone, and never changes', async () => {
    preparer = await lead.as('LEAD_FINANCE_PREPARER');
    const { me } = await preparer.ok<{ me: { person: { id: string } } }>('query { me { person { id } } }');
    const approver = await lead.as('LEAD_APPROVER');
    await approver.ok(
      'mutation($input: RoleGrantInput!) { roleGrant(input: $input) { userErrors { code message } } }',
      { input: { personId: me.person.id, role: 'LEAD_FINANCE_APPROVER' } },
    );
    const all = await givenDiscount(lead, callOffId, { firstMonth: '2026-05', percent: '10' });
    const one = await givenDiscount(lead, callOffId, { firstMonth: '2026-05', meterId: meterIds[0] ?? null });
    expect(await preparer.refusedWith(approve, { input: { discountId: all } })).toEqual(['SELF_APPROVAL']);
    const seen = 'query { discounts { edges { node { percent } } } }';
    finance = await ashbeck.as('TENANT_FINANCE');
    expect(await finance.ok(seen)).toEqual({ discounts: { edges: [] } });
    await givenDecision(lead, all);
    expect(await finance.ok(seen)).toEqual({ discounts: { edges: [{ node: { percent: '10' } }] } });
    const other = await lead.as('LEAD_FINANCE_APPROVER');
    expect(await other.refusedWith(approve, { input: { discountId: one } })).toEqual(['DISCOUNT_OVERLAP']);
    expect(await other.refusedWith(approve, { input: { discountId: all } })).toEqual(['STATE_NOT_ALLOWED']);
    await givenDecision(lead, one, 'Decline');
    await expect(stack.sql('update discount set percent = 50')).rejects.toThrow('never changes');
    expect(await stack.sql('select percent::text, state from discount order by state')).toEqual([
      { percent: '10', state: 'APPROVED' },
      { percent: '10', state: 'DECLINED' },
    ]);
  });

  it('is taken off what was billed ahead, and with the band of all members off what is used', async () => {
    await givenUsage(stack.url, secret, [usageEvent({ time: '2026-05-02T10:00:00Z', quantity: '100' })]);
    await stack.setClock('2026-06-03');
    const run = await givenRun(stack, lead, '2026-05');
    preparer = await lead.as('LEAD_FINANCE_PREPARER');
    const { invoices, creditNotes } = await preparer.ok<{
      invoices: { edges: { node: { id: string } }[] };
      creditNotes: { edges: { node: { reason: string; net: { amount: string } } }[] };
    }>(
      'query($run: ID!) { invoices(runId: $run) { edges { node { id } } } creditNotes(runId: $run) { edges { node { reason net { amount } } } } }',
      { run: run.id },
    );
    const lines = await linesOf(preparer, invoices.edges[0]?.node.id ?? '');
    // 100 at £4.42, 5% off for everyone, 10% off for this member: 442 × 0.95 × 0.9.
    expect(brief(lines).sort()).toEqual([
      'RECURRING Licences, June 2026: 60.00',
      'USAGE Payslips, May 2026: 377.91',
    ]);
    const used = lines.find(({ charge }) => charge === 'USAGE');
    expect(used?.working.steps.map(({ label }) => label)).toEqual([
      'Units',
      'Volume band over 1,000: 5% off',
      'Discount of 10%',
    ]);
    expect(creditNotes.edges.map(({ node }) => node)).toEqual([
      { reason: 'What is due for May 2026 comes to less than was billed.', net: { amount: '6.00' } },
    ]);
  });

  it('leaves the volume of one member unpublished, and its band in sight', async () => {
    const { offering } = await stack
      .visitor()
      .ok<{ offering: { meters: object[] } }>(
        'query($id: ID!) { offering(id: $id) { meters { volumeBands { above discount reachedIn } volume { total } } } }',
        { id: offeringId },
      );
    expect(offering.meters[0]).toEqual({
      volumeBands: [{ above: '1000', discount: '5', reachedIn: '2026-04' }],
      volume: null,
    });
    expect(await stack.sql('select total::text, published from framework_volume order by month')).toEqual([
      { total: '1200', published: false },
      { total: '1300', published: false },
    ]);
    await expect(stack.sql('update volume_band set discount = 50')).rejects.toThrow('never changes');
  });
});

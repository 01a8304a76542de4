import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenBilledMonth } from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering } from './given/catalogue.js';
import { givenAgreedCost, givenEstimateOfCost } from './given/costs.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { Stack } from './stack.js';

let stack: Stack;
let lead: Lead;
let ashbeck: Member;
let calderwick: Member;
let offeringId: string;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  await givenLeadDetails(lead);
  [ashbeck, calderwick] = [
    await givenMember(stack, { body: 'INV-STOURLEY' }),
    await givenMember(stack, { body: 'INV-CALDERWICK' }),
  ];
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  const members = [ashbeck, calderwick];
  const { frameworkId, lotId } = await givenFramework(
    manager,
    members.map(({ bodyId }) => ({ bodyId })),
  );
  ({ offeringId } = await givenOffering(manager, lotId, { meters: [], costShared: true }));
  await givenAgreementVersion(manager, frameworkId);
  for (const member of members) {
    await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
    const callOff = await givenCallOff(member, offeringId);
    await givenPurchaseOrder(member, callOff.id, { number: 'PO-1', startsOn: '2026-04-01' });
  }
}, 180_000);

afterAll(() => stack.stop());

const call = async (
  answer: Promise<{ data: unknown; errors: readonly { extensions?: { code?: string } }[] }>,
) => {
  const { data, errors } = await answer;
  const payload = Object.values(
    (data ?? {}) as Record<string, { userErrors?: { code: string }[] } | null>,
  )[0];
  return [
    ...errors.map(({ extensions }) => extensions?.code),
    ...(payload?.userErrors ?? []).map(({ code }) => code),
  ];
};
const AGREE =
  'mutation($input: CostSchemeAgreeInput!) { costSchemeAgree(input: $input) { userErrors { code message } } }';

interface Share {
  readonly id: string;
  readonly share: string;
  readonly figure: string;
  readonly figureSource: string;
  readonly amount: { readonly amount: string };
  readonly parts: readonly { readonly day: string; readonly amount: { readonly amount: string } }[];
}

describe('the cost of a service that two councils share', () => {
  it('is proposed, agreed by somebody else, and each council sees its own share and no other', async () => {
    const members = [
      { memberId: ashbeck.bodyId, figure: '77297', source: 'Telephone system of Stourley' },
      { memberId: calderwick.bodyId, figure: '32158', source: 'Telephone system of Calderwick' },
    ];
    const preparer = await lead.as('LEAD_FINANCE_PREPARER');
    const costSchemeId = await givenEstimateOfCost(preparer, offeringId, {
      ...{ cost: '120000.00', basis: 'DRIVER', driver: 'Calls answered', members },
    });
    expect(await call(preparer.send(AGREE, { input: { costSchemeId } }))).toEqual(['ROLE_REQUIRED']);
    await givenAgreedCost(stack, await lead.as('LEAD_FINANCE_APPROVER'), costSchemeId);
    const seen = await preparer.ok<{
      costScheme: { state: string; members: { memberName: string; share: string }[] };
    }>('query($id: ID!) { costScheme(id: $id) { state members { memberName share } } }', {
      id: costSchemeId,
    });
    expect(seen.costScheme.state).toBe('APPLIED');
    expect(seen.costScheme.members.map(({ share }) => share).sort()).toEqual(['29.3801', '70.6199']);

    const finance = await ashbeck.as('TENANT_FINANCE');
    const { costShares } = await finance.ok<{ costShares: { edges: { node: Share }[] } }>(
      '{ costShares(first: 10) { edges { node { id share figure figureSource amount { amount } parts { day amount { amount } } } } } }',
    );
    const [own, ...others] = costShares.edges.map(({ node }) => node);
    expect(others).toEqual([]);
    expect(own).toMatchObject({ share: '70.6199', figure: '77297', amount: { amount: '84743.88' } });
    expect(own?.parts.map(({ amount }) => amount.amount)).toEqual(Array<string>(12).fill('7061.99'));
    const stranger = await calderwick.as('TENANT_FINANCE');
    const query = 'query($id: ID!) { costShare(id: $id) { id } }';
    expect(await call(stranger.send(query, { id: own?.id }))).toEqual(['NOT_FOUND']);
    expect(
      await call(finance.send('query($id: ID!) { costScheme(id: $id) { id } }', { id: costSchemeId })),
    ).toEqual(['ROLE_REQUIRED']);
  });

  it('is billed by the month, and a line leads back to the share', async () => {
    await stack.setClock('2026-05-02');
    await givenBilledMonth(stack, lead, '2026-04');
    const finance = await ashbeck.as('TENANT_FINANCE');
    const { invoices } = await finance.ok<{
      invoices: {
        edges: {
          node: {
            lines: { edges: { node: { id: string; description: string; net: { amount: string } } }[] };
          };
        }[];
      };
    }>(
      '{ invoices(first: 1) { edges { node { lines(first: 5) { edges { node { id description net { amount } } } } } } } }',
    );
    const lines = invoices.edges[0]?.node.lines.edges.map(({ node }) => node) ?? [];
    expect(lines.map(({ description, net }) => `${description} ${net.amount}`)).toEqual([
      'Payroll Core: Share of the cost, April 2026 7061.99',
    ]);
    const { invoiceLineRecords } = await finance.ok<{
      invoiceLineRecords: { edges: { node: { name: { source: string; eventId: string } } }[] };
    }>(
      'query($id: ID!) { invoiceLineRecords(invoiceLineId: $id, first: 5) { edges { node { name { source eventId } } } } }',
      { id: lines[0]?.id },
    );
    const [record] = invoiceLineRecords.edges.map(({ node }) => node.name);
    expect(record?.source).toBe('cost-sharing');
    const [shareId, month] = record?.eventId.split('/') ?? [];
    expect(month).toBe('2026-04');
    const { costShare } = await finance.ok<{ costShare: { version: number; cost: { amount: string } } }>(
      'query($id: ID!) { costShare(id: $id) { version cost { amount } } }',
      { id: shareId },
    );
    expect(costShare).toEqual({ version: 1, cost: { amount: '120000.00' } });
    const { costSharings } = await (
      await lead.as('LEAD_FINANCE_PREPARER')
    ).ok<{
      costSharings: { years: { year: string; charged: object; invoiced: object; actual: object | null }[] }[];
    }>('{ costSharings { years { year charged { amount } invoiced { amount } actual { amount } } } }');
    expect(costSharings.map(({ years }) => years)).toEqual([
      [{ year: '2026/27', charged: { amount: '120000.00' }, invoiced: { amount: '10000.00' }, actual: null }],
    ]);
  });
});

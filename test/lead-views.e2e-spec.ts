import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import {
  givenBilledMonth,
  givenConcession,
  givenDiscount,
  givenIssuedCreditNote,
  givenRun,
} from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenEstimateOfCost } from './given/costs.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenDispute } from './given/disputes.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, sendUsage, usageEvent } from './given/metering.js';
import { committedSchema } from './schema.js';
import { Stack } from './stack.js';

/** Queries that answer something of members: each is recorded. */
const RECORDED = [
  'accountBalances',
  'agreement',
  'agreements',
  'auditTrail',
  'auditVerify',
  'billingPreview',
  'callOff',
  'callOffs',
  'costScheme',
  'creditNote',
  'creditNotes',
  'discounts',
  'dispute',
  'disputes',
  'invoice',
  'invoiceLine',
  'invoiceLineRecords',
  'invoices',
  'lateUsages',
  'optIn',
  'optIns',
  'quarantine',
  'quarantinedUsage',
  'stripeReconciliation',
  'tenantStatement',
  'unusualUsage',
  'usageByDay',
  'usageDaysMissing',
  'usageForecast',
  'usageOfMonth',
  'usageReceiptCheck',
  'usageReceipts',
  'usageRecords',
  'usageReturn',
  'usageReturns',
];
/** All others, each with the reason why nobody is looked at by it. */
const NOT_RECORDED: Readonly<Record<string, string>> = {
  agreementVersions: 'the texts that the lead authority published',
  auditChains: 'names of those with whom it deals, and nothing of what was done',
  billingRun: "the lead authority's own work, and how far it is",
  billingRuns: "the lead authority's own work, and how far it is",
  body: 'the register is public',
  bodySearch: 'the register is public',
  brand: 'how public pages look',
  costShare: 'for tenants alone',
  costShares: 'for tenants alone',
  costSharing: 'sums of all members',
  costSharings: 'sums of all members',
  costYearMembers: 'who has a service, and public populations',
  eligibilityCheck: 'whom a published framework names is public',
  estimate: 'an estimate is nobody’s: whoever has its address may see it',
  framework: 'published',
  firstCallOffStartsOn: 'one day of all members together',
  frameworks: 'published',
  invoiceGroupings: 'for tenants alone',
  leadAuthority: 'its own details',
  leadViews: 'for tenants alone',
  me: 'the caller',
  offering: 'published',
  paymentMethod: 'for tenants alone',
  paymentMethods: 'for tenants alone',
  people: "the caller's colleagues",
  receipt: "money that came into the lead authority's own account",
  rolesThatMay: 'the same for everybody',
  receipts: "money that came into the lead authority's own account",
  sessions: 'the caller',
  lateUsageLimit: 'its own setting',
  smallestInvoice: 'its own setting',
  usageKeys: "the caller's own keys",
};

interface Seen {
  readonly personName: string;
  readonly roleWords: string;
  readonly leadName: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reference: string | null;
  readonly viewedOn: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
}
interface Views {
  readonly leadViews: {
    readonly edges: readonly { readonly node: Seen }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

let stack: Stack;
let lead: Lead;
let otherLead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let auditor: Client;
let ids: Readonly<
  Record<
    | 'optIn'
    | 'agreement'
    | 'callOff'
    | 'reference'
    | 'invoice'
    | 'number'
    | 'line'
    | 'dispute'
    | 'note'
    | 'noteNumber'
    | 'meter'
    | 'quarantine'
    | 'costs',
    string
  >
>;

const VIEWS = `query($leadId: ID, $first: Int, $after: String) { leadViews(leadId: $leadId, first: $first, after: $after) {
  edges { node { personName roleWords leadName subjectKind subjectId reference viewedOn firstAt lastAt times } }
  pageInfo { endCursor hasNextPage } } }`;
const views = async (member: Member, args: object = {}): Promise<readonly Seen[]> => {
  const who = await member.as('TENANT_AUDITOR');
  return (await who.ok<Views>(VIEWS, { first: 100, ...args })).leadViews.edges.map(({ node }) => node);
};
/** What was looked at: kind, name and how often. */
const brief = async (member: Member): Promise<readonly string[]> =>
  (await views(member))
    .map(({ subjectKind, reference, times }) => `${subjectKind} ${reference} ${times}`)
    .sort();
const forget = () => stack.sql('delete from lead_view');
const codesOf = async (who: Client, query: string, variables: object = {}): Promise<readonly string[]> =>
  (await who.send(query, variables)).errors.map(({ extensions }) => extensions.code);
const goTo = async (date: string): Promise<void> => {
  await stack.setClock(date);
  auditor = await lead.as('LEAD_AUDITOR');
};

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-04-02');
  lead = await givenLead(stack);
  otherLead = await givenLead(stack, { body: 'INV-WESTERLOW' });
  await givenLeadDetails(lead);
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const rules = [{ bodyId: ashbeck.bodyId }, { bodyId: fenhollow.bodyId }];
  const { frameworkId, lotId } = await givenFramework(catalogue, rules);
  const { offeringId, meterIds } = await givenOffering(catalogue, lotId, {
    meters: [payslips],
    costShared: true,
  });
  await givenAgreementVersion(catalogue, frameworkId);
  const made = [];
  for (const member of [fenhollow, ashbeck]) {
    const joined = await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
    const callOff = await givenCallOff(member, offeringId);
    await givenPurchaseOrder(member, callOff.id, { isExempt: true, startsOn: '2026-04-01' });
    const key = await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id]);
    made.push({ ...joined, callOff, key });
  }
  const costs = await givenEstimateOfCost(await lead.as('LEAD_FINANCE_PREPARER'), offeringId);
  await goTo('2026-04-30');
  for (const { key } of made)
    // The second is of no meter and so put aside.
    await sendUsage(stack.url, key.secret, [
      usageEvent({ id: randomUUID(), time: '2026-04-29T10:00:00Z', quantity: '100' }),
      usageEvent({ id: randomUUID(), time: '2026-04-29T10:00:00Z', type: 'unheard-of' }),
    ]);
  await goTo('2026-05-05');
  const { invoices } = await givenBilledMonth(stack, lead, '2026-04');
  const invoice = invoices.find(({ memberId }) => memberId === ashbeck.bodyId);
  const note = await givenConcession(lead, invoice?.id ?? '', '1.00');
  const noteNumber = await givenIssuedCreditNote(lead, note);
  await givenDiscount(lead, made[1]?.callOff.id ?? '', { firstMonth: '2026-09' });
  const finance = await ashbeck.as('TENANT_FINANCE');
  const { invoice: full } = await finance.ok<{ invoice: { lines: { edges: { node: { id: string } }[] } } }>(
    'query($id: ID!) { invoice(id: $id) { lines { edges { node { id } } } } }',
    { id: invoice?.id },
  );
  const { quarantine } = await finance.ok<{ quarantine: { edges: { node: { id: string } }[] } }>(
    'query { quarantine { edges { node { id } } } }',
  );
  const line = full.lines.edges[0]?.node.id ?? '';
  const dispute = await givenDispute(finance, line);
  const [, own] = made;
  ids = {
    optIn: own?.optInId ?? '',
    agreement: own?.agreementId ?? '',
    callOff: own?.callOff.id ?? '',
    reference: own?.callOff.reference ?? '',
    invoice: invoice?.id ?? '',
    number: invoice?.number ?? '',
    line,
    dispute,
    note,
    noteNumber,
    meter: meterIds[0] ?? '',
    quarantine: quarantine.edges[0]?.node.id ?? '',
    costs,
  };
}, 180_000);
afterAll(() => stack.stop());
beforeEach(async () => {
  await forget();
});

it('every query of the API is recorded, or known to look at nobody', async () => {
  const schema = committedSchema();
  const names = Object.keys(schema.getQueryType()?.getFields() ?? {}).sort();
  expect([...RECORDED, ...Object.keys(NOT_RECORDED)].sort()).toEqual(names);
});

describe('what a person of the lead authority is shown', () => {
  const one = 'edges { node { id } }';
  const about = () => ({ ...ids, member: ashbeck.bodyId, lead: lead.bodyId });
  /** By query: how it is asked about Ashbeck, and what is recorded of it. */
  const cases: Readonly<
    Record<string, readonly [string, (names: ReturnType<typeof about>) => readonly string[]]>
  > = {
    accountBalances: [
      'query { accountBalances(first: 1) { edges { node { memberName } } } }',
      () => ['STATEMENT null 1'],
    ],
    agreement: [
      'query($agreement: ID!) { agreement(id: $agreement) { id } }',
      () => ['AGREEMENT Shared corporate services 1'],
    ],
    agreements: [
      `query { agreements(first: 1) { ${one} } }`,
      () => ['AGREEMENT Shared corporate services 1'],
    ],
    auditTrail: [
      'query($member: ID) { auditTrail(withBodyId: $member) { edges { node { seq } } } }',
      () => ['AUDIT_TRAIL null 1'],
    ],
    auditVerify: [
      'query($member: ID) { auditVerify(withBodyId: $member) { isVerified } }',
      () => ['AUDIT_TRAIL null 1'],
    ],
    billingPreview: [
      'query($member: ID) { billingPreview(memberId: $member, month: "2026-05") { memberName } }',
      () => ['BILLING_PREVIEW 2026-05 1'],
    ],
    callOff: [
      'query($callOff: ID!) { callOff(id: $callOff) { id } }',
      ({ reference }) => [`CALL_OFF ${reference} 1`],
    ],
    callOffs: [`query { callOffs(first: 1) { ${one} } }`, ({ reference }) => [`CALL_OFF ${reference} 1`]],
    costScheme: ['query($costs: ID!) { costScheme(id: $costs) { id } }', () => ['BILLING_PREVIEW 2026/27 1']],
    creditNote: [
      'query($note: ID!) { creditNote(id: $note) { id } }',
      ({ noteNumber }) => [`CREDIT_NOTE ${noteNumber} 1`],
    ],
    creditNotes: [`query { creditNotes { ${one} } }`, ({ noteNumber }) => [`CREDIT_NOTE ${noteNumber} 1`]],
    lateUsages: [`query { lateUsages { ${one} } }`, () => []],
    discounts: [`query { discounts { ${one} } }`, ({ reference }) => [`CALL_OFF ${reference} 1`]],
    dispute: [
      'query($dispute: ID!) { dispute(id: $dispute) { id } }',
      ({ number }) => [`INVOICE ${number} 1`],
    ],
    disputes: [`query { disputes { ${one} } }`, ({ number }) => [`INVOICE ${number} 1`]],
    invoice: [
      'query($invoice: ID!) { invoice(id: $invoice) { id creditNotes { id } } }',
      ({ number, noteNumber }) => [`CREDIT_NOTE ${noteNumber} 1`, `INVOICE ${number} 1`],
    ],
    invoiceLine: [
      'query($invoice: ID!, $line: ID!) { invoiceLine(invoiceId: $invoice, id: $line) { id } }',
      ({ number }) => [`INVOICE ${number} 1`],
    ],
    invoiceLineRecords: [
      'query($line: ID!) { invoiceLineRecords(invoiceLineId: $line) { edges { node { quantity } } } }',
      () => ['USAGE null 1'],
    ],
    invoices: [
      `query($member: ID) { invoices(withBodyId: $member) { ${one} } }`,
      ({ number }) => [`INVOICE ${number} 1`],
    ],
    optIn: ['query($optIn: ID!) { optIn(id: $optIn) { id } }', () => ['OPT_IN OI-000002 1']],
    optIns: [`query { optIns(first: 1) { ${one} } }`, () => ['OPT_IN OI-000002 1']],
    quarantine: [
      `query($member: ID) { quarantine(memberId: $member) { ${one} } }`,
      () => ['QUARANTINE null 1'],
    ],
    quarantinedUsage: [
      'query($quarantine: ID!) { quarantinedUsage(id: $quarantine) { id } }',
      () => ['QUARANTINE null 1'],
    ],
    stripeReconciliation: [
      'query { stripeReconciliation { differences { invoiceNumber } } }',
      ({ number }) => [`INVOICE ${number} 1`],
    ],
    tenantStatement: [
      'query($member: ID!) { tenantStatement(withBodyId: $member) { owed { amount } } }',
      () => ['STATEMENT null 1'],
    ],
    unusualUsage: [
      'query($callOff: ID!) { unusualUsage(callOffId: $callOff, month: "2026-04") { edges { node { kind } } } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageByDay: [
      'query($callOff: ID!) { usageByDay(callOffId: $callOff, month: "2026-04") { day } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageDaysMissing: [
      'query { usageDaysMissing(month: "2026-05") { edges { node { day } } } }',
      () => ['USAGE_RECEIPTS null 1'],
    ],
    usageForecast: [
      'query($callOff: ID!) { usageForecast(callOffId: $callOff) { monthEnd } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageOfMonth: [
      'query($callOff: ID!) { usageOfMonth(callOffId: $callOff, month: "2026-04") { quantity } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageReceiptCheck: [
      'query($member: ID!, $lead: ID!) { usageReceiptCheck(memberId: $member, leadId: $lead, number: "1") { digestMatches } }',
      () => ['USAGE_RECEIPTS null 1'],
    ],
    usageReceipts: ['query { usageReceipts { edges { node { number } } } }', () => ['USAGE_RECEIPTS null 1']],
    usageRecords: [
      'query($callOff: ID!, $meter: ID!) { usageRecords(callOffId: $callOff, meterId: $meter, month: "2026-04") { edges { node { quantity } } } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageReturn: [
      'query($callOff: ID!) { usageReturn(callOffId: $callOff, month: "2026-04") { state } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
    usageReturns: [
      'query { usageReturns(month: "2026-04") { edges { node { state } } } }',
      ({ reference }) => [`USAGE ${reference} 1`],
    ],
  };

  // Stripe is off here: a difference of Ashbeck's invoice is planted.
  beforeAll(async () => {
    await stack.sql(
      `with made as (
         insert into stripe_reconciliation (lead_id, id, day, made_at, invoices, payments)
         select lead_id, id, '2026-05-04', now(), 0, 0 from invoice where number = $1 returning lead_id, id
       ) insert into stripe_difference (lead_id, reconciliation_id, number, kind, member_id, invoice_id)
         select m.lead_id, m.id, 1, 'MISSING_THERE', i.tenant_id, i.id from made m join invoice i on i.id = m.id`,
      [ids.number],
    );
  });

  it('has a case for every query that is recorded', () => {
    expect(Object.keys(cases).sort()).toEqual(RECORDED);
  });

  describe('when there is something of each', () => {
    beforeAll(async () => {
      // Its system sent on three Fridays and not on the fourth, 1 May; and its meter is fed by returns.
      await stack.sql(
        `insert into usage_receipt (tenant_id, lead_id, number, key_id, source, received_at, accepted, duplicate, quarantined, rejected, digest)
         select c.tenant_id, c.lead_id, 100 + n, c.id, 'fridays', '2026-04-03T12:00:00Z'::timestamptz + n * interval '7 days',
                1, 0, 0, 0, decode(repeat('00', 32), 'hex')
         from call_off c, generate_series(1, 3) n where c.reference = $1`,
        [ids.reference],
      );
      await stack.sql(`update meter set fed_by = 'RETURN'`);
    });
    afterAll(async () => {
      await stack.sql(`update meter set fed_by = 'EVENTS'`);
      await stack.sql('alter table usage_receipt disable trigger append_only');
      await stack.sql('delete from usage_receipt where number > 100');
      await stack.sql('alter table usage_receipt enable trigger append_only');
    });

    it.each(RECORDED)('is told to the member: %s', async (name) => {
      const [query, expected] = cases[name] ?? ['', () => []];
      const who = name === 'usageRecords' ? await lead.as('LEAD_SERVICE_MANAGER') : auditor;
      await who.ok(query, about());
      expect(await brief(ashbeck)).toEqual(expected(about()));
    });
  });

  it('is told as a download too', async () => {
    const answer = await fetch(`${stack.url}/v1/invoices/${ids.invoice}.json`, {
      headers: { authorization: `Bearer ${auditor.token ?? ''}` },
    });
    expect(answer.status).toBe(200);
    expect(await brief(ashbeck)).toEqual([`INVOICE ${ids.number} 1`]);
  });

  it('is told with who, what, when and how often, day by day', async () => {
    await goTo('2026-05-06');
    const look = 'query($id: ID!) { callOff(id: $id) { id } again: callOff(id: $id) { id } }';
    await auditor.ok(look, { id: ids.callOff });
    // A page asks more than once, and is one look.
    await auditor.ok(look, { id: ids.callOff });
    await goTo('2026-05-06T09:02:00Z');
    await auditor.ok(look, { id: ids.callOff });
    await (await lead.as('LEAD_SERVICE_MANAGER')).ok(look, { id: ids.callOff });
    // Half past eleven in the evening, which is the next day in London.
    await goTo('2026-05-06T23:30:00Z');
    await auditor.ok(look, { id: ids.callOff });
    const seen = await views(ashbeck);
    const what = {
      subjectKind: 'CALL_OFF',
      subjectId: ids.callOff,
      reference: ids.reference,
      leadName: lead.name,
    };
    expect(seen.map(({ firstAt, lastAt, ...rest }) => ({ ...rest, isOrdered: firstAt <= lastAt }))).toEqual([
      {
        ...what,
        personName: 'Lead Auditor',
        roleWords: "the lead authority's auditor",
        viewedOn: '2026-05-07',
        times: 1,
        isOrdered: true,
      },
      {
        ...what,
        personName: 'Lead Service Manager',
        roleWords: 'a service manager',
        viewedOn: '2026-05-06',
        times: 1,
        isOrdered: true,
      },
      {
        ...what,
        personName: 'Lead Auditor',
        roleWords: "the lead authority's auditor",
        viewedOn: '2026-05-06',
        times: 2,
        isOrdered: true,
      },
    ]);
  });

  it('is told to each member whose rows were on the page, and to no other', async () => {
    await auditor.ok('query { callOffs(first: 1) { edges { node { id } } } }');
    expect([await brief(ashbeck), await brief(fenhollow)]).toEqual([[`CALL_OFF ${ids.reference} 1`], []]);
    await auditor.ok('query { callOffs(first: 2) { edges { node { id } } } }');
    expect([await brief(ashbeck), await brief(fenhollow)]).toEqual([
      [`CALL_OFF ${ids.reference} 1`],
      ['CALL_OFF CO-000001-01 1'],
    ]);
  });

  it('is a look at what a month is going to cost while it is a draft', async () => {
    await goTo('2026-06-03');
    const key = await givenUsageKey(await ashbeck.as('TENANT_ADMIN'), [ids.callOff], { source: 'late' });
    await givenUsage(stack.url, key.secret, [
      usageEvent({ source: 'late', time: '2026-05-10T09:00:00Z', quantity: '3' }),
    ]);
    await givenRun(stack, lead, '2026-05');
    await forget();
    const { invoices } = await auditor.ok<{ invoices: { edges: { node: { id: string } }[] } }>(
      'query { invoices(states: [DRAFT]) { edges { node { id } } } }',
    );
    expect(invoices.edges).toHaveLength(1);
    const [seen, ...more] = await views(ashbeck);
    expect(more).toEqual([]);
    expect(seen).toMatchObject({
      subjectKind: 'BILLING_PREVIEW',
      subjectId: ashbeck.bodyId,
      reference: '2026-05',
    });
  });
});

describe('nothing is recorded', () => {
  it('of what members look at themselves', async () => {
    for (const role of ['TENANT_FINANCE', 'TENANT_AUDITOR'])
      await (
        await ashbeck.as(role)
      ).ok('query { invoices { edges { node { id } } } callOffs { edges { node { id } } } }');
    expect(await stack.sql('select 1 from lead_view')).toEqual([]);
  });

  it('of bodies that a lead authority names and sees nothing of', async () => {
    const stranger = await otherLead.as('LEAD_AUDITOR');
    const withBodyId = ashbeck.bodyId;
    for (const query of [
      'query($withBodyId: ID!) { tenantStatement(withBodyId: $withBodyId) { owed { amount } } }',
      'query($withBodyId: ID) { auditTrail(withBodyId: $withBodyId) { edges { node { seq } } } auditVerify(withBodyId: $withBodyId) { records } }',
      'query($withBodyId: ID) { invoices(withBodyId: $withBodyId) { edges { node { id } } totals { count } } quarantine(memberId: $withBodyId) { edges { node { id } } } }',
    ])
      await stranger.ok(query, { withBodyId });
    expect(
      await codesOf(stranger, 'query($id: ID!) { callOff(id: $id) { id } }', { id: ids.callOff }),
    ).toEqual(['NOT_FOUND']);
    expect(await stack.sql('select 1 from lead_view')).toEqual([]);
  });
});

describe('who looked', () => {
  it('is for the tenant, and nobody else', async () => {
    await auditor.ok('query { optIns { edges { node { id } } } }');
    expect(await brief(ashbeck)).toEqual(['OPT_IN OI-000002 1']);
    expect(await brief(fenhollow)).toEqual(['OPT_IN OI-000001 1']);
    expect(await views(ashbeck, { leadId: lead.bodyId })).toHaveLength(1);
    expect(await views(ashbeck, { leadId: otherLead.bodyId })).toEqual([]);
    for (const who of [auditor, await lead.as('LEAD_APPROVER'), await ashbeck.as('TENANT_FINANCE')])
      expect(await codesOf(who, VIEWS)).toEqual(['ROLE_REQUIRED']);
    expect(await codesOf(stack.visitor(), VIEWS)).toEqual(['SIGN_IN_REQUIRED']);
  });

  it('goes on from page to page, the newest first', async () => {
    for (const query of ['callOffs', 'optIns', 'agreements'])
      await auditor.ok(`query { ${query} { edges { node { id } } } }`);
    const admin = await ashbeck.as('TENANT_ADMIN');
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { leadViews }: Views = await admin.ok<Views>(VIEWS, { first: 1, after });
      found.push(...leadViews.edges.map(({ node }) => node.subjectKind));
      ({ endCursor: after, hasNextPage: more } = leadViews.pageInfo);
    }
    expect(found).toEqual(['AGREEMENT', 'OPT_IN', 'CALL_OFF']);
  });

  it('takes many at once for one look of each, and waits for none of them crosswise', async () => {
    const looks = Array.from({ length: 12 }, () =>
      auditor.ok('query { callOffs { edges { node { id } } } }'),
    );
    await Promise.all(looks);
    expect(await brief(ashbeck)).toEqual([`CALL_OFF ${ids.reference} 1`]);
    expect(await brief(fenhollow)).toEqual(['CALL_OFF CO-000001-01 1']);
  });

  it('is recorded before anything is shown: what cannot be recorded is not answered', async () => {
    const query = 'query($id: ID!) { callOff(id: $id) { id } }';
    await stack.sql('revoke insert on lead_view from accede_service');
    try {
      const { data, errors } = await auditor.send(query, { id: ids.callOff });
      expect([data ?? null, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['INTERNAL']]);
      const file = await fetch(`${stack.url}/v1/invoices/${ids.invoice}.json`, {
        headers: { authorization: `Bearer ${auditor.token ?? ''}` },
      });
      expect([file.status, await file.text()]).toEqual([500, expect.not.stringContaining(ids.number)]);
      // What is the member's own is not in the way.
      await (await ashbeck.as('TENANT_AUDITOR')).ok(query, { id: ids.callOff });
    } finally {
      await stack.sql('grant insert on lead_view to accede_service');
    }
    expect(await stack.sql('select 1 from lead_view')).toEqual([]);
    await auditor.ok(query, { id: ids.callOff });
    expect(await brief(ashbeck)).toEqual([`CALL_OFF ${ids.reference} 1`]);
  });
});

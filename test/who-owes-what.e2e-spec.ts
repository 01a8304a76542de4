import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invoiceStatuses } from '#libs/billing';
import type { Client } from './client.js';
import {
  givenBilledMonth,
  givenConcession,
  givenIssuedCreditNote,
  givenRun,
  type SeenInvoice,
} from './given/billing.js';
import { givenCallOff, givenPurchaseOrder } from './given/calloffs.js';
import { givenFramework, givenOffering, payslips } from './given/catalogue.js';
import { givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './given/directory.js';
import { givenAgreementVersion, givenMembership } from './given/membership.js';
import { givenUsage, givenUsageKey, usageEvent } from './given/metering.js';
import { givenReceipt } from './given/payments.js';
import { Stack } from './stack.js';

interface Money {
  readonly amount: string;
}
interface Listed {
  readonly id: string;
  readonly state: string;
  readonly memberName: string;
  readonly number: string | null;
}
interface Page {
  readonly invoices: {
    readonly edges: readonly { readonly node: Listed }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    readonly totals: Readonly<Record<'net' | 'vat' | 'gross' | 'outstanding', Money>> & {
      readonly count: number;
    };
  };
}

let stack: Stack;
let lead: Lead;
let otherLead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let preparer: Client;
let finance: Client;
const keys = new Map<Member, string>();
/** By month and member. */
const issued = new Map<string, SeenInvoice>();

/** Moves the clock; sessions end meanwhile, and people sign in again. */
const goTo = async (date: string): Promise<void> => {
  await stack.setClock(date);
  preparer = await lead.as('LEAD_FINANCE_PREPARER');
  finance = await ashbeck.as('TENANT_FINANCE');
};
const use = async (member: Member, time: string, quantity: string): Promise<void> => {
  await givenUsage(stack.url, keys.get(member) ?? '', [usageEvent({ id: randomUUID(), time, quantity })]);
};
const bill = async (month: string): Promise<void> => {
  const { invoices } = await givenBilledMonth(stack, lead, month);
  for (const invoice of invoices)
    issued.set(`${month} ${invoice.memberId === ashbeck.bodyId ? 'ashbeck' : 'fenhollow'}`, invoice);
};
const invoiceOf = (month: string, who: string): SeenInvoice => {
  const invoice = issued.get(`${month} ${who}`);
  if (!invoice) throw new Error(`no invoice of ${who} for ${month}`);
  return invoice;
};
const nameOf = ({ memberName, state, number }: Listed): string =>
  `${memberName.split(' ')[0]} ${state} ${number === null ? 'no number' : number.slice(0, 11)}`;

/** Every page of one invoice each, joined; the totals must be the same on all. */
const listed = async (who: Client, filter: object) => {
  const found: Listed[] = [];
  const totals = new Set<string>();
  for (let after: string | null = null; ;) {
    const { invoices }: Page = await who.ok<Page>(
      `query($states: [InvoiceState!], $month: String, $search: String, $withBodyId: ID, $after: String) {
        invoices(first: 1, states: $states, month: $month, search: $search, withBodyId: $withBodyId, after: $after) {
          edges { node { id state memberName number } } pageInfo { endCursor hasNextPage }
          totals { count net { amount } vat { amount } gross { amount } outstanding { amount } } } }`,
      { ...filter, after },
    );
    found.push(...invoices.edges.map(({ node }) => node));
    const { count, net, vat, gross, outstanding } = invoices.totals;
    totals.add([count, net.amount, vat.amount, gross.amount, outstanding.amount].join(' '));
    if (!invoices.pageInfo.hasNextPage)
      return { names: found.map(nameOf).sort(), found, totals: [...totals] };
    after = invoices.pageInfo.endCursor;
  }
};
const refusedWith = async (who: Client, query: string, variables: object = {}): Promise<readonly string[]> =>
  (await who.send(query, variables)).errors.map(({ extensions }) => extensions.code);

const BALANCES = `query($first: Int, $after: String) { accountBalances(first: $first, after: $after) {
  asOf edges { node { memberName notYetDue { amount } days1To30 { amount } days31To60 { amount } days61To90 { amount }
    over90Days { amount } overSettled { amount } owed { amount } onAccount { amount } balance { amount } } }
  total { members notYetDue { amount } days1To30 { amount } days31To60 { amount } days61To90 { amount }
    over90Days { amount } overSettled { amount } owed { amount } onAccount { amount } balance { amount } }
  pageInfo { endCursor hasNextPage } } }`;
interface Balances {
  readonly accountBalances: {
    readonly asOf: string;
    readonly edges: readonly { readonly node: Readonly<Record<string, Money | string>> }[];
    readonly total: Readonly<Record<string, Money | number>>;
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}
/** Amounts that are not 0, as text. */
const brief = (debt: Readonly<Record<string, Money | string | number>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(debt).flatMap(([name, value]) => {
      const shown = typeof value === 'object' ? value.amount : value;
      return shown === '0.00' ? [] : [[name, shown]];
    }),
  );
const balances = async (who: Client) => {
  const { accountBalances } = await who.ok<Balances>(BALANCES);
  const { asOf, edges, total } = accountBalances;
  return { asOf, members: edges.map(({ node }) => brief(node)), total: brief(total) };
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
  const { offeringId } = await givenOffering(catalogue, lotId, { meters: [payslips] });
  await givenAgreementVersion(catalogue, frameworkId);
  for (const member of [ashbeck, fenhollow]) {
    await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
    const callOff = await givenCallOff(member, offeringId);
    await givenPurchaseOrder(member, callOff.id, { isExempt: true, startsOn: '2026-04-01' });
    keys.set(member, (await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id])).secret);
  }
  await goTo('2026-04-30');
  await use(ashbeck, '2026-04-29T10:00:00Z', '100');
  await use(fenhollow, '2026-04-29T10:00:00Z', '7');
  await goTo('2026-05-05');
  await bill('2026-04');
  await use(ashbeck, '2026-05-04T10:00:00Z', '10');
  await use(fenhollow, '2026-05-04T10:00:00Z', '20');
  await goTo('2026-06-02');
  await bill('2026-05');
}, 180_000);

afterAll(() => stack.stop());

/** Each state's list is exactly those that are shown in that state when all are listed. */
const statesAgree = async (): Promise<void> => {
  const all = (await listed(preparer, {})).found;
  for (const state of invoiceStatuses) {
    const { found } = await listed(preparer, { states: [state] });
    expect([state, found]).toEqual([state, all.filter((invoice) => invoice.state === state)]);
  }
};

describe('before anything is late', () => {
  it('what is due is shown as not due yet, and the ledger decides the state', async () => {
    const { number } = invoiceOf('2026-04', 'ashbeck');
    await givenReceipt(lead, { amount: '130.40', reference: number ?? '', receivedOn: '2026-06-02' });
    expect((await listed(preparer, { states: ['PART_PAID'] })).names).toEqual([
      'Ashbeck PART_PAID NORTH-2026-',
    ]);
    await statesAgree();
    expect(await balances(preparer)).toEqual({
      asOf: '2026-06-02',
      members: [
        {
          memberName: 'Ashbeck Borough Council',
          notYetDue: '453.04',
          owed: '453.04',
          balance: '453.04',
        },
        {
          memberName: 'Fenhollow Borough Council',
          notYetDue: '143.21',
          owed: '143.21',
          balance: '143.21',
        },
      ],
      total: { members: 2, notYetDue: '596.25', owed: '596.25', balance: '596.25' },
    });
  });
});

describe('in July', () => {
  beforeAll(async () => {
    await goTo('2026-06-30');
    await use(ashbeck, '2026-06-29T10:00:00Z', '1');
    await use(fenhollow, '2026-06-29T10:00:00Z', '2');
    await goTo('2026-07-03');
    await givenReceipt(lead, {
      amount: '40.00',
      reference: invoiceOf('2026-04', 'fenhollow').number ?? '',
      receivedOn: '2026-07-03',
    });
    const credit = async (month: string, who: string, net: string): Promise<void> => {
      await givenIssuedCreditNote(lead, await givenConcession(lead, invoiceOf(month, who).id, net));
    };
    await credit('2026-05', 'ashbeck', '44.20');
    await credit('2026-04', 'fenhollow', '10.00');
    await givenRun(stack, lead, '2026-06');
  }, 60_000);

  it('invoices are listed by state, month and words, page by page, with totals of all of them', async () => {
    await statesAgree();
    expect((await listed(preparer, {})).names).toEqual([
      'Ashbeck CREDITED NORTH-2026-',
      'Ashbeck DRAFT no number',
      'Ashbeck OVERDUE NORTH-2026-',
      'Fenhollow DRAFT no number',
      'Fenhollow OVERDUE NORTH-2026-',
      'Fenhollow PAID NORTH-2026-',
    ]);
    // Without VAT 442.00 + 44.20 + 4.42 and 30.94 + 88.40 + 8.84; outstanding 400.00 and −12.00 + 106.08.
    expect((await listed(preparer, {})).totals).toEqual(['6 618.80 123.76 742.56 494.08']);
    const late = await listed(preparer, { states: ['OVERDUE'] });
    expect(late.found.map(({ id }) => id)).toEqual([
      invoiceOf('2026-05', 'fenhollow').id,
      invoiceOf('2026-04', 'ashbeck').id,
    ]);
    expect(late.totals).toEqual(['2 530.40 106.08 636.48 506.08']);
    const may = await listed(preparer, { month: '2026-05' });
    expect(may.names).toEqual(['Ashbeck CREDITED NORTH-2026-', 'Fenhollow OVERDUE NORTH-2026-']);
    expect(may.totals).toEqual(['2 132.60 26.52 159.12 106.08']);
    const hollow = await listed(preparer, { search: ' HOLLOW ', states: ['DRAFT', 'PAID'] });
    expect(hollow.names).toEqual(['Fenhollow DRAFT no number', 'Fenhollow PAID NORTH-2026-']);
    expect(hollow.totals).toEqual(['2 39.78 7.96 47.74 -12.00']);
    const { number, id } = invoiceOf('2026-05', 'ashbeck');
    const one = await listed(preparer, { search: number?.toLowerCase() });
    expect(one.found.map((invoice) => invoice.id)).toEqual([id]);
    expect((await listed(preparer, { search: 'north-2026-0000' })).found).toHaveLength(4);
    const member = { withBodyId: ashbeck.bodyId, month: '2026-04', states: ['OVERDUE'], search: '2026' };
    expect((await listed(preparer, member)).totals).toEqual(['1 442.00 88.40 530.40 400.00']);
    for (const search of ['%', '_', "'", 'no such thing'])
      expect((await listed(preparer, { search })).totals).toEqual(['0 0.00 0.00 0.00 0.00']);
  });

  it('members find their own, and nobody else’s or a draft', async () => {
    expect((await listed(finance, {})).names).toEqual([
      'Ashbeck CREDITED NORTH-2026-',
      'Ashbeck OVERDUE NORTH-2026-',
    ]);
    expect((await listed(finance, {})).totals).toEqual(['2 486.20 97.24 583.44 400.00']);
    expect((await listed(finance, { search: 'northmere' })).totals).toEqual(['2 486.20 97.24 583.44 400.00']);
    expect((await listed(finance, { search: 'fenhollow' })).found).toEqual([]);
    expect((await listed(finance, { states: ['DRAFT'] })).totals).toEqual(['0 0.00 0.00 0.00 0.00']);
    const stranger = await otherLead.as('LEAD_FINANCE_PREPARER');
    expect(await listed(stranger, { search: 'NORTH' })).toEqual({
      names: [],
      found: [],
      totals: ['0 0.00 0.00 0.00 0.00'],
    });
  });

  it('what cannot be meant is refused', async () => {
    const query =
      'query($month: String, $search: String) { invoices(month: $month, search: $search) { totals { count } } }';
    expect(await refusedWith(preparer, query, { month: '2026-13' })).toEqual(['MONTH_FORMAT']);
    expect(await refusedWith(preparer, query, { search: 'a\u0000b' })).toEqual(['TEXT_INVALID']);
    expect(await refusedWith(preparer, query, { search: 'x'.repeat(101) })).toEqual(['TEXT_TOO_LONG']);
  });

  it('who owes what is told by age, with what was settled twice apart', async () => {
    // April was due on 4 June, May on 2 July.
    expect(await balances(preparer)).toEqual({
      asOf: '2026-07-03',
      members: [
        { memberName: 'Ashbeck Borough Council', days1To30: '400.00', owed: '400.00', balance: '400.00' },
        {
          memberName: 'Fenhollow Borough Council',
          days1To30: '106.08',
          overSettled: '12.00',
          owed: '94.08',
          onAccount: '2.87',
          balance: '91.21',
        },
      ],
      total: {
        members: 2,
        days1To30: '506.08',
        overSettled: '12.00',
        owed: '494.08',
        onAccount: '2.87',
        balance: '491.21',
      },
    });
  });

  it('who owes what goes on from page to page by name', async () => {
    const page = async (after: string | null) =>
      (await preparer.ok<Balances>(BALANCES, { first: 1, after })).accountBalances;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first, second].map(({ edges }) => edges.map(({ node }) => node['memberName']))).toEqual([
      ['Ashbeck Borough Council'],
      ['Fenhollow Borough Council'],
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(second.total).toEqual(first.total);
  });

  it('who owes what is for the lead authority’s finance, about its own members', async () => {
    expect(await refusedWith(finance, BALANCES)).toEqual(['ROLE_REQUIRED']);
    expect(await refusedWith(await lead.as('LEAD_CATALOGUE_MANAGER'), BALANCES)).toEqual(['ROLE_REQUIRED']);
    expect(await refusedWith(stack.visitor(), BALANCES)).toEqual(['SIGN_IN_REQUIRED']);
    const stranger = await otherLead.as('LEAD_FINANCE_PREPARER');
    expect(await balances(stranger)).toEqual({ asOf: '2026-07-03', members: [], total: { members: 0 } });
  });
});

it('grows old with the clock, to the day', async () => {
  const agesOn = async (date: string) => {
    await goTo(date);
    await statesAgree();
    const { members, owed, onAccount, overSettled, balance, ...ages } = (await balances(preparer)).total;
    expect([members, owed, onAccount, overSettled, balance]).toEqual([
      2,
      '494.08',
      '2.87',
      '12.00',
      '491.21',
    ]);
    return ages;
  };
  expect(await agesOn('2026-07-05')).toEqual({ days31To60: '400.00', days1To30: '106.08' });
  expect(await agesOn('2026-09-02')).toEqual({ days61To90: '506.08' });
  expect(await agesOn('2026-09-03')).toEqual({ over90Days: '400.00', days61To90: '106.08' });
}, 60_000);

import { AppointOperator } from '#libs/directory';
import type { Client } from '../client.js';
import { givenConcession, givenRun, seeInvoices } from '../given/billing.js';
import { givenCallOff } from '../given/calloffs.js';
import { givenDraftFramework, givenDraftOffering, givenLot } from '../given/catalogue.js';
import { givenMove, givenStartedOptIn } from '../given/membership.js';
import { givenReceipt } from '../given/payments.js';
import type { World } from '../given/world.js';

/** An input without its key. */
export type Input = Readonly<Record<string, unknown>>;

/** How a mutation that takes a key is called again and again. */
export interface Keyed {
  readonly as: () => Promise<Client>;
  /** Somebody with the same role elsewhere, who may by chance use the same key. */
  readonly other: () => Promise<Client>;
  /** An input that has not been used and is good now. */
  readonly fresh: (n: number) => Promise<Input>;
  /** Another good value for fields that cannot be changed by a rule of thumb; a dot leads into an input. */
  readonly changed?: Readonly<Record<string, unknown>>;
  /** Fields that the refusal calls otherwise than the input does. */
  readonly called?: Readonly<Record<string, string>>;
  /** What the other sends, where the same input would name the same person. */
  readonly otherInput?: (input: Input) => Input;
}

interface Line {
  readonly id: string;
}

const OPERATOR = 'other-operator@accede.gov.example';
const letters = (n: number): string => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
const day = (n: number): string => String(n).padStart(2, '0');

/** Things of the world that the scenarios need, made once. */
const prepare = async (world: World) => {
  const { stack, l, m, a, b } = world;
  const manager = (): Promise<Client> => l.lead.as('LEAD_CATALOGUE_MANAGER');
  const preparer = (): Promise<Client> => l.lead.as('LEAD_FINANCE_PREPARER');
  const approver = (): Promise<Client> => l.lead.as('LEAD_FINANCE_APPROVER');
  const draft = await givenDraftFramework(await manager());
  const otherDraft = await givenDraftFramework(await manager());
  const lot = await givenLot(await manager(), draft);
  const otherLot = await givenLot(await manager(), draft, { title: 'Contact centre' });
  const offering = await givenDraftOffering(await manager(), lot);
  const otherOffering = await givenDraftOffering(await manager(), lot, { title: 'Payroll Two' });
  const issued = async (memberId: string): Promise<{ id: string; lines: readonly Line[] }> => {
    const client = await preparer();
    const found = (await seeInvoices(client, { withBodyId: memberId })).find(({ number }) => number !== null);
    if (!found) throw new Error('no invoice was issued');
    const { invoice } = await client.ok<{ invoice: { lines: { edges: { node: Line }[] } } }>(
      'query($id: ID!) { invoice(id: $id) { lines(first: 20) { edges { node { id } } } } }',
      { id: found.id },
    );
    return { id: found.id, lines: invoice.lines.edges.map(({ node }) => node) };
  };
  const client = await preparer();
  const { billingRuns, creditNotes } = await client.ok<{
    billingRuns: { edges: { node: { id: string } }[] };
    creditNotes: { edges: { node: { id: string } }[] };
  }>(
    'query { billingRuns(first: 10) { edges { node { id } } } creditNotes(first: 10) { edges { node { id } } } }',
  );
  const bodies = await stack
    .visitor()
    .ok<{ bodySearch: { edges: { node: { id: string; standing: string } }[] } }>(
      'query { bodySearch(text: "borough council", first: 100) { edges { node { id standing } } } }',
    );
  return {
    manager,
    preparer,
    approver,
    draft,
    otherDraft,
    lot,
    otherLot,
    offering,
    otherOffering,
    /** Other good values for the fields of a cost. */
    costs: {
      offeringId: l.spare.offeringIds[0],
      driverMeterId: offering.meterIds[0],
      'members.memberId': b.member.bodyId,
    },
    otherManager: () => m.lead.as('LEAD_CATALOGUE_MANAGER'),
    otherPreparer: () => m.lead.as('LEAD_FINANCE_PREPARER'),
    otherApprover: () => m.lead.as('LEAD_FINANCE_APPROVER'),
    otherCallOff: await givenCallOff(a.member, l.offeringId, {
      startsOn: '2027-05-01',
      endsOn: '2028-01-31',
      value: '2000.00',
    }),
    runOfApril: billingRuns.edges.at(-1)?.node.id,
    creditNoteOfA: creditNotes.edges.at(-1)?.node.id,
    ofA: await issued(a.member.bodyId),
    ofB: await issued(b.member.bodyId),
    bodyIds: bodies.bodySearch.edges
      .filter(({ node }) => node.standing === 'ACTIVE')
      .map(({ node }) => node.id),
  };
};

/** An invoice of B's, approved and not issued, for usage that nobody has billed yet. */
const approvedInvoice = async ({ stack, l, b }: World, n: number): Promise<{ id: string; runId: string }> => {
  const clientLead = await b.member.as('TENANT_CLIENT_LEAD');
  await clientLead.ok(
    'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { userErrors { code message } } }',
    {
      input: {
        callOffId: b.callOff.id,
        meterId: l.meterId,
        quantity: String(100 + n),
        usedOn: '2026-07-15',
        idempotencyKey: `usage-of-${n}-${Date.now()}`,
      },
    },
  );
  const run = await givenRun(stack, l.lead, '2026-07');
  const approver = await l.lead.as('LEAD_FINANCE_APPROVER');
  const drafts = await seeInvoices(approver, { runId: run.id, withBodyId: b.member.bodyId });
  const draft = drafts.find(({ state }) => state === 'DRAFT');
  if (!draft) throw new Error('nothing was drafted');
  await approver.ok(
    'mutation($input: InvoiceApproveInput!) { invoiceApprove(input: $input) { userErrors { code message } } }',
    { input: { invoiceId: draft.id, contentSha256: draft.contentSha256 } },
  );
  return { id: draft.id, runId: run.id };
};

/** A concession to B, approved and not issued. */
const approvedConcession = async ({ l }: World, invoiceId: string, n: number): Promise<string> => {
  const id = await givenConcession(l.lead, invoiceId, `${1 + n}.00`);
  const approver = await l.lead.as('LEAD_FINANCE_APPROVER');
  const { creditNote } = await approver.ok<{ creditNote: { contentSha256: string } }>(
    'query($id: ID!) { creditNote(id: $id) { contentSha256 } }',
    { id },
  );
  await approver.ok(
    'mutation($input: CreditNoteApproveInput!) { creditNoteApprove(input: $input) { userErrors { code message } } }',
    { input: { creditNoteId: id, contentSha256: creditNote.contentSha256 } },
  );
  return id;
};

/** Every mutation that takes an idempotency key. One that is not here fails the repetition test by its name. */
export const keyedScenarios = async (world: World): Promise<Readonly<Record<string, Keyed>>> => {
  const { stack, l, m, a, b, cUnderM } = world;
  const at = await prepare(world);
  const { manager, preparer, approver, otherManager, otherPreparer, otherApprover } = at;
  const clientLeadOf = (business: typeof a) => () => business.member.as('TENANT_CLIENT_LEAD');
  const optIn: { open: string | null } = { open: null };
  const entered = (figure: string) => ({
    memberId: a.member.bodyId,
    share: '1',
    figure,
    source: 'Telephones',
  });
  return {
    agreementVersionPublish: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          frameworkId: l.choice.frameworkId,
          version: `2.${n}`,
          text: '{body} joins {framework}.',
        }),
      changed: { version: '2.99', frameworkId: at.draft },
    },
    bankStatementImport: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          fileName: 'may.csv',
          content: `date,amount,payer,reference\n2026-08-05,1${n}.00,Somebody,Nothing ${n}\n`,
        }),
    },
    billingRunIssue: {
      as: approver,
      other: otherApprover,
      fresh: async (n) => ({ billingRunId: (await approvedInvoice(world, n)).runId }),
      changed: { billingRunId: at.runOfApril },
      called: { billingRunId: 'runId' },
    },
    billingRunPrepare: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) => Promise.resolve({ month: `2026-0${4 + n}` }),
      changed: { month: '2026-06' },
    },
    bodyAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          name: `Northmere College ${n}`,
          type: 'Further education college',
          code: `NC-${n}`,
          gss: null,
          nation: 'England',
          region: 'North West',
          countyCode: 'INV-NORTHMERE',
          emailDomains: [`college-${n}.gov.example`],
          reason: 'It is named in the notice.',
        }),
      changed: {
        code: 'NC-99',
        countyCode: 'INV-WESTERLOW',
        emailDomains: ['another-college.gov.example'],
      },
    },
    callOffAward: {
      as: clientLeadOf(a),
      other: clientLeadOf(b),
      fresh: (n) =>
        Promise.resolve({
          offeringId: l.offeringId,
          startsOn: `20${28 + n}-04-01`,
          endsOn: `20${28 + n}-09-30`,
          value: '1000.00',
        }),
      changed: { offeringId: l.spare.offeringIds[0] },
    },
    costActualPropose: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          ...{ offeringId: l.offeringId, year: '2025/26', cost: `1${n}.00`, settlement: 'CARRY' },
          ...{ driverMeterId: l.meterId, members: [entered('2.5')] },
        }),
      changed: { ...at.costs, year: '2024/25', settlement: 'TRUE_UP' },
    },
    costEstimatePropose: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          ...{ offeringId: l.offeringId, year: '2026/27', cost: `1000${n}.00`, basis: 'EQUAL' },
          ...{ driver: 'Calls', driverMeterId: l.meterId, dampingPercent: '90', tolerancePoints: '3' },
          members: [entered('2.5')],
        }),
      changed: { ...at.costs, year: '2027/28', basis: 'PER_HEAD', dampingPercent: '80' },
    },
    costSharingStart: {
      as: manager,
      other: otherManager,
      fresh: async (n) => ({
        offeringId: (await givenDraftOffering(await manager(), at.lot, { title: `Telephones ${n}` }))
          .offeringId,
      }),
      changed: { offeringId: at.otherOffering.offeringId },
    },
    creditNoteIssue: {
      as: approver,
      other: otherApprover,
      fresh: async (n) => ({ creditNoteId: await approvedConcession(world, at.ofB.id, n) }),
      changed: { creditNoteId: at.creditNoteOfA },
    },
    creditNoteRaise: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          invoiceId: at.ofA.id,
          lines: [{ invoiceLineId: at.ofA.lines[0]?.id, net: `2.0${n}` }],
          reason: 'Late files',
        }),
      changed: { invoiceId: at.ofB.id, 'lines.invoiceLineId': at.ofB.lines[0]?.id },
    },
    eligibilityRuleAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({ frameworkId: at.draft, bodyId: at.bodyIds[n], reason: 'Named in the notice' }),
      changed: { frameworkId: at.otherDraft, bodyId: at.bodyIds[50] },
    },
    estimateSave: {
      as: () => Promise.resolve(stack.visitor()),
      // Visitors share their keys; whoever is signed in has keys of their own.
      other: () => b.member.as('TENANT_ADMIN'),
      fresh: (n) =>
        Promise.resolve({
          frameworkId: l.choice.frameworkId,
          bodyId: a.member.bodyId,
          volumes: [{ meterId: l.meterId, perYear: `12${n}` }],
        }),
    },
    frameworkCreate: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          reference: `AGAIN-${n}`,
          title: 'Shared services again',
          summary: 'Payroll and more.',
          regime: 'PA2023',
          agreementType: 'CLOSED_FRAMEWORK',
          noticeReference: '2026/S 000-054321',
          startsOn: '2026-09-01',
          endsOn: '2029-08-31',
          termReason: 'It is short.',
          ceiling: '1000000.00',
          ceilingMode: 'BLOCK',
          maxTermMonths: 48,
          usageMaxAgeMonths: 12,
          priceNoticeDays: 90,
          reviewWorkingDays: 5,
          noticeMonths: 6,
        }),
    },
    invoiceIssue: {
      as: approver,
      other: otherApprover,
      fresh: async (n) => ({ invoiceId: (await approvedInvoice(world, 10 + n)).id }),
      changed: { invoiceId: at.ofA.id },
    },
    leadAuthorityAppoint: {
      as: () => stack.signIn('operator@accede.gov.example'),
      other: async () => {
        await stack.api.get(AppointOperator).execute({ email: OPERATOR, name: 'Ola Other' });
        return stack.signIn(OPERATOR);
      },
      fresh: (n) =>
        Promise.resolve({
          bodyId: at.bodyIds[20 + n],
          invoicePrefix: `QQ${letters(n)}`,
          approver: { email: `approver-${n}@northmere-fire.gov.example`, name: 'Ann Approver' },
        }),
      changed: {
        bodyId: at.bodyIds[40],
        invoicePrefix: 'QQZZ',
        'approver.email': 'else@northmere-fire.gov.example',
      },
    },
    lotAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({ frameworkId: at.draft, title: `Lot again ${n}`, directAwardLimit: '5000.00' }),
      changed: { frameworkId: at.otherDraft },
      called: { directAwardLimit: 'directAwardLimitPence' },
    },
    meterAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          offeringId: at.offering.offeringId,
          code: `again.meter-${n}`,
          title: 'Letters',
          unit: 'letter',
          aggregation: 'SUM',
          typicalPerThousand: '4.5',
        }),
      changed: { offeringId: at.otherOffering.offeringId, code: 'again.other' },
    },
    offeringCreate: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          lotId: at.lot,
          title: `Payroll again ${n}`,
          summary: 'Payslips.',
          included: ['Payslips'],
          notIncluded: ['Advice'],
          youMust: ['Tell us of starters'],
          personalData: true,
          vatTreatment: 'STANDARD',
        }),
      changed: { lotId: at.otherLot },
    },
    optInStart: {
      as: clientLeadOf(b),
      other: clientLeadOf(cUnderM),
      fresh: async () => {
        const client = await b.member.as('TENANT_CLIENT_LEAD');
        optIn.open ??= await givenStartedOptIn(client, l.spare);
        const { optIns } = await client.ok<{ optIns: { edges: { node: { id: string; state: string } }[] } }>(
          'query { optIns(first: 50) { edges { node { id state } } } }',
        );
        for (const { node } of optIns.edges)
          if (['DRAFT', 'IN_PROGRESS'].includes(node.state))
            await givenMove(client, 'optInWithdraw', node.id);
        return { ...l.spare, targetStartOn: '2026-10-01' };
      },
      changed: { frameworkId: m.choice.frameworkId, offeringIds: [l.offeringId] },
    },
    personAdd: {
      as: () => a.member.as('TENANT_ADMIN'),
      other: () => b.member.as('TENANT_ADMIN'),
      fresh: (n) =>
        Promise.resolve({
          email: `again-${n}@${a.member.domain}`,
          name: 'Again Person',
          roles: ['TENANT_DPO'],
        }),
      changed: { email: `again-else@${a.member.domain}`, roles: ['TENANT_SPONSOR'] },
      // The same address is the same person, wherever they work.
      otherInput: (input) => ({ ...input, email: `again@${b.member.domain}` }),
    },
    priceVersionAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({
          meterId: at.offering.meterIds[0],
          startsOn: `2028-${day(1 + n)}-01`,
          price: { model: 'PER_UNIT', unit: '3.10', freeUnits: '5', minimum: '10.00', maximum: '500.00' },
        }),
      changed: { meterId: at.otherOffering.meterIds[0], 'price.model': 'FLAT' },
    },
    purchaseOrderRecord: {
      as: () => a.member.as('TENANT_FINANCE'),
      other: () => b.member.as('TENANT_FINANCE'),
      fresh: (n) =>
        Promise.resolve({
          callOffId: a.callOff.id,
          number: `45000-${n}`,
          isExempt: false,
          value: '100.00',
          startsOn: '2026-08-01',
          endsOn: '2027-03-31',
        }),
      changed: { callOffId: at.otherCallOff.id },
      called: { isExempt: 'exempt' },
    },
    receiptAllocate: {
      as: preparer,
      other: otherPreparer,
      fresh: async () => ({
        receiptId: await unmatched(world),
        invoiceId: at.ofB.id,
        amount: '1.00',
      }),
      changed: { receiptId: await unmatched(world), invoiceId: at.ofA.id },
    },
    receiptRecord: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          amount: `3.0${n}`,
          receivedOn: '2026-08-05',
          payer: 'Somebody',
          reference: 'No number',
        }),
      changed: { receivedOn: '2026-08-04' },
    },
    usageKeyCreate: {
      as: () => a.member.as('TENANT_ADMIN'),
      other: () => b.member.as('TENANT_ADMIN'),
      fresh: (n) =>
        Promise.resolve({
          callOffIds: [a.callOff.id],
          label: `Again ${n}`,
          source: 'again',
          expiresOn: '2026-12-31',
        }),
      changed: { callOffIds: [at.otherCallOff.id], source: 'again-else' },
    },
    usageRecord: {
      as: clientLeadOf(a),
      other: clientLeadOf(b),
      fresh: (n) =>
        Promise.resolve({
          callOffId: a.callOff.id,
          meterId: l.meterId,
          quantity: `7${n}`,
          usedOn: `2026-08-0${n}`,
        }),
      changed: { usedOn: '2026-08-05', callOffId: at.otherCallOff.id },
    },
  };
};

/** Money that came in and is nobody's yet. */
const unmatched = async ({ l }: World): Promise<string> =>
  (await givenReceipt(l.lead, { amount: '5.00', reference: 'No number', receivedOn: '2026-08-05' })).id;

import type { Client } from '../client.js';
import { givenConcession, givenIssuedRun, givenRun, seeInvoices } from '../given/billing.js';
import { givenCallOff } from '../given/calloffs.js';
import { linesOf, withdrawOpen } from '../given/disputes.js';
import { givenDraftFramework, givenDraftOffering, givenLot } from '../given/catalogue.js';
import { givenMove, givenStartedOptIn } from '../given/membership.js';
import { givenReturn } from '../given/metering.js';
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
  // C has an invoice of each lead authority, and one that was voided.
  const financeOfC = await world.cUnderL.member.as('TENANT_FINANCE');
  const linesOfC: string[] = [];
  for (const { id, state } of await seeInvoices(financeOfC))
    if (state !== 'VOID') linesOfC.push(...(await linesOf(financeOfC, id)));
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
    linesOfC,
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
  const c = world.cUnderL.member;
  const at = await prepare(world);
  // What B takes each month is billed before, so that its invoices of July have one line each.
  await givenIssuedRun(l.lead, (await approvedInvoice(world, 0)).runId);
  const { manager, preparer, approver, otherManager, otherPreparer, otherApprover } = at;
  const service = () => l.lead.as('LEAD_SERVICE_MANAGER');
  const otherService = () => m.lead.as('LEAD_SERVICE_MANAGER');
  const clientLeadOf = (business: typeof a) => () => business.member.as('TENANT_CLIENT_LEAD');
  const optIn: { open: string | null } = { open: null };
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
          items: [{ meterId: l.itemId, units: `${n}` }],
        }),
      changed: { offeringId: l.spare.offeringIds[0], 'items.meterId': l.meterId },
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
    discountPropose: {
      as: preparer,
      other: otherPreparer,
      fresh: (n) =>
        Promise.resolve({
          callOffId: at.otherCallOff.id,
          meterId: l.itemId,
          percent: `1${n}`,
          firstMonth: '2027-06',
          lastMonth: '2027-07',
          reason: 'Agreed for the summer',
        }),
      changed: { callOffId: b.callOff.id, meterId: l.meterId, firstMonth: '2027-05', lastMonth: '2027-08' },
    },
    disputeRaise: {
      as: () => c.as('TENANT_FINANCE'),
      other: () => a.member.as('TENANT_FINANCE'),
      fresh: async (n) => {
        await withdrawOpen(await c.as('TENANT_FINANCE'), at.linesOfC[0] ?? '');
        return {
          ...{ invoiceLineId: at.linesOfC[0], kind: 'ERROR_REPORT', net: `1.0${n}` },
          ...{ reason: 'Fewer', evidence: 'A list' },
        };
      },
      changed: { invoiceLineId: at.linesOfC[1], kind: 'DISPUTE' },
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
          disputeDays: 30,
          spikePercent: 25,
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
        await stack.service.appointOperator({ email: OPERATOR, name: 'Ola Other' });
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
          fedBy: 'EVENTS',
          typicalPerThousand: '4.5',
          charge: 'USAGE',
          timing: 'ARREARS',
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
    volumeBandAdd: {
      as: manager,
      other: otherManager,
      fresh: (n) =>
        Promise.resolve({ meterId: at.offering.meterIds[0], above: `${n}00000`, discount: `${n}.5` }),
      changed: { meterId: at.otherOffering.meterIds[0] },
    },
    costSplitRecord: {
      as: () => a.member.as('TENANT_FINANCE'),
      other: () => b.member.as('TENANT_FINANCE'),
      fresh: (n) =>
        Promise.resolve({
          callOffId: a.callOff.id,
          fromMonth: `2026-0${n}`,
          shares: [{ costCentre: `centre-${n}`, subjectiveCode: '4200', percent: '100' }],
        }),
      changed: { callOffId: at.otherCallOff.id, fromMonth: '2026-09' },
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
    usageExplain: {
      as: clientLeadOf(a),
      other: clientLeadOf(b),
      fresh: (n) =>
        Promise.resolve({
          ...{ callOffId: a.callOff.id, meterId: l.meterId, month: '2026-07', text: `Because of ${n}` },
        }),
      changed: { callOffId: at.otherCallOff.id },
    },
    usageReturnFile: {
      as: service,
      other: otherService,
      fresh: async (n) => ({
        callOffId: (await returned(world, `2026-06-0${2 * n}`)).id,
        month: '2026-06',
        figures: [{ meterId: world.returning.meterId, quantity: '5' }],
      }),
      changed: { callOffId: a.callOff.id },
    },
    usageReturnFileNil: {
      as: service,
      other: otherService,
      fresh: async (n) => ({ callOffId: (await returned(world, `2026-06-1${2 * n}`)).id, month: '2026-06' }),
      changed: { callOffId: a.callOff.id },
    },
    usageReturnReplace: {
      as: service,
      other: otherService,
      fresh: async (n) => {
        const { id: callOffId } = await returned(world, `2026-06-2${2 * n}`);
        const { meterId } = world.returning;
        await givenReturn(await service(), callOffId, '2026-06', { [meterId]: '5' });
        const figures = [{ meterId, quantity: '6' }];
        return { callOffId, month: '2026-06', version: 1, figures, reason: 'A recount' };
      },
      changed: { callOffId: a.callOff.id },
    },
    usageReturnsUpload: {
      as: service,
      other: otherService,
      fresh: async (n) => {
        const { reference } = await returned(world, `2026-06-0${4 + 2 * n}`);
        return { month: '2026-06', content: `call-off,meter,quantity\n${reference},desk-visits,4` };
      },
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

/** Two days of the service that is counted by usage returns, for A. */
const returned = ({ a, returning }: World, startsOn: string): Promise<{ id: string; reference: string }> => {
  const endsOn = startsOn.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0'));
  return givenCallOff(a.member, returning.offeringId, { startsOn, endsOn, value: '10.00' });
};

/** Money that came in and is nobody's yet. */
const unmatched = async ({ l }: World): Promise<string> =>
  (await givenReceipt(l.lead, { amount: '5.00', reference: 'No number', receivedOn: '2026-08-05' })).id;

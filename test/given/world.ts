import { randomUUID } from 'node:crypto';
import { Client } from '../client.js';
import type { Stack } from '../stack.js';
import { givenCallOff, givenPurchaseOrder } from './calloffs.js';
import {
  givenDraftFramework,
  givenDraftOffering,
  givenFramework,
  givenLot,
  givenOffering,
  givenPrice,
  payslips,
} from './catalogue.js';
import { givenBody, givenLead, givenLeadDetails, givenMember, type Lead, type Member } from './directory.js';
import { givenUsageKey, sendUsage, usageEvent, type GivenEvent } from './metering.js';
import {
  completeAnswers,
  givenAgreementVersion,
  givenMembership,
  givenMove,
  givenStartedOptIn,
  givenSubmittedOptIn,
  type Choice,
  type TaskField,
} from './membership.js';

/** What a lead authority hosts: a published framework with one offering and its meter. */
export interface Hosted {
  readonly lead: Lead;
  readonly choice: Choice;
  /** Another of its offerings, which nobody has called off. */
  readonly spare: Choice;
  readonly offeringId: string;
  readonly meterId: string;
}

/** What a member has under one lead authority. */
export interface Business {
  readonly member: Member;
  readonly callOff: { readonly id: string; readonly reference: string };
  readonly usageKey: string;
}

/**
 * Two lead authorities, and four bodies with business of their own: `a` has everything, `b` has less, `c` is a
 * member of both lead authorities, and `m` hosts besides. Every word that somebody typed for one of them holds
 * `CANARY-<whose>-`, and every figure of theirs is nobody else's.
 */
export interface World {
  readonly stack: Stack;
  readonly l: Hosted;
  readonly m: Hosted;
  readonly a: Business;
  readonly b: Business;
  readonly cUnderL: Business;
  readonly cUnderM: Business;
  /** A body of the register that has nothing to do with any of them. */
  readonly strangerId: string;
  /** Signed in for A once, and then lost every role. */
  readonly former: { readonly email: string; readonly tokenBefore: string };
  /** Signed in, with no role anywhere. */
  readonly withoutRole: string;
  /** Tokens of B's that were good once. */
  readonly expiredToken: string;
  readonly revokedToken: string;
  /** `query invoice`, `mutation callOffAward`, … that somebody entitled has succeeded with. */
  readonly succeeded: ReadonlySet<string>;
}

const STOURLEY = 'INV-STOURLEY';
const CALDERWICK = 'INV-CALDERWICK';
const TARNSIDE = 'INV-TARNSIDE';
const FIRE = 'INV-NORTHMERE-FIRE';
const WESTERLOW = 'INV-WESTERLOW';

/** The day on which everything begins: the framework is open. */
const OPENING = '2026-04-02';

/** Builds the whole world through the public API, as the people concerned. */
export const givenWorld = async (stack: Stack): Promise<World> => {
  // Events are sent past the client that notes what succeeds, and must all be taken.
  const succeeded = new Set<string>(['http POST /v1/usage']);
  const stopNoting = noteSuccesses(succeeded);
  try {
    return { ...(await build(stack)), succeeded };
  } finally {
    stopNoting();
  }
};

const build = async (stack: Stack): Promise<Omit<World, 'succeeded'>> => {
  await stack.setClock(OPENING);
  const lead = await givenLead(stack);
  const otherLead = await givenLead(stack, { body: WESTERLOW, prefix: 'WST' });
  const [a, b, c] = [
    await givenMember(stack, { body: STOURLEY }),
    await givenMember(stack, { body: CALDERWICK }),
    await givenMember(stack, { body: TARNSIDE }),
  ];
  const expiredToken = (await b.as('TENANT_ADMIN')).token ?? '';
  const [l, m] = await Promise.all([
    hosted(lead, 'L', [a, b, c], { unit: '4.42', ceiling: '5000000.00' }),
    hosted(otherLead, 'M', [c], { unit: '7.91', ceiling: '3000000.00' }),
  ]);
  const [ofA, ofB, cUnderL] = await Promise.all([
    business(stack, l, a, 'A', {
      value: '48611.17',
      purchaseOrder: '48619.23',
      quantities: ['12371.25', '1249.53'],
    }),
    business(stack, l, b, 'B', {
      value: '31337.19',
      purchaseOrder: '31351.07',
      quantities: ['8813.75', '883.25'],
    }),
    business(stack, l, c, 'CL', {
      value: '27191.43',
      purchaseOrder: '27197.11',
      quantities: ['6173.5', '619.75'],
    }),
  ]);
  const cUnderM = await business(stack, m, c, 'CM', {
    value: '19013.37',
    purchaseOrder: '19031.29',
    quantities: ['4211.25', '431.125'],
  });
  await otherOptIns(l, a, 'A');
  await catalogueAndRegister(l);
  await leadsOwnUsage(stack, l, [ofA, ofB]);
  const numbers = await april(stack, [l, m], ofA);
  await may(stack, l, ofA, numbers);
  await june(stack, l, ofA);
  const former = await formerColleague(a);
  const signedOut = await stack.signIn(`tenant-admin@${b.domain}`);
  await revokeOther(stack, signedOut, `tenant-admin@${b.domain}`);
  await signedOut.ok('mutation { sessionSignOut { sessionId userErrors { code message } } }');
  return {
    stack,
    l,
    m,
    a: ofA,
    b: ofB,
    cUnderL,
    cUnderM,
    strangerId: (await givenBody(stack, FIRE)).id,
    former,
    withoutRole: 'nobody@fenhollow.gov.example',
    expiredToken,
    revokedToken: signedOut.token ?? '',
  };
};

/** Notes each operation that comes back without a fault, until it is stopped. */
const noteSuccesses = (succeeded: Set<string>): (() => void) => {
  const send = Client.prototype.send;
  Client.prototype.send = async function <T>(this: Client, query: string, variables: object = {}) {
    const answer = await send.call(this, query, variables);
    const kind = /^\s*mutation/.test(query) ? 'mutation' : 'query';
    if (answer.errors.length === 0)
      for (const [name, payload] of Object.entries(answer.data ?? {}))
        if (((payload as { userErrors?: unknown[] } | null)?.userErrors ?? []).length === 0)
          succeeded.add(`${kind} ${name}`);
    return answer as { status: number; data: T | null; errors: typeof answer.errors };
  };
  return () => {
    Client.prototype.send = send;
  };
};

/** A framework that these members may use, one offering, the agreement's text, and drafts that nobody else may see. */
const hosted = async (
  lead: Lead,
  whose: 'L' | 'M',
  members: readonly Member[],
  { unit, ceiling }: { unit: string; ceiling: string },
): Promise<Hosted> => {
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  await givenLeadDetails(lead);
  const { frameworkId, lotId } = await givenFramework(
    manager,
    members.map(({ bodyId }) => ({ bodyId })),
    { ceiling },
  );
  const meter = { ...payslips, price: { model: 'PER_UNIT', unit } };
  const { offeringId, meterIds } = await givenOffering(manager, lotId, { meters: [meter] });
  const spare = await givenOffering(manager, lotId, { title: 'Payroll Plus', meters: [meter] });
  await closedOfferings(manager, lotId);
  await laterPrice(manager, meterIds[0] ?? '', unit);
  await givenAgreementVersion(manager, frameworkId);
  const draft = await givenDraftFramework(manager, {
    title: `CANARY-${whose}-framework`,
    reference: `CANARY-${whose}-1`,
  });
  const draftLot = await givenLot(manager, draft, { title: `CANARY-${whose}-lot` });
  await givenDraftOffering(manager, draftLot, { title: `CANARY-${whose}-offering` });
  // Signed in once, before several members' business needs them at the same time.
  for (const role of ['LEAD_APPROVER', 'LEAD_SERVICE_MANAGER']) await lead.as(role);
  return {
    lead,
    choice: { frameworkId, offeringIds: [offeringId] },
    spare: { frameworkId, offeringIds: [spare.offeringId] },
    offeringId,
    meterId: meterIds[0] ?? '',
  };
};

/** One offering that is suspended and one that is withdrawn. */
const closedOfferings = async (manager: Client, lotId: string): Promise<void> => {
  for (const [title, mutation, input] of [
    ['Payroll Lite', 'offeringSuspend', 'OfferingSuspendInput'],
    ['Payroll Classic', 'offeringWithdraw', 'OfferingWithdrawInput'],
  ] as const) {
    const { offeringId } = await givenOffering(manager, lotId, { title });
    await manager.ok(
      `mutation($input: ${input}!) { ${mutation}(input: $input) { userErrors { code message } } }`,
      { input: { offeringId } },
    );
  }
};

/** A price that was to come and was withdrawn, and one that is to come. */
const laterPrice = async (manager: Client, meterId: string, unit: string): Promise<void> => {
  const later = { startsOn: '2027-04-01', price: { model: 'PER_UNIT', unit } };
  const priceVersionId = await givenPrice(manager, meterId, later);
  await manager.ok(
    'mutation($input: PriceVersionWithdrawInput!) { priceVersionWithdraw(input: $input) { userErrors { code message } } }',
    { input: { priceVersionId } },
  );
  await givenPrice(manager, meterId, later);
};

interface Figures {
  readonly value: string;
  readonly purchaseOrder: string;
  readonly quantities: readonly [string, string];
}

/** Everything from the opt-in to usage, with canaries in every text. */
const business = async (
  stack: Stack,
  { lead, choice, offeringId, meterId }: Hosted,
  member: Member,
  whose: string,
  figures: Figures,
): Promise<Business> => {
  const canary = (what: string): string => `CANARY-${whose}-${what}`;
  await givenMembership(lead, member, choice, canaryAnswers(whose, member.domain, meterId));
  const callOff = await givenCallOff(member, offeringId, { value: figures.value });
  await givenPurchaseOrder(member, callOff.id, { number: canary('order'), value: figures.purchaseOrder });
  const { secret: usageKey } = await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id], {
    label: canary('key'),
    source: sourceOf(whose),
  });
  const time = '2026-04-02T07:30:00Z';
  const unknown = { type: `canary.${whose.toLowerCase()}.meter`, time };
  await send(stack, usageKey, whose, [
    { id: eventId(whose, 1), quantity: figures.quantities[0], time },
    { id: eventId(whose, 2), quantity: '10', ...unknown },
    { id: eventId(whose, 3), quantity: '11', ...unknown },
    { id: eventId(whose, 4), quantity: '12', ...unknown },
  ]);
  const clientLead = await member.as('TENANT_CLIENT_LEAD');
  await clientLead.ok(
    'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { usageRecord { quantity } userErrors { code message } } }',
    {
      input: {
        callOffId: callOff.id,
        meterId,
        quantity: figures.quantities[1],
        usedOn: '2026-04-01',
        idempotencyKey: randomUUID(),
      },
    },
  );
  await resolveQuarantine(lead, member, whose);
  return { member, callOff, usageKey };
};

/** Complete answers of every task, with a canary in each text. */
const canaryAnswers = (
  whose: string,
  domain: string,
  meterId: string,
): { readonly [F in TaskField]: object } => {
  const canary = (what: string): string => `CANARY-${whose}-${what}`;
  const email = (what: string): string => `canary-${whose.toLowerCase()}-${what}@${domain}`;
  return {
    aboutYou: {
      sponsorName: canary('sponsor'),
      sponsorEmail: email('sponsor'),
      clientLeadName: canary('client-lead'),
      clientLeadEmail: email('client-lead'),
      financeName: canary('finance'),
      financeEmail: email('finance'),
    },
    yourNeed: { outcomes: canary('outcomes'), volumes: [{ meterId, perYear: '12000' }] },
    money: { ...completeAnswers.money, costCentre: canary('cost-centre') },
    information: {
      ...completeAnswers.information,
      officerName: canary('officer'),
      officerRole: canary('officer-role'),
      adviserName: canary('adviser'),
      advice: canary('advice'),
    },
    authority: {
      ...completeAnswers.authority,
      reference: canary('decision'),
      decidedBy: canary('decided-by'),
    },
  };
};

/** Where a member's system sends from. */
export const sourceOf = (whose: string): string => `urn:canary-${whose.toLowerCase()}-payroll`;

const eventId = (whose: string, number: number): string => `CANARY-${whose}-event-${number}`;

/** Sends events with a usage key, as a member's system does; none may be rejected. */
const send = async (
  stack: Stack,
  key: string,
  whose: string,
  events: readonly GivenEvent[],
): Promise<void> => {
  const answer = await sendUsage(
    stack.url,
    key,
    events.map((event) => usageEvent({ source: sourceOf(whose), ...event })),
  );
  if (answer.rejected.length > 0) throw new Error(`usage was rejected: ${JSON.stringify(answer.rejected)}`);
};

interface Held {
  readonly id: string;
  readonly name: { readonly eventId: string };
}

/** Of what a member's system sent for an unknown meter, one is released, one rejected and one left in quarantine. */
const resolveQuarantine = async (lead: Lead, member: Member, whose: string): Promise<void> => {
  const manager = await lead.as('LEAD_SERVICE_MANAGER');
  const { quarantine } = await manager.ok<{ quarantine: { edges: { node: Held }[] } }>(
    'query($memberId: ID!) { quarantine(memberId: $memberId, state: HELD, first: 50) { edges { node { id name { eventId } } } } }',
    { memberId: member.bodyId },
  );
  const idOf = (number: number): string => {
    const found = quarantine.edges.find(({ node }) => node.name.eventId === eventId(whose, number));
    if (!found) throw new Error(`event ${number} of ${whose} is not in quarantine`);
    return found.node.id;
  };
  await manager.ok(
    'mutation($input: QuarantineReleaseInput!) { quarantineRelease(input: $input) { userErrors { code message } } }',
    { input: { quarantineId: idOf(2), meterCode: payslips.code, note: `CANARY-${whose}-release` } },
  );
  await manager.ok(
    'mutation($input: QuarantineRejectInput!) { quarantineReject(input: $input) { userErrors { code message } } }',
    { input: { quarantineId: idOf(3), reason: `CANARY-${whose}-reject` } },
  );
};

/** An opt-in that the lead authority sent back with a question, and before it one withdrawn and one declined. */
const otherOptIns = async ({ lead, spare }: Hosted, member: Member, whose: string): Promise<void> => {
  const clientLead = await member.as('TENANT_CLIENT_LEAD');
  const reviewer = await lead.as('LEAD_CATALOGUE_MANAGER');
  const answers = {
    authority: { ...completeAnswers.authority, reference: `CANARY-${whose}-other-decision` },
  };
  const withdrawn = await givenStartedOptIn(clientLead, spare);
  await givenMove(clientLead, 'optInPause', withdrawn);
  await givenMove(clientLead, 'optInResume', withdrawn);
  await givenMove(clientLead, 'optInWithdraw', withdrawn);
  const declined = await givenSubmittedOptIn(member, spare, answers);
  await givenMove(reviewer, 'optInReviewStart', declined);
  await givenMove(reviewer, 'optInDecline', declined, { reason: `CANARY-${whose}-declined` });
  const returned = await givenSubmittedOptIn(member, spare, answers);
  await givenMove(reviewer, 'optInReturn', returned, {
    questions: [{ task: 'ABOUT_YOU', question: `CANARY-${whose}-question` }],
  });
};

/** Ends one's own session of another place. */
const revokeOther = async (stack: Stack, client: Client, email: string): Promise<void> => {
  const other = await stack.signIn(email);
  const { sessions } = await other.ok<{
    sessions: { edges: { node: { id: string; isCurrent: boolean } }[] };
  }>('query { sessions(first: 20) { edges { node { id isCurrent } } } }');
  const current = sessions.edges.find(({ node }) => node.isCurrent);
  await client.ok(
    'mutation($input: SessionRevokeInput!) { sessionRevoke(input: $input) { userErrors { code message } } }',
    {
      input: { sessionId: current?.node.id },
    },
  );
};

/** Somebody who worked for the body, signed in, and then lost the role. */
const formerColleague = async (member: Member): Promise<World['former']> => {
  const localPart = 'former-colleague';
  const client = await member.as('TENANT_FINANCE', localPart);
  const { me } = await client.ok<{ me: { person: { id: string } } }>('query { me { person { id } } }');
  const administrator = await member.as('TENANT_ADMIN');
  const change = (mutation: 'roleGrant' | 'roleRevoke', role: string): Promise<unknown> =>
    administrator.ok(
      `mutation($input: ${mutation === 'roleGrant' ? 'RoleGrantInput' : 'RoleRevokeInput'}!) { ${mutation}(input: $input) { userErrors { code message } } }`,
      { input: { personId: me.person.id, role } },
    );
  await change('roleGrant', 'TENANT_SPONSOR');
  await change('roleRevoke', 'TENANT_SPONSOR');
  await change('roleRevoke', 'TENANT_FINANCE');
  return { email: `${localPart}@${member.domain}`, tokenBefore: client.token ?? '' };
};

/** A body that the register lacked, and a usage key that was revoked. */
const catalogueAndRegister = async ({ lead }: Hosted): Promise<void> => {
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  await manager.ok(
    'mutation($input: BodyAddInput!) { bodyAdd(input: $input) { userErrors { code message } } }',
    {
      input: {
        name: 'Northmere Schools Trust',
        type: 'Academy trust',
        reason: 'It is named in the notice.',
        idempotencyKey: randomUUID(),
      },
    },
  );
};

/** What the lead authority's own service manager sends for several members, some of it for nobody that can be found. */
const leadsOwnUsage = async (stack: Stack, { lead }: Hosted, members: readonly Business[]): Promise<void> => {
  const manager = await lead.as('LEAD_SERVICE_MANAGER');
  const callOffIds = members.map(({ callOff }) => callOff.id);
  const { secret } = await givenUsageKey(manager, callOffIds, {
    label: 'CANARY-L-key',
    source: 'northmere-service',
  });
  const time = '2026-04-02T07:45:00Z';
  await send(stack, secret, 'L', [
    { id: 'CANARY-L-nobody', quantity: '3', time, source: 'northmere-service' },
    ...members.map(({ callOff }, i) => ({
      id: `lead-event-${i}`,
      quantity: '2',
      time,
      calloff: callOff.id,
      source: 'northmere-service',
    })),
  ]);
  const spare = await givenUsageKey(manager, callOffIds, {
    label: 'CANARY-L-spare',
    source: 'northmere-service',
  });
  await manager.ok(
    'mutation($input: UsageKeyRevokeInput!) { usageKeyRevoke(input: $input) { userErrors { code message } } }',
    {
      input: { usageKeyId: spare.id },
    },
  );
};

interface SeenDocument {
  readonly id: string;
  readonly number: string | null;
  readonly gross: { readonly amount: string };
  readonly contentSha256: string;
  readonly state: string;
  readonly lines: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

/** Prepares a month's run and waits for its drafts. */
const prepare = async (
  stack: Stack,
  lead: Lead,
  month: string,
): Promise<{ id: string; draftsSha256: string | null }> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { billingRunPrepare } = await preparer.ok<{ billingRunPrepare: { billingRun: { id: string } } }>(
    'mutation($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { code message } } }',
    { input: { month, idempotencyKey: randomUUID() } },
  );
  await stack.jobsDone();
  const { billingRun } = await preparer.ok<{ billingRun: { id: string; draftsSha256: string | null } }>(
    'query($id: ID!) { billingRun(id: $id) { id draftsSha256 } }',
    { id: billingRunPrepare.billingRun.id },
  );
  return billingRun;
};

const documents = async (
  client: Client,
  list: 'invoices' | 'creditNotes',
  memberId: string,
): Promise<readonly SeenDocument[]> => {
  const answer = await client.ok<Record<string, { edges: { node: SeenDocument }[] }>>(
    `query($withBodyId: ID!) { ${list}(withBodyId: $withBodyId, first: 20) { edges { node { id number gross { amount } contentSha256 state lines(first: 5) { edges { node { id } } } } } } }`,
    { withBodyId: memberId },
  );
  return (answer[list]?.edges ?? []).map(({ node }) => node);
};

/** Approves or issues one document. */
const settle = async (
  approver: Client,
  mutation: 'invoiceApprove' | 'invoiceIssue' | 'creditNoteApprove' | 'creditNoteIssue',
  document: SeenDocument,
): Promise<void> => {
  const id = mutation.startsWith('invoice') ? { invoiceId: document.id } : { creditNoteId: document.id };
  const rest = mutation.endsWith('Approve')
    ? { contentSha256: document.contentSha256 }
    : { idempotencyKey: randomUUID() };
  await approver.ok(
    `mutation($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { userErrors { code message } } }`,
    { input: { ...id, ...rest } },
  );
};

/** April is billed and issued by both lead authorities; A pays part of it, and too much by mistake. */
const april = async (stack: Stack, hosts: readonly Hosted[], { member }: Business): Promise<SeenDocument> => {
  await stack.setClock('2026-05-06');
  for (const { lead } of hosts) {
    const { id, draftsSha256 } = await prepare(stack, lead, '2026-04');
    const approver = await lead.as('LEAD_FINANCE_APPROVER');
    await approver.ok(
      'mutation($input: BillingRunApproveInput!) { billingRunApprove(input: $input) { failures { message } userErrors { code message } } }',
      { input: { billingRunId: id, contentSha256: draftsSha256 } },
    );
    await approver.ok(
      'mutation($input: BillingRunIssueInput!) { billingRunIssue(input: $input) { failures { message } userErrors { code message } } }',
      { input: { billingRunId: id, idempotencyKey: randomUUID() } },
    );
  }
  const [l, m] = hosts;
  if (!l || !m) throw new Error('two lead authorities are needed');
  const invoice = only(await documents(await l.lead.as('LEAD_FINANCE_APPROVER'), 'invoices', member.bodyId));
  const preparer = await l.lead.as('LEAD_FINANCE_PREPARER');
  await receive(preparer, {
    amount: '1009.37',
    payer: 'CANARY-A-payer',
    reference: `CANARY-A-reference ${invoice.number}`,
  });
  const receiptId = await receive(preparer, {
    amount: '2003.89',
    payer: 'CANARY-A-payer',
    reference: 'CANARY-A-no-number',
  });
  await preparer.ok(
    'mutation($input: ReceiptAllocateInput!) { receiptAllocate(input: $input) { userErrors { code message } } }',
    {
      input: { receiptId, invoiceId: invoice.id, amount: '1013.61', idempotencyKey: randomUUID() },
    },
  );
  await preparer.ok(
    'mutation($input: BankStatementImportInput!) { bankStatementImport(input: $input) { userErrors { code message } } }',
    {
      input: {
        fileName: 'CANARY-L-statement.csv',
        content: `date,amount,payer,reference\n2026-05-05,90000.41,CANARY-A-payer,${invoice.number} CANARY-A-too-much\n2026-05-05,77.13,CANARY-L-payer,CANARY-L-unknown\n`,
        idempotencyKey: randomUUID(),
      },
    },
  );
  await receive(await m.lead.as('LEAD_FINANCE_PREPARER'), {
    amount: '401.77',
    payer: 'CANARY-M-payer',
    reference: 'CANARY-M-none',
  });
  return invoice;
};

const only = <T>(items: readonly T[]): T => {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) throw new Error(`one was expected, not ${items.length}`);
  return first;
};

const receive = async (
  preparer: Client,
  receipt: { amount: string; payer: string; reference: string },
): Promise<string> => {
  const { receiptRecord } = await preparer.ok<{ receiptRecord: { receipt: { id: string } } }>(
    'mutation($input: ReceiptRecordInput!) { receiptRecord(input: $input) { receipt { id } userErrors { code message } } }',
    { input: { ...receipt, receivedOn: '2026-05-05', idempotencyKey: randomUUID() } },
  );
  return receiptRecord.receipt.id;
};

/** In May a concession is credited, April is corrected downwards, and A's bill is approved but not issued. */
const may = async (
  stack: Stack,
  { lead }: Hosted,
  { member, usageKey }: Business,
  issued: SeenDocument,
): Promise<void> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  await preparer.ok(
    'mutation($input: CreditNoteRaiseInput!) { creditNoteRaise(input: $input) { userErrors { code message } } }',
    {
      input: {
        invoiceId: issued.id,
        lines: [{ invoiceLineId: only(issued.lines.edges).node.id, net: '103.79' }],
        reason: 'CANARY-A-concession',
        idempotencyKey: randomUUID(),
      },
    },
  );
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await settle(approver, 'creditNoteApprove', only(await documents(approver, 'creditNotes', member.bodyId)));
  await settle(approver, 'creditNoteIssue', only(await documents(approver, 'creditNotes', member.bodyId)));
  await send(stack, usageKey, 'A', [
    { id: eventId('A', 5), quantity: '12001.25', time: '2026-04-02T07:30:00Z', corrects: eventId('A', 1) },
    { id: eventId('A', 6), quantity: '1301.75', time: '2026-05-02T07:30:00Z' },
  ]);
  await stack.setClock('2026-06-05');
  await prepare(stack, lead, '2026-05');
  const again = await lead.as('LEAD_FINANCE_APPROVER');
  for (const invoice of (await documents(again, 'invoices', member.bodyId)).filter(
    ({ state }) => state === 'DRAFT',
  ))
    await settle(again, 'invoiceApprove', invoice);
  for (const invoice of (await documents(again, 'invoices', member.bodyId)).filter(
    ({ state }) => state === 'APPROVED',
  ))
    await settle(again, 'invoiceIssue', invoice);
};

/** June's bill of A is approved, and July's is a draft. */
const june = async (stack: Stack, { lead }: Hosted, { member, usageKey }: Business): Promise<void> => {
  await send(stack, usageKey, 'A', [
    { id: eventId('A', 7), quantity: '1409.25', time: '2026-06-02T07:30:00Z' },
  ]);
  await stack.setClock('2026-07-06');
  await prepare(stack, lead, '2026-06');
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  for (const invoice of (await documents(approver, 'invoices', member.bodyId)).filter(
    ({ state }) => state === 'DRAFT',
  ))
    await settle(approver, 'invoiceApprove', invoice);
  await send(stack, usageKey, 'A', [
    { id: eventId('A', 8), quantity: '1511.25', time: '2026-07-02T07:30:00Z' },
  ]);
  await stack.setClock('2026-08-06');
  await prepare(stack, lead, '2026-07');
};

import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Stack } from '../stack.js';
import { givenCallOff, givenPurchaseOrder } from './calloffs.js';
import type { Lead, Member } from './directory.js';
import {
  completeAnswers,
  givenMembership,
  givenMove,
  givenStartedOptIn,
  givenSubmittedOptIn,
  type TaskField,
} from './membership.js';
import { givenRecordedUsage, givenUsageKey, sendUsage, usageEvent, type GivenEvent } from './metering.js';
import { payslips } from './catalogue.js';
import type { Hosted } from './world-hosted.js';

/** What a member has under one lead authority. */
export interface Business {
  readonly member: Member;
  readonly callOff: { readonly id: string; readonly reference: string };
  readonly usageKey: string;
}

interface Figures {
  readonly value: string;
  readonly purchaseOrder: string;
  readonly quantities: readonly [string, string];
}

/** Everything from the opt-in to usage, with canaries in every text. */
export const givenBusiness = async (
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
  await givenSeenMethod(await member.as('TENANT_FINANCE'), lead.bodyId);
  await givenShape(await member.as('TENANT_FINANCE'), lead, { callOffId: callOff.id, canary });
  const { secret: usageKey } = await givenUsageKey(await member.as('TENANT_ADMIN'), [callOff.id], {
    label: canary('key'),
    source: sourceOf(whose),
  });
  const time = '2026-04-02T07:30:00Z';
  const unknown = { type: `canary.${whose.toLowerCase()}.meter`, time };
  await sendEvents(stack, usageKey, whose, [
    { id: eventId(whose, 1), quantity: figures.quantities[0], time },
    { id: eventId(whose, 2), quantity: '10', ...unknown },
    { id: eventId(whose, 3), quantity: '11', ...unknown },
    { id: eventId(whose, 4), quantity: '12', ...unknown },
  ]);
  await givenRecordedUsage(await member.as('TENANT_CLIENT_LEAD'), {
    callOffId: callOff.id,
    meterId,
    quantity: figures.quantities[1],
    usedOn: '2026-04-01',
  });
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

export const eventId = (whose: string, number: number): string => `CANARY-${whose}-event-${number}`;

/** Sends events with a usage key, as a member's system does; none may be rejected. */
export const sendEvents = async (
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
export const otherOptIns = async ({ lead, spare }: Hosted, member: Member, whose: string): Promise<void> => {
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

/** What the lead authority's own service manager sends for several members, some of it for nobody that can be found. */
export const leadsOwnUsage = async (
  stack: Stack,
  { lead }: Hosted,
  members: readonly Business[],
): Promise<void> => {
  const manager = await lead.as('LEAD_SERVICE_MANAGER');
  const callOffIds = members.map(({ callOff }) => callOff.id);
  const { secret } = await givenUsageKey(manager, callOffIds, {
    label: 'CANARY-L-key',
    source: 'northmere-service',
  });
  const time = '2026-04-02T07:45:00Z';
  await sendEvents(stack, secret, 'L', [
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

/** The member's finance staff choose how to be invoiced and split their charges; its lead authority bills every penny. */
const givenShape = async (
  finance: Client,
  lead: Lead,
  { callOffId, canary }: { readonly callOffId: string; readonly canary: (what: string) => string },
): Promise<void> => {
  await finance.ok(
    'mutation($input: InvoiceGroupingChooseInput!) { invoiceGroupingChoose(input: $input) { userErrors { code message } } }',
    { input: { leadId: lead.bodyId, grouping: 'PER_ORDER' } },
  );
  await finance.ok('{ invoiceGroupings { leadId grouping } }');
  const shares = [
    { costCentre: canary('split-centre'), subjectiveCode: canary('split-code'), percent: '100' },
  ];
  await finance.ok(
    'mutation($input: CostSplitRecordInput!) { costSplitRecord(input: $input) { userErrors { code message } } }',
    { input: { callOffId, fromMonth: '2026-04', shares, idempotencyKey: randomUUID() } },
  );
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await approver.ok(
    'mutation($input: SmallestInvoiceSetInput!) { smallestInvoiceSet(input: $input) { userErrors { code message } } }',
    { input: { smallestInvoice: '0.01' } },
  );
  await approver.ok('{ smallestInvoice { amount } }');
};

/** The member's finance staff keep to BACS, and see that they do. */
const givenSeenMethod = async (finance: Client, leadId: string): Promise<void> => {
  await finance.ok(
    'mutation($input: PaymentMethodChooseInput!) { paymentMethodChoose(input: $input) { userErrors { code message } } }',
    { input: { leadId, method: 'BACS_TRANSFER' } },
  );
  await finance.ok('query($leadId: ID!) { paymentMethod(leadId: $leadId) { method } }', { leadId });
  await finance.ok('{ paymentMethods { leadName method } }');
};

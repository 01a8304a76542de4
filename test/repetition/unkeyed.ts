import { fromPublicId } from '#libs/kernel';
import type { Client } from '../client.js';
import {
  givenConcession,
  givenDiscount,
  givenRun,
  seeInvoices,
  seeLateUsage,
  seeRun,
} from '../given/billing.js';
import { givenDispute, givenDisputeMove, linesOf, withdrawOpen } from '../given/disputes.js';
import {
  givenDraftFramework,
  givenDraftOffering,
  givenFramework,
  givenLot,
  givenOffering,
  givenPrice,
  givenRule,
  givenVolumeBand,
} from '../given/catalogue.js';
import { givenEstimateOfCost } from '../given/costs.js';
import {
  completeAnswers,
  givenAgreementVersion,
  givenApprovedOptIn,
  givenMove,
  givenSignature,
  givenStartedOptIn,
  givenSubmittedOptIn,
  seeAgreement,
  seeOptIn,
  type Choice,
} from '../given/membership.js';
import { givenCallOff } from '../given/calloffs.js';
import { givenUsageKey } from '../given/metering.js';
import type { World } from '../given/world.js';
import type { Business } from '../given/world-business.js';
import type { Input } from './keyed.js';

/** A mutation that takes no key, and why a repeat of it does no harm. */
export interface Unkeyed {
  readonly why: string;
  readonly as: () => Promise<Client>;
  readonly input: () => Promise<Input | null>;
  /** The codes that the repeat is answered with; none when it is answered like the first. */
  readonly again: readonly string[];
  /** The repeat does something again that does no harm: a new code, the same details. */
  readonly renews?: true;
}

const STATE = 'what it moves can move so once: afterwards it stands elsewhere';
const VERSION = 'it names the version that was seen, and moving on makes another';
const ABSENT = 'what it takes away is not there a second time';

interface Held {
  readonly id: string;
  readonly memberId: string;
}

/** Every mutation without a key. One that is not here fails the repetition test by its name. */
export const unkeyedScenarios = async (world: World): Promise<Readonly<Record<string, Unkeyed>>> => {
  const { stack, l, a, b } = world;
  const manager = await l.lead.as('LEAD_CATALOGUE_MANAGER');
  const { framework } = await manager.ok<{ framework: { lots: { id: string }[] } }>(
    'query($id: ID!) { framework(id: $id) { lots { id } } }',
    { id: l.choice.frameworkId },
  );
  const lotId = framework.lots[0]?.id ?? '';
  const as = {
    manager: () => l.lead.as('LEAD_CATALOGUE_MANAGER'),
    approver: () => l.lead.as('LEAD_FINANCE_APPROVER'),
    preparer: () => l.lead.as('LEAD_FINANCE_PREPARER'),
    service: () => l.lead.as('LEAD_SERVICE_MANAGER'),
    clientLead: () => b.member.as('TENANT_CLIENT_LEAD'),
    admin: () => b.member.as('TENANT_ADMIN'),
  };

  const newOffering = async (title: string): Promise<string> =>
    (await givenOffering(await as.manager(), lotId, { title })).offeringId;
  const newChoice = async (title: string): Promise<Choice> => ({
    frameworkId: l.choice.frameworkId,
    offeringIds: [await newOffering(title)],
  });
  /** A framework of its own, which B has approval to join and whose agreement it has not signed. */
  const joining = async (): Promise<string> => {
    const lead = await as.manager();
    const { frameworkId, lotId: lot } = await givenFramework(lead, [{ bodyId: b.member.bodyId }]);
    const { offeringId } = await givenOffering(lead, lot);
    await givenAgreementVersion(lead, frameworkId);
    await givenApprovedOptIn(l.lead, b.member, { frameworkId, offeringIds: [offeringId] });
    return frameworkId;
  };
  const started = async (title: string): Promise<string> =>
    givenStartedOptIn(await as.clientLead(), await newChoice(title));
  const submitted = async (title: string): Promise<string> =>
    givenSubmittedOptIn(b.member, await newChoice(title));
  const seen = async (optInId: string, more: object = {}): Promise<Input> => {
    const { version } = await seeOptIn(await as.clientLead(), optInId);
    return { optInId, version, ...more };
  };
  const drafted = async (quantity: string): Promise<{ runId: string; id: string; contentSha256: string }> => {
    await recordUsage(world, b, quantity);
    const { id: runId } = await givenRun(stack, l.lead, '2026-07');
    const drafts = await seeInvoices(await as.approver(), { runId, withBodyId: b.member.bodyId });
    const draft = drafts.find(({ state }) => state === 'DRAFT');
    if (!draft) throw new Error('nothing was drafted');
    return { runId, id: draft.id, contentSha256: draft.contentSha256 };
  };
  /** B reports an error on its first line, after what it said before was taken back. */
  const reported = async (): Promise<string> => {
    const finance = await b.member.as('TENANT_FINANCE');
    const [issued] = (await seeInvoices(finance)).filter(({ state }) => state !== 'VOID');
    const [line = ''] = await linesOf(finance, issued?.id ?? '');
    await withdrawOpen(finance, line);
    return givenDispute(finance, line, { kind: 'ERROR_REPORT' });
  };
  const held = async (member: Business): Promise<string> => {
    const { quarantine } = await (
      await as.service()
    ).ok<{ quarantine: { edges: { node: Held }[] } }>(
      'query($memberId: ID!) { quarantine(memberId: $memberId, state: HELD, first: 1) { edges { node { id memberId } } } }',
      { memberId: member.member.bodyId },
    );
    const [first] = quarantine.edges;
    if (!first) throw new Error('nothing is in quarantine');
    return first.node.id;
  };
  const colleague = async (role: string, localPart: string): Promise<string> => {
    const client = await b.member.as(role, localPart);
    return (await client.ok<{ me: { person: { id: string } } }>('query { me { person { id } } }')).me.person
      .id;
  };
  const newcomer = 'newcomer@fenhollow.gov.example';
  const signedIn = new Map<string, Promise<Client>>();
  const session = (email: string): Promise<Client> => {
    const client = signedIn.get(email) ?? stack.signIn(email);
    signedIn.set(email, client);
    return client;
  };

  return {
    agreementCountersign: {
      why: STATE,
      as: () => l.lead.as('LEAD_APPROVER'),
      input: async () => ({
        agreementId: await givenSignature(b.member, await joining()),
        role: 'Head of Legal',
      }),
      again: ['STATE_NOT_ALLOWED'],
    },
    agreementSign: {
      why: STATE,
      as: () => b.member.as('TENANT_SIGNATORY'),
      input: async () => {
        const { id, terms } = await seeAgreement(await b.member.as('TENANT_SIGNATORY'), await joining());
        return {
          agreementId: id,
          version: terms.version,
          textSha256: terms.sha256,
          role: 'Chief Executive',
          confirmsAuthority: true,
        };
      },
      again: ['AGREEMENT_LOCKED'],
    },
    billingRunApprove: {
      why: 'it names the content that was seen, and nothing of it is a draft afterwards',
      as: as.approver,
      input: async () => {
        const { runId } = await drafted('21.1');
        return {
          billingRunId: runId,
          contentSha256: (await seeRun(await as.approver(), runId)).draftsSha256,
        };
      },
      again: ['RUN_NOTHING_TO_APPROVE'],
    },
    billingRunRetry: {
      why: 'what was parked waits to be worked out, and then it is',
      as: as.preparer,
      input: async () => {
        const { runId } = await drafted('21.2');
        await stack.sql(
          `update billing_run_tenant set state = 'PARKED', reason = 'no price' where run_id = $1 and tenant_id = $2`,
          [fromPublicId('billingRun', runId), fromPublicId('body', b.member.bodyId)],
        );
        return { billingRunId: runId };
      },
      again: ['RUN_NOTHING_TO_APPROVE'],
    },
    billingRunStop: {
      why: STATE,
      as: as.preparer,
      input: async () => {
        const { runId } = await drafted('21.3');
        await stack.jobsDone();
        // As it stands between two members; nothing else would hold the worker there.
        const run = [fromPublicId('billingRun', runId)];
        await stack.sql(`update billing_run set state = 'PREPARING', finished_at = null where id = $1`, run);
        await stack.sql(`update billing_run_tenant set state = 'WAITING' where run_id = $1`, run);
        return { billingRunId: runId };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    invoiceGroupingChoose: {
      why: 'a choice that holds already is left as it is',
      as: () => b.member.as('TENANT_FINANCE'),
      input: () => Promise.resolve({ leadId: l.lead.bodyId, grouping: 'CONSOLIDATED' }),
      again: [],
    },
    lateUsageApprove: {
      why: STATE,
      as: as.approver,
      input: async () => {
        const [late] = (await seeLateUsage(l.lead)).filter(({ isWaiting }) => isWaiting);
        return { lateUsageId: late?.id, net: late?.net.amount, reason: 'Seen' };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    lateUsageLimitSet: {
      why: 'a limit that holds already is left as it is',
      as: as.approver,
      input: () => Promise.resolve({ lateUsageLimit: '501' }),
      again: [],
    },
    smallestInvoiceSet: {
      why: 'a sum that holds already is left as it is',
      as: as.approver,
      input: () => Promise.resolve({ smallestInvoice: '0.02' }),
      again: [],
    },
    costSchemeAgree: {
      why: STATE,
      as: as.approver,
      input: async () => ({
        costSchemeId: await givenEstimateOfCost(await l.lead.as('LEAD_FINANCE_PREPARER'), l.offeringId),
      }),
      again: ['STATE_NOT_ALLOWED'],
    },
    creditNoteApprove: {
      why: STATE,
      as: as.approver,
      input: async () => {
        const [invoice] = (await seeInvoices(await as.approver(), { withBodyId: b.member.bodyId })).filter(
          ({ number }) => number !== null,
        );
        const creditNoteId = await givenConcession(l.lead, invoice?.id ?? '', '1.50');
        const { creditNote } = await (
          await as.approver()
        ).ok<{ creditNote: { contentSha256: string } }>(
          'query($id: ID!) { creditNote(id: $id) { contentSha256 } }',
          { id: creditNoteId },
        );
        return { creditNoteId, contentSha256: creditNote.contentSha256 };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    discountApprove: {
      why: STATE,
      as: as.approver,
      input: async () => ({
        discountId: await givenDiscount(l.lead, b.callOff.id, { firstMonth: '2026-12' }),
      }),
      again: ['STATE_NOT_ALLOWED'],
    },
    discountDecline: {
      why: STATE,
      as: as.approver,
      input: async () => ({
        discountId: await givenDiscount(l.lead, b.callOff.id, { firstMonth: '2026-11' }),
      }),
      again: ['STATE_NOT_ALLOWED'],
    },
    disputeDecide: {
      why: STATE,
      as: () => l.lead.as('LEAD_FINANCE_PREPARER'),
      input: async () => ({
        ...{ disputeId: await reported(), decision: 'PART_UPHELD', net: '0.37' },
        ...{ outcome: 'CONCESSION', reason: 'In part' },
      }),
      again: ['STATE_NOT_ALLOWED'],
    },
    disputeEscalate: {
      why: STATE,
      as: () => b.member.as('TENANT_FINANCE'),
      input: async () => {
        const disputeId = await reported();
        const reviewer = await l.lead.as('LEAD_FINANCE_PREPARER');
        await givenDisputeMove(reviewer, 'Decide', disputeId, { decision: 'REJECTED', reason: 'No' });
        return { disputeId, reason: 'Look again' };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    disputeReviewStart: {
      why: STATE,
      as: () => l.lead.as('LEAD_FINANCE_PREPARER'),
      input: async () => ({ disputeId: await reported() }),
      again: ['STATE_NOT_ALLOWED'],
    },
    disputeWithdraw: {
      why: STATE,
      as: () => b.member.as('TENANT_FINANCE'),
      input: async () => ({ disputeId: await reported() }),
      again: ['STATE_NOT_ALLOWED'],
    },
    frameworkPublish: {
      why: STATE,
      as: as.manager,
      input: async () => {
        const frameworkId = await givenDraftFramework(await as.manager());
        await givenLot(await as.manager(), frameworkId);
        await givenRule(await as.manager(), frameworkId, { bodyId: b.member.bodyId });
        return { frameworkId };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    invoiceApprove: {
      why: STATE,
      as: as.approver,
      input: async () => {
        const { id, contentSha256 } = await drafted('22.3');
        return { invoiceId: id, contentSha256 };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    invoiceVoid: {
      why: STATE,
      as: () => l.lead.as('LEAD_FINANCE_APPROVER', 'second-approver'),
      input: async () => {
        const { id, contentSha256 } = await drafted('22.7');
        const issuer = await as.approver();
        await issuer.ok(
          'mutation($input: InvoiceApproveInput!) { invoiceApprove(input: $input) { userErrors { code message } } }',
          { input: { invoiceId: id, contentSha256 } },
        );
        await issuer.ok(
          'mutation($input: InvoiceIssueInput!) { invoiceIssue(input: $input) { userErrors { code message } } }',
          { input: { invoiceId: id, idempotencyKey: `issue-${id}` } },
        );
        return { invoiceId: id, reason: 'Wrong month' };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    leadAuthorityBrandSet: {
      why: 'the brand is the same afterwards, and what does not change leaves no record',
      as: as.manager,
      input: () => Promise.resolve({ displayName: 'Northmere Shared Services', colour: '#000000' }),
      again: [],
    },
    leadAuthorityDetailsSet: {
      why: 'the details are the same afterwards; that they were set again stands in the audit trail',
      as: as.approver,
      input: () =>
        Promise.resolve({
          address: 'County Hall\nNorthmere\nNM1 1AA',
          vatNumber: 'GB000000000',
          bankAccountName: 'Northmere County Council',
          bankSortCode: '00-00-00',
          bankAccountNumber: '00000000',
          paymentDays: 30,
        }),
      again: [],
      renews: true,
    },
    offeringPublish: {
      why: STATE,
      as: as.manager,
      input: async () => ({ offeringId: (await givenDraftOffering(await as.manager(), lotId)).offeringId }),
      again: ['STATE_NOT_ALLOWED'],
    },
    offeringSuspend: {
      why: STATE,
      as: as.manager,
      input: async () => ({ offeringId: await newOffering('To be suspended') }),
      again: ['STATE_NOT_ALLOWED'],
    },
    offeringWithdraw: {
      why: STATE,
      as: as.manager,
      input: async () => ({ offeringId: await newOffering('To be withdrawn') }),
      again: ['STATE_NOT_ALLOWED'],
    },
    optInApprove: {
      why: VERSION,
      as: as.manager,
      input: async () => seen(await submitted('To be approved')),
      again: ['STATE_CHANGED'],
    },
    optInDecline: {
      why: VERSION,
      as: as.manager,
      input: async () => seen(await submitted('To be declined'), { reason: 'It does not fit.' }),
      again: ['STATE_CHANGED'],
    },
    optInPause: {
      why: VERSION,
      as: as.clientLead,
      input: async () => seen(await started('To be paused')),
      again: ['STATE_CHANGED'],
    },
    optInResume: {
      why: VERSION,
      as: as.clientLead,
      input: async () => {
        const id = await started('To be resumed');
        await givenMove(await as.clientLead(), 'optInPause', id);
        return seen(id);
      },
      again: ['STATE_CHANGED'],
    },
    optInReturn: {
      why: VERSION,
      as: as.manager,
      input: async () =>
        seen(await submitted('To be returned'), {
          questions: [{ task: 'ABOUT_YOU', question: 'Who signs?' }],
        }),
      again: ['STATE_CHANGED'],
    },
    optInReviewStart: {
      why: VERSION,
      as: as.manager,
      input: async () => seen(await submitted('To be reviewed')),
      again: ['STATE_CHANGED'],
    },
    optInSubmit: {
      why: VERSION,
      as: as.clientLead,
      input: async () => {
        const id = await submitted('To be submitted again');
        await givenMove(await as.manager(), 'optInReturn', id, {
          questions: [{ task: 'ABOUT_YOU', question: 'Who signs?' }],
        });
        const client = await as.clientLead();
        const { tasks } = await seeOptIn(client, id);
        const version = tasks.find(({ task }) => task === 'ABOUT_YOU')?.version;
        await client.ok(
          'mutation($input: OptInTaskSaveInput!) { optInTaskSave(input: $input) { userErrors { code message } } }',
          {
            input: {
              ...{ optInId: id, version, complete: true, answer: 'The leader does.' },
              aboutYou: completeAnswers.aboutYou,
            },
          },
        );
        return seen(id);
      },
      again: ['STATE_CHANGED'],
    },
    optInTaskSave: {
      why: VERSION,
      as: as.clientLead,
      input: async () => {
        const id = await started('To be answered');
        const { tasks } = await seeOptIn(await as.clientLead(), id);
        const version = tasks.find(({ task }) => task === 'ABOUT_YOU')?.version;
        return { optInId: id, version, complete: true, aboutYou: completeAnswers.aboutYou };
      },
      again: ['STATE_CHANGED'],
    },
    optInWithdraw: {
      why: VERSION,
      as: as.clientLead,
      input: async () => seen(await started('To be given up')),
      again: ['STATE_CHANGED'],
    },
    priceVersionWithdraw: {
      why: ABSENT,
      as: as.manager,
      input: async () => ({
        priceVersionId: await givenPrice(await as.manager(), l.meterId, {
          startsOn: '2029-04-01',
          price: { model: 'PER_UNIT', unit: '4.42' },
        }),
      }),
      again: ['NOT_FOUND'],
    },
    volumeBandWithdraw: {
      why: ABSENT,
      as: as.manager,
      input: async () => ({
        volumeBandId: await givenVolumeBand(await as.manager(), l.meterId, {
          above: '95000000',
          discount: '2',
        }),
      }),
      again: ['NOT_FOUND'],
    },
    quarantineReject: {
      why: STATE,
      as: as.service,
      input: async () => ({ quarantineId: await held(a), reason: 'Sent by mistake' }),
      again: ['STATE_NOT_ALLOWED'],
    },
    quarantineRelease: {
      why: STATE,
      as: as.service,
      input: async () => ({ quarantineId: await held(b), meterCode: 'payslips.processed' }),
      again: ['STATE_NOT_ALLOWED'],
    },
    roleGrant: {
      why: 'a role that is held is not given again',
      as: as.admin,
      input: async () => ({
        personId: await colleague('TENANT_DPO', 'twice-granted'),
        role: 'TENANT_SPONSOR',
      }),
      again: ['PERSON_ALREADY_HAS_ROLE'],
    },
    roleRevoke: {
      why: ABSENT,
      as: as.admin,
      input: async () => ({ personId: await colleague('TENANT_DPO', 'twice-revoked'), role: 'TENANT_DPO' }),
      again: ['NOT_FOUND'],
    },
    sessionActFor: {
      why: 'the token that it is sent with is dead afterwards',
      as: () => session(`tenant-sponsor@${b.member.domain}`),
      input: async () => {
        await b.member.as('TENANT_SPONSOR');
        return { bodyId: b.member.bodyId, capacity: 'TENANT' };
      },
      again: ['SIGN_IN_REQUIRED'],
    },
    sessionRequestCode: {
      why: 'another code is sent, the one before is dead, and an address gets five an hour',
      as: () => Promise.resolve(stack.visitor()),
      input: () => Promise.resolve({ email: 'twice@fenhollow.gov.example' }),
      again: [],
      renews: true,
    },
    sessionRevoke: {
      why: ABSENT,
      as: () => session(newcomer),
      input: async () => {
        const other = await stack.signIn(newcomer);
        const { sessions } = await other.ok<{
          sessions: { edges: { node: { id: string; isCurrent: boolean } }[] };
        }>('query { sessions(first: 20) { edges { node { id isCurrent } } } }');
        return { sessionId: sessions.edges.find(({ node }) => node.isCurrent)?.node.id };
      },
      again: ['NOT_FOUND'],
    },
    sessionSignIn: {
      why: 'a code can be used once',
      as: () => Promise.resolve(stack.visitor()),
      input: async () => {
        const email = 'once@fenhollow.gov.example';
        const since = new Date();
        await stack
          .visitor()
          .ok(
            'mutation($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { minutes } }',
            {
              input: { email },
            },
          );
        const mail = await stack.mailbox.next(email, /sign-in code/, since);
        return { email, code: /\b\d{6}\b/.exec(mail.subject)?.[0] };
      },
      again: ['CODE_EXPIRED'],
    },
    sessionSignOut: {
      why: 'the token that it is sent with is dead afterwards',
      as: () => session('leaving@fenhollow.gov.example'),
      input: () => Promise.resolve(null),
      again: ['SIGN_IN_REQUIRED'],
    },
    paymentMethodChoose: {
      why: 'a choice that holds already is left as it is',
      as: () => b.member.as('TENANT_FINANCE'),
      input: () => Promise.resolve({ leadId: l.lead.bodyId, method: 'BACS_TRANSFER' }),
      again: [],
    },
    usageReturnExcuse: {
      why: STATE,
      as: as.approver,
      input: async () => {
        const { id: callOffId } = await givenCallOff(a.member, world.returning.offeringId, {
          ...{ startsOn: '2026-05-28', endsOn: '2026-05-29', value: '10.00' },
        });
        return { callOffId, month: '2026-05', kind: 'NO_USAGE', reason: 'Closed' };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    usageReturnSendBack: {
      why: STATE,
      as: as.approver,
      input: async () => {
        const { returning } = world;
        const { usageReturn } = await (
          await as.service()
        ).ok<{ usageReturn: { versions: { id: string }[] } }>(
          'query($id: ID!) { usageReturn(callOffId: $id, month: "2026-06") { versions { id } } }',
          { id: returning.ofB.id },
        );
        return { usageReturnId: usageReturn.versions.at(-1)?.id, note: 'Is it right?' };
      },
      again: ['STATE_NOT_ALLOWED'],
    },
    usageKeyRevoke: {
      why: 'a key that is revoked stays so since the first time',
      as: as.admin,
      input: async () => ({ usageKeyId: (await givenUsageKey(await as.admin(), [b.callOff.id])).id }),
      again: [],
    },
    workspaceOpen: {
      why: 'a body has one workspace',
      as: () => session(newcomer),
      input: () => Promise.resolve({}),
      again: ['ALREADY_MEMBER'],
    },
  };
};

const recordUsage = async ({ l }: World, { member, callOff }: Business, quantity: string): Promise<void> => {
  const client = await member.as('TENANT_CLIENT_LEAD');
  await client.ok(
    'mutation($input: UsageRecordInput!) { usageRecord(input: $input) { userErrors { code message } } }',
    {
      input: {
        callOffId: callOff.id,
        meterId: l.meterId,
        quantity,
        usedOn: '2026-07-16',
        idempotencyKey: `usage-of-${quantity.replace('.', '-')}-${Date.now()}`,
      },
    },
  );
};

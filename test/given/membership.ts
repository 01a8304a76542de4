import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Lead, Member } from './directory.js';

/** The services of one framework that a body opts in to. */
export interface Choice {
  readonly frameworkId: string;
  readonly offeringIds: readonly string[];
}

export interface SeenTask {
  readonly task: string;
  readonly state: string;
  readonly version: number;
  readonly question: string | null;
}
export interface SeenOptIn {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly tasks: readonly SeenTask[];
}

/** Complete answers of every task but YOUR_NEED, by the field of the input; the dates suit any clock from 10 March 2026. */
export const completeAnswers = {
  aboutYou: {
    sponsorName: 'Ada Moss',
    sponsorEmail: 'ada.moss@ashbeck.gov.example',
    clientLeadName: 'Bo Field',
    clientLeadEmail: 'bo.field@ashbeck.gov.example',
    financeName: 'Cy Hill',
    financeEmail: 'cy.hill@ashbeck.gov.example',
  },
  money: { purchaseOrder: 'TO_FOLLOW', vatRecovery: 'FULL', costCentre: 'CC-1001' },
  information: {
    schedule: 'ACCEPTED',
    officerName: 'Di Lake',
    officerRole: 'Director of Resources',
    acceptedOn: '2026-03-02',
    adviserName: 'Ed Marsh',
    advice: 'No objection.',
    advisedOn: '2026-02-27',
  },
  authority: {
    decision: 'MADE',
    reference: 'CAB/26/041',
    decidedBy: 'Cabinet',
    publishedOn: '2026-03-02',
    effectiveOn: '2026-03-10',
    callIn: 'APPLIES',
  },
} as const;

export type TaskField = keyof typeof completeAnswers | 'yourNeed';
const taskOf: { readonly [F in TaskField]: string } = {
  aboutYou: 'ABOUT_YOU',
  yourNeed: 'YOUR_NEED',
  money: 'MONEY',
  information: 'INFORMATION',
  authority: 'AUTHORITY',
};

/** Expected volumes for everything that is metered of the chosen services. */
export const completeNeed = async (client: Client, { offeringIds }: Choice): Promise<object> => {
  const volumes: object[] = [];
  for (const id of offeringIds) {
    const { offering } = await client.ok<{
      offering: { meters: { id: string; charge: string; isKept: boolean }[] };
    }>('query($id: ID!) { offering(id: $id) { meters { id charge isKept } } }', { id });
    const used = offering.meters.filter(({ charge, isKept }) => charge === 'USAGE' && !isKept);
    volumes.push(...used.map((meter) => ({ meterId: meter.id, perYear: '12000' })));
  }
  return { outcomes: 'Staff are paid right and on time.', volumes };
};

export const seeOptIn = async (client: Client, id: string): Promise<SeenOptIn> => {
  const { optIn } = await client.ok<{ optIn: SeenOptIn }>(
    'query($id: ID!) { optIn(id: $id) { id reference state version tasks { task state version question } } }',
    { id },
  );
  return optIn;
};

/** What a year of one meter would cost, as anyone works it out. Answers its id. */
export const givenEstimate = async (
  visitor: Client,
  { frameworkId, meterId, perYear = '1200' }: { frameworkId: string; meterId: string; perYear?: string },
): Promise<string> => {
  const { estimateSave } = await visitor.ok<{ estimateSave: { estimate: { id: string } } }>(
    'mutation($input: EstimateSaveInput!) { estimateSave(input: $input) { estimate { id } userErrors { code message } } }',
    { input: { frameworkId, volumes: [{ meterId, perYear }], idempotencyKey: randomUUID() } },
  );
  return estimateSave.estimate.id;
};

/** Publishes a text of the access agreement; `lead` is a catalogue manager. */
export const givenAgreementVersion = async (
  lead: Client,
  frameworkId: string,
  {
    version = '1.0',
    text = 'Access agreement\n\n{body} joins {framework} (notice {notice}), hosted by {lead}.',
  } = {},
): Promise<string> => {
  const { agreementVersionPublish } = await lead.ok<{
    agreementVersionPublish: { agreementVersion: { id: string } };
  }>(
    'mutation($input: AgreementVersionPublishInput!) { agreementVersionPublish(input: $input) { agreementVersion { id } userErrors { code message } } }',
    { input: { frameworkId, version, text, idempotencyKey: randomUUID() } },
  );
  return agreementVersionPublish.agreementVersion.id;
};

/** Starts an opt-in; `client` is a client lead or an administrator of the body. Answers its id. */
export const givenStartedOptIn = async (client: Client, choice: Choice): Promise<string> => {
  const { optInStart } = await client.ok<{ optInStart: { optIn: { id: string } } }>(
    'mutation($input: OptInStartInput!) { optInStart(input: $input) { optIn { id } userErrors { code message } } }',
    { input: { ...choice, idempotencyKey: randomUUID() } },
  );
  return optInStart.optIn.id;
};

/** Completes one task with these answers; `answer` is the one to a question about it. */
export const givenTask = async (
  client: Client,
  optInId: string,
  field: TaskField,
  answers: object,
  answer: string | null = null,
): Promise<void> => {
  const { tasks } = await seeOptIn(client, optInId);
  const version = tasks.find(({ task }) => task === taskOf[field])?.version;
  await client.ok(
    'mutation($input: OptInTaskSaveInput!) { optInTaskSave(input: $input) { optIn { id } userErrors { code message path } } }',
    { input: { optInId, version, complete: true, answer, [field]: answers } },
  );
};

/** Completes every task that applies. `answers` are other answers for some of them. */
export const givenCompleteTasks = async (
  client: Client,
  optInId: string,
  choice: Choice,
  answers: { readonly [F in TaskField]?: object } = {},
): Promise<void> => {
  const { tasks } = await seeOptIn(client, optInId);
  const all = { ...completeAnswers, yourNeed: await completeNeed(client, choice), ...answers };
  for (const field of ['aboutYou', 'yourNeed', 'money', 'information', 'authority'] as const) {
    const applies = tasks.some(({ task, state }) => task === taskOf[field] && state !== 'NOT_APPLICABLE');
    if (applies) await givenTask(client, optInId, field, all[field]);
  }
};

/** Moves an opt-in as it stands now: optInSubmit, optInApprove and so on. */
export const givenMove = async (
  client: Client,
  mutation: string,
  optInId: string,
  more: object = {},
): Promise<void> => {
  const { version } = await seeOptIn(client, optInId);
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  await client.ok(
    `mutation($input: ${input}!) { ${mutation}(input: $input) { optIn { id } userErrors { code message } } }`,
    { input: { optInId, version, ...more } },
  );
};

/** A submitted opt-in. Answers its id. */
export const givenSubmittedOptIn = async (
  member: Member,
  choice: Choice,
  answers: { readonly [F in TaskField]?: object } = {},
): Promise<string> => {
  const client = await member.as('TENANT_CLIENT_LEAD');
  const optInId = await givenStartedOptIn(client, choice);
  await givenCompleteTasks(client, optInId, choice, answers);
  await givenMove(client, 'optInSubmit', optInId);
  return optInId;
};

/** An approved opt-in; the framework has its agreement text. Answers its id. */
export const givenApprovedOptIn = async (
  lead: Lead,
  member: Member,
  choice: Choice,
  answers: { readonly [F in TaskField]?: object } = {},
): Promise<string> => {
  const optInId = await givenSubmittedOptIn(member, choice, answers);
  await givenMove(await lead.as('LEAD_CATALOGUE_MANAGER'), 'optInApprove', optInId);
  return optInId;
};

export interface SeenAgreement {
  readonly id: string;
  readonly frameworkId: string;
  readonly state: string;
  readonly terms: { readonly version: string; readonly text: string; readonly sha256: string };
}

/** The access agreement of a member to a framework, with the text that it can sign or has signed. */
export const seeAgreement = async (client: Client, frameworkId: string): Promise<SeenAgreement> => {
  const { agreements } = await client.ok<{ agreements: { edges: { node: SeenAgreement }[] } }>(
    'query { agreements(first: 50) { edges { node { id frameworkId state terms { version text sha256 } } } } }',
  );
  const found = agreements.edges.map(({ node }) => node).find((node) => node.frameworkId === frameworkId);
  if (!found) throw new Error('no agreement for that framework');
  return found;
};

/** Signs the agreement as it reads now. Answers its id. */
export const givenSignature = async (member: Member, frameworkId: string): Promise<string> => {
  const signatory = await member.as('TENANT_SIGNATORY');
  const { id, terms } = await seeAgreement(signatory, frameworkId);
  const said = {
    version: terms.version,
    textSha256: terms.sha256,
    role: 'Chief Executive',
    confirmsAuthority: true,
  };
  await signatory.ok(
    'mutation($input: AgreementSignInput!) { agreementSign(input: $input) { agreement { id } userErrors { code message } } }',
    { input: { agreementId: id, ...said } },
  );
  return id;
};

/** An agreement that both have signed. Answers its id. */
export const givenCountersignature = async (
  lead: Lead,
  member: Member,
  frameworkId: string,
): Promise<string> => {
  const agreementId = await givenSignature(member, frameworkId);
  const approver = await lead.as('LEAD_APPROVER');
  await approver.ok(
    'mutation($input: AgreementCountersignInput!) { agreementCountersign(input: $input) { agreement { id } userErrors { code message } } }',
    { input: { agreementId, role: 'Head of Legal Services' } },
  );
  return agreementId;
};

/** All that a body needs before it can award itself these services; the framework has its agreement text. */
export const givenMembership = async (
  lead: Lead,
  member: Member,
  choice: Choice,
  answers: { readonly [F in TaskField]?: object } = {},
): Promise<{ optInId: string; agreementId: string }> => {
  const optInId = await givenApprovedOptIn(lead, member, choice, answers);
  const { id, state } = await seeAgreement(await member.as('TENANT_SIGNATORY'), choice.frameworkId);
  if (state === 'COUNTERSIGNED') return { optInId, agreementId: id };
  return { optInId, agreementId: await givenCountersignature(lead, member, choice.frameworkId) };
};

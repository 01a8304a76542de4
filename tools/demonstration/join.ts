import type { Client } from './client.js';
import { change } from './change.js';
import type { CastMember, Council } from './cast.js';
import type { OfferingRef } from './lead.js';
import { newKey, type Service } from './service.js';

/** The parts of an opt-in that a joining officer goes on with. */
interface OptIn {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly tasks: readonly { readonly task: string; readonly version: number; readonly state: string }[];
}
const OPT_IN = 'id reference version tasks { task version state }';

/** The first officer opens the council's workspace and adds the colleagues that the next steps need. */
export const openWorkspace = async (service: Service, council: Council): Promise<void> => {
  const admin = await service.as(council.admin.email);
  await change(admin, 'workspaceOpen', 'body', 'name', {});
  // The session was a stranger's; from now on it acts for the council.
  service.forget(council.admin.email);
  const again = await service.as(council.admin.email);
  for (const role of council.admin.roles.filter((given) => given !== 'TENANT_ADMIN'))
    await grantOwnRole(again, role);
  const { signatory, finance, auditor } = council;
  const colleagues: readonly CastMember[] = [signatory, finance, ...(auditor ? [auditor] : [])];
  for (const { email, name, roles } of colleagues)
    await change(again, 'personAdd', 'person', 'id', { email, name, roles, idempotencyKey: newKey() });
};

const grantOwnRole = async (admin: Client, role: string): Promise<void> => {
  const { me } = await admin.ok<{ me: { person: { id: string } } }>('{ me { person { id } } }');
  await change(admin, 'roleGrant', 'person', 'id', { personId: me.person.id, role });
};

/** Starts an opt-in and completes its tasks, one after another, as save and return lets one do. */
export const prepareOptIn = async (
  service: Service,
  council: Council,
  chosen: { frameworkId: string; offering: OfferingRef; today: string },
): Promise<OptIn> => {
  const admin = await service.as(council.admin.email);
  const { frameworkId, offering, today } = chosen;
  let optIn = await change<OptIn>(admin, 'optInStart', 'optIn', OPT_IN, {
    frameworkId,
    offeringIds: [offering.id],
    idempotencyKey: newKey(),
  });
  for (const [task, answers] of Object.entries(answersOf(council, offering, today))) {
    const open = optIn.tasks.find((one) => one.task === taskName(task));
    if (!open || open.state === 'NOT_APPLICABLE') continue;
    const input = { optInId: optIn.id, version: open.version, complete: true, [task]: answers };
    optIn = await change<OptIn>(admin, 'optInTaskSave', 'optIn', OPT_IN, input);
  }
  return optIn;
};

const taskName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const answersOf = (
  { admin, signatory, finance, name }: Council,
  { meters }: OfferingRef,
  today: string,
): Record<string, object> => ({
  aboutYou: {
    sponsorName: signatory.name,
    sponsorEmail: signatory.email,
    clientLeadName: admin.name,
    clientLeadEmail: admin.email,
    financeName: finance.name,
    financeEmail: finance.email,
  },
  yourNeed: {
    outcomes: 'Payslips right the first time, and two people less to find each year.',
    volumes: meters.map(({ id }) => ({ meterId: id, perYear: '14000' })),
  },
  money: { purchaseOrder: 'TO_FOLLOW', vatRecovery: 'FULL', costCentre: 'HR100' },
  information: {
    schedule: 'ACCEPTED',
    officerName: signatory.name,
    officerRole: 'Director of Resources',
    acceptedOn: today,
    adviserName: 'Data protection officer',
    advice: 'The schedule is in order.',
    advisedOn: today,
  },
  authority: {
    decision: 'MADE',
    reference: 'CAB/2026/14',
    decidedBy: `${name} Cabinet`,
    publishedOn: today,
    effectiveOn: today,
    callIn: 'EXEMPT',
    exemptReason: 'Urgent: the present contract ends.',
  },
});

export const submitOptIn = async (service: Service, council: Council, optIn: OptIn): Promise<OptIn> =>
  change(await service.as(council.admin.email), 'optInSubmit', 'optIn', OPT_IN, {
    optInId: optIn.id,
    version: optIn.version,
  });

/** The lead authority reviews and approves; the access agreement goes out with the approval. */
export const approveOptIn = async (service: Service, manager: CastMember, optIn: OptIn): Promise<OptIn> => {
  const client = await service.as(manager.email);
  const input = { optInId: optIn.id, version: optIn.version };
  const reviewed = await change<OptIn>(client, 'optInReviewStart', 'optIn', OPT_IN, input);
  return change(client, 'optInApprove', 'optIn', OPT_IN, { optInId: optIn.id, version: reviewed.version });
};

interface Agreement {
  readonly id: string;
  readonly state: string;
  readonly terms: { readonly version: string; readonly sha256: string };
}

/** The signatory reads the agreement and signs exactly the text that was read. */
export const signAgreement = async (service: Service, council: Council): Promise<Agreement> => {
  const signatory = await service.as(council.signatory.email);
  const { agreements } = await signatory.ok<{ agreements: { edges: { node: Agreement }[] } }>(
    '{ agreements(first: 10) { edges { node { id state terms { version sha256 } } } } }',
  );
  const agreement = agreements.edges.map(({ node }) => node).find(({ state }) => state === 'SENT');
  if (!agreement) throw new Error(`no agreement waits for ${council.name}`);
  await change(signatory, 'agreementSign', 'agreement', 'id', {
    agreementId: agreement.id,
    version: agreement.terms.version,
    textSha256: agreement.terms.sha256,
    role: 'Chief Executive',
    confirmsAuthority: true,
  });
  return agreement;
};

export const countersign = async (
  service: Service,
  approver: CastMember,
  agreement: Agreement,
): Promise<void> => {
  await change(await service.as(approver.email), 'agreementCountersign', 'agreement', 'id', {
    agreementId: agreement.id,
    role: 'Director of Shared Services',
  });
};

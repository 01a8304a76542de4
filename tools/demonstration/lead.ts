import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lead, operator, type CastMember } from './cast.js';
import { publishFramework } from './framework.js';
import { change } from './change.js';
import { newKey, type Service } from './service.js';

/** Makes the first operator, as whoever runs the service does: on the command line, never through the API. */
const appointOperator = (env: NodeJS.ProcessEnv): void => {
  const program = fileURLToPath(new URL('../operator.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, operator.email, operator.name], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the operator could not be appointed: ${stderr.trim()}`);
};

const bodyIdOf = async (service: Service, code: string): Promise<string> => {
  const { bodySearch } = await service
    .visitor()
    .ok<{ bodySearch: { edges: { node: { id: string; code: string | null } }[] } }>(
      'query($text: String!) { bodySearch(text: $text, first: 5) { edges { node { id code } } } }',
      { text: code },
    );
  const found = bodySearch.edges.find(({ node }) => node.code === code);
  if (!found) throw new Error(`${code} is not in the register`);
  return found.node.id;
};

/** The lead authority, its people and details, and its published framework. Answers the framework's id. */
export const setUpLead = async (
  service: Service,
  env: NodeJS.ProcessEnv,
  dates: { startsOn: string; endsOn: string },
): Promise<string> => {
  appointOperator(env);
  const asOperator = await service.as(operator.email);
  await change(asOperator, 'leadAuthorityAppoint', 'leadAuthority', 'invoicePrefix', {
    bodyId: await bodyIdOf(service, lead.body),
    invoicePrefix: 'NCC',
    approver: { email: lead.approver.email, name: lead.approver.name },
    idempotencyKey: newKey(),
  });
  const approver = await service.as(lead.approver.email);
  for (const { email, name, roles } of [
    lead.catalogue,
    lead.service,
    lead.preparer,
    lead.financeApprover,
    lead.auditor,
  ] satisfies CastMember[])
    await change(approver, 'personAdd', 'person', 'id', { email, name, roles, idempotencyKey: newKey() });
  await change(
    await service.as(lead.financeApprover.email),
    'leadAuthorityDetailsSet',
    'leadAuthority',
    'invoicePrefix',
    {
      address: 'County Hall, Northmere (illustrative)',
      vatNumber: 'GB000000000',
      bankAccountName: 'Northmere County Council (illustrative)',
      bankSortCode: '000000',
      bankAccountNumber: '00000000',
      paymentDays: 30,
    },
  );
  const manager = await service.as(lead.catalogue.email);
  await change(manager, 'leadAuthorityBrandSet', 'brand', 'name', {
    displayName: 'Northmere Shared Services',
    colour: '#1f4e4a',
  });
  return publishFramework(manager, dates);
};

export interface OfferingRef {
  readonly id: string;
  readonly title: string;
  readonly meters: readonly { readonly id: string; readonly code: string }[];
}

/** The framework that the demonstration published and its offerings, found as anyone would. */
export const findFramework = async (
  service: Service,
): Promise<{ id: string; offerings: readonly OfferingRef[] } | null> => {
  const { frameworks } = await service.visitor().ok<{
    frameworks: {
      edges: { node: { id: string; reference: string; offerings: { edges: { node: OfferingRef }[] } } }[];
    };
  }>('{ frameworks(first: 20) { edges { node { id reference offerings(first: 20) { edges { node { id title meters { id code } } } } } } } }');
  const found = frameworks.edges.find(({ node }) => node.reference === 'NCC-SHARED-1')?.node;
  return found ? { id: found.id, offerings: found.offerings.edges.map(({ node }) => node) } : null;
};

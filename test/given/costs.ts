import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Stack } from '../stack.js';
import type { Lead, Member } from './directory.js';

export interface GivenEstimate {
  readonly year?: string;
  readonly cost?: string;
  readonly basis?: string;
  readonly driver?: string;
  readonly dampingPercent?: string;
  readonly tolerancePoints?: string;
  readonly members?: readonly object[];
}

/** A year's estimate that waits to be agreed: 2026/27, £97,531.10, the same for everyone unless told. Answers its id. */
export const givenEstimateOfCost = async (
  preparer: Client,
  offeringId: string,
  change: GivenEstimate = {},
): Promise<string> => {
  const { costEstimatePropose } = await preparer.ok<{ costEstimatePropose: { costScheme: { id: string } } }>(
    'mutation($input: CostEstimateProposeInput!) { costEstimatePropose(input: $input) { costScheme { id } userErrors { code message } } }',
    {
      input: {
        ...{ offeringId, year: '2026/27', cost: '97531.10', basis: 'EQUAL', ...change },
        idempotencyKey: randomUUID(),
      },
    },
  );
  return costEstimatePropose.costScheme.id;
};

/** Agrees a version and has every share recorded. */
export const givenAgreedCost = async (
  stack: Stack,
  approver: Client,
  costSchemeId: string,
): Promise<void> => {
  await approver.ok(
    'mutation($input: CostSchemeAgreeInput!) { costSchemeAgree(input: $input) { userErrors { code message } } }',
    { input: { costSchemeId } },
  );
  await stack.jobsDone();
};

/** The cost of a year, shared by a figure of each member, agreed and recorded. */
export const givenCosts = async (
  stack: Stack,
  { lead, offeringId }: { readonly lead: Lead; readonly offeringId: string },
  figures: readonly { readonly member: Member; readonly figure: string; readonly source: string }[],
  cost = '97531.10',
): Promise<void> => {
  const members = figures.map(({ member, figure, source }) => ({ memberId: member.bodyId, figure, source }));
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  await preparer.ok(
    'query($id: ID!) { costSharing(offeringId: $id) { years { year } } costYearMembers(offeringId: $id, year: "2026/27") { memberId } }',
    { id: offeringId },
  );
  const id = await givenEstimateOfCost(preparer, offeringId, {
    ...{ cost, basis: 'DRIVER', driver: 'Calls answered', members },
  });
  await givenAgreedCost(stack, await lead.as('LEAD_FINANCE_APPROVER'), id);
};

/** The year before, of which members had March: estimated, and left as it was charged. */
export const givenLastYear = async (
  stack: Stack,
  { lead, offeringId }: { readonly lead: Lead; readonly offeringId: string },
): Promise<void> => {
  const [preparer, approver] = [
    await lead.as('LEAD_FINANCE_PREPARER'),
    await lead.as('LEAD_FINANCE_APPROVER'),
  ];
  const estimate = await givenEstimateOfCost(preparer, offeringId, { year: '2025/26', cost: '0.00' });
  await givenAgreedCost(stack, approver, estimate);
  const { costActualPropose } = await preparer.ok<{ costActualPropose: { costScheme: { id: string } } }>(
    'mutation($input: CostActualProposeInput!) { costActualPropose(input: $input) { costScheme { id } userErrors { code message } } }',
    {
      input: {
        ...{ offeringId, year: '2025/26', cost: '0.00', settlement: 'CARRY' },
        idempotencyKey: randomUUID(),
      },
    },
  );
  await givenAgreedCost(stack, approver, costActualPropose.costScheme.id);
};

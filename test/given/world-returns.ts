import { randomUUID } from 'node:crypto';
import type { Stack } from '../stack.js';
import { givenCallOff, givenPurchaseOrder } from './calloffs.js';
import { givenOffering } from './catalogue.js';
import type { Lead } from './directory.js';
import { givenApprovedOptIn } from './membership.js';
import { givenReturn } from './metering.js';
import type { Business } from './world-business.js';
import type { Hosted } from './world-hosted.js';

/** A service that is counted by usage returns, which A has in April and B from April to June. */
export interface Returning {
  readonly offeringId: string;
  readonly meterId: string;
  readonly ofA: string;
  readonly ofB: { readonly id: string; readonly reference: string };
}

const MONTHS = { startsOn: '2026-04-01', value: '1009.00' };

export const givenReturning = async (
  { lead, choice }: Hosted,
  lotId: string,
  a: Business,
  b: Business,
): Promise<Returning> => {
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { offeringId, meterIds } = await givenOffering(manager, lotId, {
    title: 'Front desk',
    personalData: false,
    meters: [
      {
        ...{ code: 'desk-visits', title: 'Desk visits', unit: 'visit', fedBy: 'RETURN' },
        price: { model: 'PER_UNIT', unit: '0.01' },
      },
    ],
  });
  const [ofA, ofB] = [a, b].map(async ({ member }, index) => {
    await givenApprovedOptIn(lead, member, { frameworkId: choice.frameworkId, offeringIds: [offeringId] });
    const endsOn = index === 0 ? '2026-04-30' : '2026-06-30';
    const callOff = await givenCallOff(member, offeringId, { ...MONTHS, endsOn });
    await givenPurchaseOrder(member, callOff.id, { isExempt: true, startsOn: '2026-04-01' });
    return callOff;
  });
  if (!ofA || !ofB) throw new Error('two members have it');
  return { offeringId, meterId: meterIds[0] ?? '', ofA: (await ofA).id, ofB: await ofB };
};

/** In May: A's return of April goes to and fro and is explained, and B's is let go. */
export const returnsOfApril = async (lead: Lead, a: Business, returning: Returning): Promise<void> => {
  const { ofA, ofB, meterId } = returning;
  const [manager, preparer, approver, clientLead] = [
    await lead.as('LEAD_SERVICE_MANAGER'),
    await lead.as('LEAD_FINANCE_PREPARER'),
    await lead.as('LEAD_FINANCE_APPROVER'),
    await a.member.as('TENANT_CLIENT_LEAD'),
  ];
  const usageReturnId = await givenReturn(manager, ofA, '2026-04', { [meterId]: '7043.25' });
  await preparer.ok(
    'mutation($input: UsageReturnSendBackInput!) { usageReturnSendBack(input: $input) { userErrors { code message } } }',
    { input: { usageReturnId, note: 'CANARY-A-note' } },
  );
  await manager.ok(
    'mutation($input: UsageReturnReplaceInput!) { usageReturnReplace(input: $input) { userErrors { code message } } }',
    {
      input: {
        ...{ callOffId: ofA, month: '2026-04', version: 1, reason: 'CANARY-A-reason' },
        figures: [{ meterId, quantity: '7321.75' }],
        idempotencyKey: randomUUID(),
      },
    },
  );
  await clientLead.ok(
    'mutation($input: UsageExplainInput!) { usageExplain(input: $input) { userErrors { code message } } }',
    {
      input: {
        ...{ callOffId: ofA, meterId, month: '2026-04', text: 'CANARY-A-explanation' },
        idempotencyKey: randomUUID(),
      },
    },
  );
  await clientLead.ok(
    'query($memberId: ID!, $leadId: ID!) { usageReceiptCheck(memberId: $memberId, leadId: $leadId, number: "1") { digestMatches } }',
    { memberId: a.member.bodyId, leadId: lead.bodyId },
  );
  await approver.ok(
    'mutation($input: UsageReturnExcuseInput!) { usageReturnExcuse(input: $input) { userErrors { code message } } }',
    {
      input: { callOffId: ofB.id, month: '2026-04', kind: 'OTHER', reason: 'CANARY-B-excuse' },
    },
  );
};

/** B's return of a month, nil or from a file. */
export const returnOfB = async (
  stack: Stack,
  lead: Lead,
  { ofB }: Returning,
  month: '2026-05' | '2026-06',
): Promise<void> => {
  await stack.setClock(month === '2026-05' ? '2026-06-05' : '2026-07-06');
  const manager = await lead.as('LEAD_SERVICE_MANAGER');
  if (month === '2026-05')
    await manager.ok(
      'mutation($input: UsageReturnFileNilInput!) { usageReturnFileNil(input: $input) { userErrors { code message } } }',
      { input: { callOffId: ofB.id, month, idempotencyKey: randomUUID() } },
    );
  else
    await manager.ok(
      'mutation($input: UsageReturnsUploadInput!) { usageReturnsUpload(input: $input) { userErrors { code message } } }',
      {
        input: {
          ...{ month, content: `call-off,meter,quantity\n${ofB.reference},desk-visits,6121.5` },
          idempotencyKey: randomUUID(),
        },
      },
    );
};

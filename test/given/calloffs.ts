import { randomUUID } from 'node:crypto';
import type { Member } from './directory.js';

export interface GivenCallOff {
  /** The first and the last day of the term. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  /** Pounds. */
  readonly value?: string;
  /** Units of what is not metered; one of each unless told. */
  readonly items?: readonly { readonly meterId: string; readonly units: string }[];
}

/** A call-off awarded by a body that has all it needs for it (`givenMembership`). A year from 1 April 2026 unless told. */
export const givenCallOff = async (
  member: Member,
  offeringId: string,
  { startsOn = '2026-04-01', endsOn = '2027-03-31', value = '50000.00', items = [] }: GivenCallOff = {},
): Promise<{ id: string; reference: string }> => {
  const client = await member.as('TENANT_CLIENT_LEAD');
  const { callOffAward } = await client.ok<{ callOffAward: { callOff: { id: string; reference: string } } }>(
    'mutation($input: CallOffAwardInput!) { callOffAward(input: $input) { callOff { id reference } userErrors { code message } } }',
    { input: { offeringId, startsOn, endsOn, value, items, idempotencyKey: randomUUID() } },
  );
  return callOffAward.callOff;
};

/** A purchase order for a call-off, or with `isExempt` that the body uses none. Answers its id. */
export const givenPurchaseOrder = async (
  member: Member,
  callOffId: string,
  order: { number?: string; isExempt?: boolean; value?: string; startsOn?: string; endsOn?: string } = {
    number: '4500012345',
  },
): Promise<string> => {
  const client = await member.as('TENANT_FINANCE');
  const { purchaseOrderRecord } = await client.ok<{ purchaseOrderRecord: { purchaseOrder: { id: string } } }>(
    'mutation($input: PurchaseOrderRecordInput!) { purchaseOrderRecord(input: $input) { purchaseOrder { id } userErrors { code message } } }',
    { input: { callOffId, ...order, idempotencyKey: randomUUID() } },
  );
  return purchaseOrderRecord.purchaseOrder.id;
};

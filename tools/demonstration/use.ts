import type { Council } from './cast.js';
import { change } from './change.js';
import { newKey, type Service } from './service.js';

export interface CallOff {
  readonly id: string;
  readonly reference: string;
}

/** The council awards itself a call-off and records its purchase order. */
export const award = async (
  service: Service,
  council: Council,
  terms: { offeringId: string; startsOn: string; endsOn: string; value: string; purchaseOrder: string },
): Promise<CallOff> => {
  const { purchaseOrder, ...rest } = terms;
  const admin = await service.as(council.admin.email);
  const callOff = await change<CallOff>(admin, 'callOffAward', 'callOff', 'id reference', {
    ...rest,
    idempotencyKey: newKey(),
  });
  const finance = await service.as(council.finance.email);
  await change(finance, 'purchaseOrderRecord', 'purchaseOrder', 'id', {
    callOffId: callOff.id,
    number: purchaseOrder,
    isExempt: false,
    idempotencyKey: newKey(),
  });
  return callOff;
};

/** A key for a payroll system, shown once. */
export const makeUsageKey = async (
  service: Service,
  council: Council,
  callOff: CallOff,
  expiresOn: string,
): Promise<string> => {
  const admin = await service.as(council.admin.email);
  const input = {
    label: 'Payroll system',
    source: 'payroll',
    callOffIds: [callOff.id],
    expiresOn,
    idempotencyKey: newKey(),
  };
  const data = await admin.ok<{ usageKeyCreate: { secret: string } }>(
    'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { secret userErrors { code message } } }',
    { input },
  );
  return data.usageKeyCreate.secret;
};

export interface UsageEvent {
  readonly id: string;
  readonly meter: string;
  readonly time: string;
  readonly quantity: string;
}

export interface UsageAnswer {
  readonly number: number | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly digest: string;
}

/** Sends a batch of CloudEvents as a payroll system would. */
export const sendUsage = async (
  service: Service,
  key: string,
  events: readonly UsageEvent[],
): Promise<UsageAnswer> => {
  const body = events.map(({ id, meter, time, quantity }) => ({
    specversion: '1.0',
    id,
    source: 'payroll',
    type: meter,
    time,
    data: { quantity },
  }));
  const response = await fetch(`${service.url}/v1/usage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as UsageAnswer & { errors?: unknown; rejected: readonly unknown[] };
  if (!response.ok || answer.rejected.length > 0)
    throw new Error(`usage was refused: ${JSON.stringify(answer)}`);
  return answer;
};

/**
 * What makes a charge due: use that is metered (USAGE), each month of a call-off (RECURRING), or its start (ONE_TIME).
 * Only what is metered takes usage; of the others a call-off says how many units it takes.
 */
export const chargeKinds = ['USAGE', 'RECURRING', 'ONE_TIME'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Whether a month is billed once it is over, or by the run of the month before. Only RECURRING can be in advance. */
export const chargeTimings = ['ARREARS', 'ADVANCE'] as const;
export type ChargeTiming = (typeof chargeTimings)[number];

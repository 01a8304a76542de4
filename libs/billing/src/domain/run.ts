import type { Period } from '#libs/kernel';

export const runStates = ['PREPARING', 'PREPARED'] as const;
export type RunState = (typeof runStates)[number];
export const runTenantStates = ['WAITING', 'DONE', 'PARKED'] as const;
/** PARKED: this member's bill needs a person first. */
export type RunTenantState = (typeof runTenantStates)[number];

/** A lead authority's monthly run. */
export interface BillingRun {
  readonly leadId: string;
  readonly id: string;
  readonly period: Period;
  readonly state: RunState;
  readonly preparedBy: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** How far a run is with one member. */
export interface RunTenant {
  readonly runId: string;
  readonly tenantId: string;
  readonly state: RunTenantState;
  /** Why it is parked, or what still waits. */
  readonly reason: string | null;
  readonly finishedAt: Date | null;
}

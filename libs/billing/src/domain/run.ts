import type { Period } from '#libs/kernel';

export const runStates = ['PREPARING', 'PREPARED', 'STOPPED'] as const;
/** STOPPED: who still waits is not worked out until it is prepared again. */
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
  /** When it was first prepared. */
  readonly startedAt: Date;
  /** When the work that goes on, or went on last, was asked for. */
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
}

/** How far a run is with one member. */
export interface RunTenant {
  readonly runId: string;
  readonly tenantId: string;
  readonly state: RunTenantState;
  /** Who asked for its draft. */
  readonly askedBy: string;
  /** Why it is parked, what still waits, or what is carried to the next run. */
  readonly reason: string | null;
  readonly finishedAt: Date | null;
}

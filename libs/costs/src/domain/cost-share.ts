import type { SchemeMember, VersionTerms } from './scheme.js';

/** A member's own part of an agreed version: what it may see of it. */
export interface CostShare extends VersionTerms {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly schemeId: string;
  readonly offeringId: string;
  /** '2026/27' */
  readonly year: string;
  readonly version: number;
  readonly member: SchemeMember;
  readonly agreedAt: Date;
  /** Whether no newer version of the year is agreed. */
  readonly holds: boolean;
}

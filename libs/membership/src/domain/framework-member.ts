import type { LocalDate } from '#libs/kernel';

/** A body whose access agreement to a framework is in force: anyone may know. */
export interface FrameworkMember {
  readonly leadId: string;
  readonly frameworkId: string;
  readonly bodyId: string;
  /** The London date of the countersignature. */
  readonly since: LocalDate;
}

import type { ChargeKind, LocalDate, Pence } from '#libs/kernel';

/** Why an award was lawful, for the joining body's auditor. Written once, with the award. */
export interface ComplianceRecord {
  readonly tenantId: string;
  readonly leadId: string;
  readonly callOffId: string;
  readonly route: 'DIRECT_AWARD';
  readonly noticeReference: string;
  readonly eligibilityCheckId: string;
  readonly ceilingPence: Pence;
  readonly committedBeforePence: Pence;
  readonly committedAfterPence: Pence;
  readonly decisionReference: string;
  readonly decisionEffectiveOn: LocalDate;
  readonly details: ComplianceDetails;
  readonly recordedAt: Date;
}

/** What the record says beside its figures, as it stood at the award. */
export interface ComplianceDetails {
  readonly framework: { readonly reference: string; readonly title: string; readonly regime: string };
  readonly lot: { readonly number: number; readonly title: string };
  readonly offering: { readonly title: string; readonly personalData: boolean };
  /** The units of what is not metered; absent on records from before there were any. */
  readonly items?: readonly { readonly title: string; readonly charge: ChargeKind; readonly units: string }[];
  readonly eligibility: {
    readonly result: string;
    readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
  };
  readonly agreement: { readonly id: string; readonly textSha256: string };
  readonly optIn: { readonly reference: string; readonly contentSha256: string | null };
  readonly decision: {
    readonly decidedBy: string;
    readonly publishedOn: LocalDate;
    /** Why it has effect at once, where it is exempt from call-in. */
    readonly exemptReason: string | null;
  };
}

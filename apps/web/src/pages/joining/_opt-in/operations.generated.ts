// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a decision can be called in. More may be added. */
export type CallInChoice =
  /** It takes effect after call-in, by the body's own rules. */
  | 'APPLIES'
  /** It is exempt, with a reason. */
  | 'EXEMPT';

/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** Whether the body has decided to join. More may be added. */
export type DecisionChoice =
  /** The decision is made and published. */
  | 'MADE'
  /** It will be made before the agreement is signed. */
  | 'TO_FOLLOW';

/** Where an opt-in stands. More may be added. */
export type OptInState =
  /** The lead authority approved it. */
  | 'APPROVED'
  /** Every service that it chose is called off. */
  | 'CONVERTED'
  /** The lead authority declined it, with a reason. */
  | 'DECLINED'
  /** Started; nothing has been told yet. */
  | 'DRAFT'
  /** The body is working on it. */
  | 'IN_PROGRESS'
  /** The body has laid it aside, without penalty. */
  | 'PAUSED'
  /** It came back with questions. */
  | 'RETURNED'
  /** The lead authority has it. */
  | 'SUBMITTED'
  /** Somebody at the lead authority is looking at it. */
  | 'UNDER_REVIEW'
  /** The body took it back. */
  | 'WITHDRAWN';

/** What a body tells in an opt-in. More may be added. */
export type OptInTaskName =
  /** About you. */
  | 'ABOUT_YOU'
  /** Council decision. */
  | 'AUTHORITY'
  /** Data processing schedule. */
  | 'INFORMATION'
  /** Money. */
  | 'MONEY'
  /** Your need. */
  | 'YOUR_NEED';

/** Where a task stands. More may be added. */
export type OptInTaskState =
  /** Other tasks must be complete first. */
  | 'CANNOT_START_YET'
  /** Everything that it needs is there. */
  | 'COMPLETED'
  /** Something has been told. */
  | 'IN_PROGRESS'
  /** The chosen services do not need it. */
  | 'NOT_APPLICABLE'
  /** Nothing has been told yet. */
  | 'NOT_YET_STARTED';

/** How a body uses purchase orders. More may be added. */
export type PurchaseOrderChoice =
  /** It uses none. */
  | 'EXEMPT'
  /** It has a number already. */
  | 'NUMBER'
  /** The number follows before the first billing period. */
  | 'TO_FOLLOW';

/** Whether the data processing schedule is accepted. More may be added. */
export type ScheduleChoice =
  /** An authorised officer has accepted it. */
  | 'ACCEPTED'
  /** It will be accepted before the service is called off. */
  | 'TO_FOLLOW';

/** How much of the VAT that it is charged a body recovers. More may be added. */
export type VatRecovery =
  /** All of it. */
  | 'FULL'
  /** None of it. */
  | 'NONE'
  /** Part of it. */
  | 'PARTIAL';

export type ReadOptInQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadOptInQuery = { readonly optIn: { readonly id: string, readonly reference: string, readonly version: number, readonly state: OptInState, readonly frameworkId: string, readonly frameworkTitle: string, readonly leadName: string, readonly memberName: string, readonly targetStartOn: string | null, readonly startedAt: string, readonly submittedAt: string | null, readonly reviewDueOn: string | null, readonly reviewerName: string | null, readonly decidedAt: string | null, readonly declinedReason: string | null, readonly contentSha256: string | null, readonly offerings: ReadonlyArray<{ readonly offeringId: string, readonly title: string, readonly isOpen: boolean }>, readonly tasks: ReadonlyArray<{ readonly task: OptInTaskName, readonly title: string, readonly state: OptInTaskState, readonly version: number, readonly question: string | null, readonly completedAt: string | null, readonly questions: ReadonlyArray<{ readonly question: string, readonly askedAt: string, readonly askedByName: string, readonly answer: string | null, readonly answeredAt: string | null, readonly answeredByName: string | null, readonly submittedAt: string | null }>, readonly aboutYou: { readonly sponsorName: string | null, readonly sponsorEmail: string | null, readonly clientLeadName: string | null, readonly clientLeadEmail: string | null, readonly financeName: string | null, readonly financeEmail: string | null } | null, readonly yourNeed: { readonly outcomes: string | null, readonly volumes: ReadonlyArray<{ readonly meterId: string, readonly perYear: string }> | null } | null, readonly money: { readonly purchaseOrder: PurchaseOrderChoice | null, readonly purchaseOrderNumber: string | null, readonly vatRecovery: VatRecovery | null, readonly costCentre: string | null } | null, readonly information: { readonly schedule: ScheduleChoice | null, readonly officerName: string | null, readonly officerRole: string | null, readonly acceptedOn: string | null, readonly adviserName: string | null, readonly advice: string | null, readonly advisedOn: string | null } | null, readonly authority: { readonly decision: DecisionChoice | null, readonly reference: string | null, readonly decidedBy: string | null, readonly publishedOn: string | null, readonly effectiveOn: string | null, readonly callIn: CallInChoice | null, readonly exemptReason: string | null } | null }> } };

export type MetersOfFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type MetersOfFrameworkQuery = { readonly framework: { readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly charge: ChargeKind, readonly isKept: boolean }> } }> } } };

export const ReadOptIn: Operation<ReadOptInQuery, ReadOptInQueryVariables> = {
  name: 'ReadOptIn',
  text: "query ReadOptIn($id: ID!) { optIn(id: $id) { id reference version state frameworkId frameworkTitle leadName memberName targetStartOn startedAt submittedAt reviewDueOn reviewerName decidedAt declinedReason contentSha256 offerings { offeringId title isOpen } tasks { task title state version question questions { question askedAt askedByName answer answeredAt answeredByName submittedAt } completedAt aboutYou { sponsorName sponsorEmail clientLeadName clientLeadEmail financeName financeEmail } yourNeed { outcomes volumes { meterId perYear } } money { purchaseOrder purchaseOrderNumber vatRecovery costCentre } information { schedule officerName officerRole acceptedOn adviserName advice advisedOn } authority { decision reference decidedBy publishedOn effectiveOn callIn exemptReason } } } }",
};
export const MetersOfFramework: Operation<MetersOfFrameworkQuery, MetersOfFrameworkQueryVariables> = {
  name: 'MetersOfFramework',
  text: "query MetersOfFramework($id: ID!) { framework(id: $id) { offerings(first: 100) { edges { node { id title meters { id title unit charge isKept } } } } } }",
};

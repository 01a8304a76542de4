// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Who acts for the body. */
export type AboutYouInput = {
  /** The client lead's work email address. */
  readonly clientLeadEmail?: string | null | undefined;
  /** The name of the client lead, who looks after the service for the body. */
  readonly clientLeadName?: string | null | undefined;
  /** The finance contact's work email address. */
  readonly financeEmail?: string | null | undefined;
  /** The name of the finance contact. */
  readonly financeName?: string | null | undefined;
  /** The sponsor's work email address. */
  readonly sponsorEmail?: string | null | undefined;
  /** The name of the sponsor: the chief executive, say, or the section 151 officer. */
  readonly sponsorName?: string | null | undefined;
};

/** Whether a decision can be called in. More may be added. */
export type CallInChoice =
  /** It takes effect after call-in, by the body's own rules. */
  | 'APPLIES'
  /** It is exempt, with a reason. */
  | 'EXEMPT';

/** Whether the body has decided to join. More may be added. */
export type DecisionChoice =
  /** The decision is made and published. */
  | 'MADE'
  /** It will be made before the agreement is signed. */
  | 'TO_FOLLOW';

/** How much the body expects to use in a year. */
export type ExpectedVolumeInput = {
  /** A meter of one of the chosen services. */
  readonly meterId: string | number;
  /** The quantity in a year, with up to 4 decimal places. */
  readonly perYear: string;
};

/** The body's own decision to join. */
export type OptInAuthorityInput = {
  /** Whether it can be called in. */
  readonly callIn?: CallInChoice | null | undefined;
  /** Who made it, such as Cabinet. */
  readonly decidedBy?: string | null | undefined;
  /** Whether it is made. */
  readonly decision?: DecisionChoice | null | undefined;
  /** From when it has effect: after call-in. */
  readonly effectiveOn?: string | null | undefined;
  /** Why it is exempt from call-in; only for an exempt decision. */
  readonly exemptReason?: string | null | undefined;
  /** When it was published. */
  readonly publishedOn?: string | null | undefined;
  /** Its reference, such as a minute number. */
  readonly reference?: string | null | undefined;
};

/** How the body looks after personal data. */
export type OptInInformationInput = {
  /** When it was accepted. */
  readonly acceptedOn?: string | null | undefined;
  /** The data protection officer's advice, which is recorded apart from the acceptance. */
  readonly advice?: string | null | undefined;
  /** When the advice was given. */
  readonly advisedOn?: string | null | undefined;
  /** The name of the data protection officer. */
  readonly adviserName?: string | null | undefined;
  /** The name of the authorised officer who accepted it. */
  readonly officerName?: string | null | undefined;
  /** The officer's role. */
  readonly officerRole?: string | null | undefined;
  /** Whether the data processing schedule is accepted. */
  readonly schedule?: ScheduleChoice | null | undefined;
};

/** How the body pays. */
export type OptInMoneyInput = {
  /** The cost centre that pays. */
  readonly costCentre?: string | null | undefined;
  /** How it uses purchase orders. */
  readonly purchaseOrder?: PurchaseOrderChoice | null | undefined;
  /** The number, when it has one already. */
  readonly purchaseOrderNumber?: string | null | undefined;
  /** How much VAT it recovers. */
  readonly vatRecovery?: VatRecovery | null | undefined;
};

/** All answers of exactly one task: what is left out is not answered yet. */
export type OptInTaskSaveInput = {
  /** The answers of ABOUT_YOU. */
  readonly aboutYou?: AboutYouInput | null | undefined;
  /** The answer to the open question about the task, in 2,000 characters at most; needed to complete a task that was asked about. */
  readonly answer?: string | null | undefined;
  /** The answers of AUTHORITY. */
  readonly authority?: OptInAuthorityInput | null | undefined;
  /** Whether the task is done; if not, you can return to it. */
  readonly complete: boolean;
  /** The answers of INFORMATION. */
  readonly information?: OptInInformationInput | null | undefined;
  /** The answers of MONEY. */
  readonly money?: OptInMoneyInput | null | undefined;
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the task that you read. */
  readonly version: number;
  /** The answers of YOUR_NEED. */
  readonly yourNeed?: YourNeedInput | null | undefined;
};

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

/** What the body needs. */
export type YourNeedInput = {
  /** What should be better afterwards, in 4,000 characters at most. */
  readonly outcomes?: string | null | undefined;
  /** One for each meter of the chosen services, 100 at most. */
  readonly volumes?: ReadonlyArray<ExpectedVolumeInput> | null | undefined;
};

export type SaveTaskMutationVariables = Exact<{
  input: OptInTaskSaveInput;
}>;


export type SaveTaskMutation = { readonly optInTaskSave: { readonly optIn: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const SaveTask: Operation<SaveTaskMutation, SaveTaskMutationVariables> = {
  name: 'SaveTask',
  text: "mutation SaveTask($input: OptInTaskSaveInput!) { optInTaskSave(input: $input) { optIn { id } userErrors { message path nextStep } } }",
};

import { registerEnumType } from '@nestjs/graphql';
import {
  agreementStates,
  callInChoices,
  decisionChoices,
  eligibilityReasonCodes,
  eligibilityResults,
  optInStates,
  purchaseOrderChoices,
  scheduleChoices,
  taskNames,
  taskStates,
  taskTable,
  vatRecoveryChoices,
} from '#libs/membership';

/** The values of a list as an enum object, which is how GraphQL takes them. */
export const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const EligibilityResultEnum = enumOf(eligibilityResults);
registerEnumType(EligibilityResultEnum, {
  name: 'EligibilityResult',
  description: 'Whether a body may use a framework. More may be added.',
  valuesMap: {
    ELIGIBLE: { description: 'It may.' },
    NOT_ELIGIBLE: { description: 'It may not.' },
    NEEDS_EVIDENCE: {
      description: 'The register cannot decide it: evidence or a check by the lead authority is needed.',
    },
  },
});

export const EligibilityReasonEnum = enumOf(eligibilityReasonCodes);
registerEnumType(EligibilityReasonEnum, {
  name: 'EligibilityReasonCode',
  description: 'Why a body may or may not use a framework. More may be added.',
  valuesMap: {
    NAMED: { description: 'It is named in the notice.' },
    CATEGORY: { description: 'It falls in one of the groups that can use it.' },
    NOT_COVERED: { description: 'It is neither named nor in a group.' },
    CANNOT_DECIDE: { description: 'The register lacks what decides whether it is in a group.' },
    BODY_ABOLISHED: { description: 'It no longer exists.' },
    FRAMEWORK_NOT_LIVE: { description: 'The framework has not opened yet.' },
    FRAMEWORK_EXPIRED: { description: 'The framework has ended.' },
  },
});

export const OptInStateEnum = enumOf(optInStates);
registerEnumType(OptInStateEnum, {
  name: 'OptInState',
  description: 'Where an opt-in stands. More may be added.',
  valuesMap: {
    DRAFT: { description: 'Started; nothing has been told yet.' },
    IN_PROGRESS: { description: 'The body is working on it.' },
    PAUSED: { description: 'The body has laid it aside, without penalty.' },
    SUBMITTED: { description: 'The lead authority has it.' },
    UNDER_REVIEW: { description: 'Somebody at the lead authority is looking at it.' },
    RETURNED: { description: 'It came back with questions.' },
    APPROVED: { description: 'The lead authority approved it.' },
    DECLINED: { description: 'The lead authority declined it, with a reason.' },
    WITHDRAWN: { description: 'The body took it back.' },
    CONVERTED: { description: 'Every service that it chose is called off.' },
  },
});

export const TaskNameEnum = enumOf(taskNames);
registerEnumType(TaskNameEnum, {
  name: 'OptInTaskName',
  description: 'What a body tells in an opt-in. More may be added.',
  valuesMap: Object.fromEntries(
    taskNames.map((name) => [name, { description: `${taskTable[name].title}.` }]),
  ),
});

export const TaskStateEnum = enumOf(taskStates);
registerEnumType(TaskStateEnum, {
  name: 'OptInTaskState',
  description: 'Where a task stands. More may be added.',
  valuesMap: {
    NOT_YET_STARTED: { description: 'Nothing has been told yet.' },
    IN_PROGRESS: { description: 'Something has been told.' },
    COMPLETED: { description: 'Everything that it needs is there.' },
    CANNOT_START_YET: { description: 'Other tasks must be complete first.' },
    NOT_APPLICABLE: { description: 'The chosen services do not need it.' },
  },
});

export const AgreementStateEnum = enumOf(agreementStates);
registerEnumType(AgreementStateEnum, {
  name: 'AccessAgreementState',
  description: 'Where an access agreement stands. More may be added.',
  valuesMap: {
    SENT: { description: 'The body can sign it.' },
    SIGNED: { description: 'The body has signed; the lead authority countersigns next.' },
    ON_HOLD: { description: 'Stopped for now.' },
    COUNTERSIGNED: { description: 'In force.' },
    SUPERSEDED: { description: 'Another agreement has taken its place.' },
    TERMINATED: { description: 'Ended.' },
  },
});

export const PurchaseOrderChoiceEnum = enumOf(purchaseOrderChoices);
registerEnumType(PurchaseOrderChoiceEnum, {
  name: 'PurchaseOrderChoice',
  description: 'How a body uses purchase orders. More may be added.',
  valuesMap: {
    NUMBER: { description: 'It has a number already.' },
    TO_FOLLOW: { description: 'The number follows before the first billing period.' },
    EXEMPT: { description: 'It uses none.' },
  },
});

export const VatRecoveryEnum = enumOf(vatRecoveryChoices);
registerEnumType(VatRecoveryEnum, {
  name: 'VatRecovery',
  description: 'How much of the VAT that it is charged a body recovers. More may be added.',
  valuesMap: {
    FULL: { description: 'All of it.' },
    PARTIAL: { description: 'Part of it.' },
    NONE: { description: 'None of it.' },
  },
});

export const ScheduleChoiceEnum = enumOf(scheduleChoices);
registerEnumType(ScheduleChoiceEnum, {
  name: 'ScheduleChoice',
  description: 'Whether the data processing schedule is accepted. More may be added.',
  valuesMap: {
    ACCEPTED: { description: 'An authorised officer has accepted it.' },
    TO_FOLLOW: { description: 'It will be accepted before the service is called off.' },
  },
});

export const DecisionChoiceEnum = enumOf(decisionChoices);
registerEnumType(DecisionChoiceEnum, {
  name: 'DecisionChoice',
  description: 'Whether the body has decided to join. More may be added.',
  valuesMap: {
    MADE: { description: 'The decision is made and published.' },
    TO_FOLLOW: { description: 'It will be made before the agreement is signed.' },
  },
});

export const CallInChoiceEnum = enumOf(callInChoices);
registerEnumType(CallInChoiceEnum, {
  name: 'CallInChoice',
  description: 'Whether a decision can be called in. More may be added.',
  valuesMap: {
    APPLIES: { description: "It takes effect after call-in, by the body's own rules." },
    EXEMPT: { description: 'It is exempt, with a reason.' },
  },
});

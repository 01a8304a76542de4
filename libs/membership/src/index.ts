export { MembershipModule } from './membership.module.js';
export {
  CheckEligibility,
  type BodyEligibility,
  type EligibilityAnswer,
  type KeptCheck,
} from './application/check-eligibility.js';
export { StartOptIn, type StartOptInCommand } from './application/start-opt-in.js';
export { SaveTask, type SaveTaskCommand } from './application/save-task.js';
export { SubmitOptIn } from './application/submit-opt-in.js';
export { StartReview } from './application/start-review.js';
export { ApproveOptIn } from './application/approve-opt-in.js';
export { ReturnOptIn, type TaskQuestion } from './application/return-opt-in.js';
export { DeclineOptIn } from './application/decline-opt-in.js';
export { PauseOptIn } from './application/pause-opt-in.js';
export { ResumeOptIn } from './application/resume-opt-in.js';
export { WithdrawOptIn } from './application/withdraw-opt-in.js';
export { type OptInRead } from './application/lock-opt-in.js';
export {
  PublishAgreementVersion,
  type PublishAgreementVersionCommand,
} from './application/publish-agreement-version.js';
export { SignAgreement, type SignAgreementCommand } from './application/sign-agreement.js';
export {
  CountersignAgreement,
  type CountersignAgreementCommand,
} from './application/countersign-agreement.js';
export { AdmitCallOff, type Admission } from './application/admit-call-off.js';
export { ReadOptIns, type NamedOptIn, type NamedQuestion } from './application/read-opt-ins.js';
export { ReadAgreements, type AgreementText, type NamedAgreement } from './application/read-agreements.js';
export { ReadEstimate } from './application/read-estimate.js';
export { SaveEstimate, type SaveEstimateCommand } from './application/save-estimate.js';
export { ReadFrameworkMembers, type ListedMember } from './application/read-framework-members.js';
export {
  eligibilityReasonCodes,
  eligibilityResults,
  type EligibilityReason,
  type EligibilityReasonCode,
  type EligibilityResult,
} from './domain/eligibility.js';
export { type OptIn, type OptInOffering } from './domain/opt-in.js';
export { unansweredQuestion } from './domain/questions.js';
export { agreementStates, optInStates, type AgreementState, type OptInState } from './domain/states.js';
export {
  callInChoices,
  decisionChoices,
  purchaseOrderChoices,
  scheduleChoices,
  shownTaskState,
  taskNames,
  taskStates,
  taskTable,
  vatRecoveryChoices,
  type AboutYou,
  type AnswersOf,
  type Authority,
  type ExpectedVolume,
  type Information,
  type Money,
  type OptInTask,
  type TaskName,
  type TaskState,
  type YourNeed,
} from './domain/tasks.js';
export { type Agreement, type AgreementVersion, type Signature } from './domain/agreement.js';
export { oneMonthOf, type Estimate, type EstimateLine, type YearlyVolume } from './domain/estimate.js';
export { type Decision } from './domain/decision.js';

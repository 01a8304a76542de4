import { AgreementCountersignResolver } from './agreement-countersign.js';
import { AgreementSignResolver } from './agreement-sign.js';
import { AgreementVersionPublishResolver } from './agreement-version-publish.js';
import { AgreementVersionsResolver } from './agreement-versions.resolver.js';
import { AgreementResolver } from './agreement.resolver.js';
import { EligibilityCheckResolver } from './eligibility-check.js';
import { EstimateSaveResolver } from './estimate-save.js';
import { EstimateResolver } from './estimate.resolver.js';
import { FrameworkMembersResolver } from './framework-members.resolver.js';
import { OptInApproveResolver } from './opt-in-approve.js';
import { OptInDeclineResolver } from './opt-in-decline.js';
import { OptInPauseResolver } from './opt-in-pause.js';
import { OptInResumeResolver } from './opt-in-resume.js';
import { OptInReturnResolver } from './opt-in-return.js';
import { OptInReviewStartResolver } from './opt-in-review-start.js';
import { OptInStartResolver } from './opt-in-start.js';
import { OptInSubmitResolver } from './opt-in-submit.js';
import { OptInTaskSaveResolver } from './opt-in-task-save.js';
import { OptInWithdrawResolver } from './opt-in-withdraw.js';
import { OptInResolver } from './opt-in.resolver.js';

export const membershipResolvers = [
  FrameworkMembersResolver,
  EstimateResolver,
  EstimateSaveResolver,
  EligibilityCheckResolver,
  OptInResolver,
  OptInStartResolver,
  OptInTaskSaveResolver,
  OptInSubmitResolver,
  OptInReviewStartResolver,
  OptInApproveResolver,
  OptInReturnResolver,
  OptInDeclineResolver,
  OptInPauseResolver,
  OptInResumeResolver,
  OptInWithdrawResolver,
  AgreementResolver,
  AgreementVersionsResolver,
  AgreementVersionPublishResolver,
  AgreementSignResolver,
  AgreementCountersignResolver,
];

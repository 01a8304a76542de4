import { Module } from '@nestjs/common';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import type { EntityClass } from '#libs/platform';
import { ActForMember } from './application/act-for-member.js';
import { AdmitCallOff } from './application/admit-call-off.js';
import { ApproveOptIn } from './application/approve-opt-in.js';
import { CheckEligibility } from './application/check-eligibility.js';
import { CountersignAgreement } from './application/countersign-agreement.js';
import { DeclineOptIn } from './application/decline-opt-in.js';
import { LockOptIn } from './application/lock-opt-in.js';
import { MoveOptIn } from './application/move-opt-in.js';
import { PauseOptIn } from './application/pause-opt-in.js';
import { PublishAgreementVersion } from './application/publish-agreement-version.js';
import { ReadAgreements } from './application/read-agreements.js';
import { ReadEstimate } from './application/read-estimate.js';
import { ReadFrameworkMembers } from './application/read-framework-members.js';
import { ReadOptIns } from './application/read-opt-ins.js';
import { RenderAgreement } from './application/render-agreement.js';
import { ResumeOptIn } from './application/resume-opt-in.js';
import { ReturnOptIn } from './application/return-opt-in.js';
import { SaveEstimate } from './application/save-estimate.js';
import { SaveTask } from './application/save-task.js';
import { SendAgreement } from './application/send-agreement.js';
import { SignAgreement } from './application/sign-agreement.js';
import { StartOptIn } from './application/start-opt-in.js';
import { StartReview } from './application/start-review.js';
import { SubmitOptIn } from './application/submit-opt-in.js';
import { WithdrawOptIn } from './application/withdraw-opt-in.js';
import { AgreementRow, AgreementVersionRow } from './persistence/agreement.entity.js';
import { AgreementRepository } from './persistence/agreement.repository.js';
import { EligibilityCheckRow } from './persistence/eligibility-check.entity.js';
import { EligibilityCheckRepository } from './persistence/eligibility-check.repository.js';
import { EstimateRow } from './persistence/estimate.entity.js';
import { EstimateRepository } from './persistence/estimate.repository.js';
import { FrameworkMemberRow } from './persistence/framework-member.entity.js';
import { FrameworkMemberRepository } from './persistence/framework-member.repository.js';
import { OptInOfferingRow, OptInQuestionRow, OptInRow, OptInTaskRow } from './persistence/opt-in.entity.js';
import { OptInRepository } from './persistence/opt-in.repository.js';

const actions = [
  CheckEligibility,
  StartOptIn,
  SaveTask,
  SubmitOptIn,
  StartReview,
  ApproveOptIn,
  ReturnOptIn,
  DeclineOptIn,
  PauseOptIn,
  ResumeOptIn,
  WithdrawOptIn,
  PublishAgreementVersion,
  SignAgreement,
  CountersignAgreement,
  AdmitCallOff,
  ReadOptIns,
  ReadAgreements,
  ReadFrameworkMembers,
  SaveEstimate,
  ReadEstimate,
];

/** How a body joins: eligibility, opt-in, access agreement. */
@Module({
  imports: [DirectoryModule, CatalogueModule, DocumentsModule],
  providers: [
    OptInRepository,
    AgreementRepository,
    EligibilityCheckRepository,
    FrameworkMemberRepository,
    EstimateRepository,
    ActForMember,
    LockOptIn,
    MoveOptIn,
    RenderAgreement,
    SendAgreement,
    ...actions,
  ],
  exports: actions,
})
export class MembershipModule {
  static readonly entities: readonly EntityClass[] = [
    OptInRow,
    OptInOfferingRow,
    OptInTaskRow,
    OptInQuestionRow,
    AgreementRow,
    AgreementVersionRow,
    EligibilityCheckRow,
    FrameworkMemberRow,
    EstimateRow,
  ];
}

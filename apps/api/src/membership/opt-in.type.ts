import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import {
  shownTaskState,
  taskTable,
  unansweredQuestion,
  type ExpectedVolume,
  type NamedOptIn,
  type OptInState,
  type OptInTask,
  type TaskName,
  type TaskState,
} from '#libs/membership';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '../graphql/index.js';
import {
  AboutYouAnswers,
  AuthorityAnswers,
  InformationAnswers,
  MoneyAnswers,
  YourNeedAnswers,
} from './answers.type.js';
import { OptInStateEnum, TaskNameEnum, TaskStateEnum } from './enums.js';
import { OptInQuestionType, toQuestion } from './opt-in-question.type.js';

@ObjectType('OptInOffering', { description: 'A service that an opt-in chose.' })
export class OptInOfferingType {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => Boolean, {
    description:
      'Whether it is still to be called off under this opt-in; false once it is, or the opt-in has ended.',
  })
  isOpen!: boolean;
}

@ObjectType('OptInTask', { description: 'A part of an opt-in that can be done by itself.' })
export class OptInTaskType {
  @Field(() => TaskNameEnum, { description: 'Which task.' })
  task!: TaskName;

  @Field(() => String, { description: 'Its name for people.' })
  title!: string;

  @Field(() => TaskStateEnum, { description: 'Where it stands.' })
  state!: TaskState;

  @Field(() => Int, { description: 'Send it back when you save the task: an older one is refused.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed; null until then.' })
  completedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the lead authority asked about it when it returned the opt-in, until the task is complete again; null when nothing waits for an answer.',
  })
  question!: string | null;

  @Field(() => [OptInQuestionType], {
    description: 'All that was ever asked about it, with the answers, the oldest first.',
  })
  questions!: OptInQuestionType[];

  @Field(() => AboutYouAnswers, {
    nullable: true,
    description: 'The answers of ABOUT_YOU; null for other tasks.',
  })
  aboutYou!: AboutYouAnswers | null;

  @Field(() => YourNeedAnswers, {
    nullable: true,
    description: 'The answers of YOUR_NEED; null for other tasks.',
  })
  yourNeed!: YourNeedAnswers | null;

  @Field(() => MoneyAnswers, { nullable: true, description: 'The answers of MONEY; null for other tasks.' })
  money!: MoneyAnswers | null;

  @Field(() => InformationAnswers, {
    nullable: true,
    description: 'The answers of INFORMATION; null for other tasks.',
  })
  information!: InformationAnswers | null;

  @Field(() => AuthorityAnswers, {
    nullable: true,
    description: 'The answers of AUTHORITY; null for other tasks.',
  })
  authority!: AuthorityAnswers | null;
}

@ObjectType('OptIn', { description: "A body's request to join a framework for the services that it chose." })
export class OptInType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its reference, such as OI-000123.' })
  reference!: string;

  @Field(() => ID, { description: 'The body that wants to join.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => String, { description: 'Its name.' })
  frameworkTitle!: string;

  @Field(() => OptInStateEnum, { description: 'Where it stands.' })
  state!: OptInState;

  @Field(() => Int, { description: 'Send it back with what you do to the opt-in: an older one is refused.' })
  version!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'When the body would like to begin; it commits to nothing.',
  })
  targetStartOn!: LocalDate | null;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last submitted; null until then.',
  })
  submittedAt!: Date | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'By when the lead authority reviews what was last submitted: the working days of the framework after it, without weekends and the bank holidays of England and Wales; null until it was submitted.',
  })
  reviewDueOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who of the lead authority began the review last; null until then.',
  })
  reviewerName!: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was last submitted, in hex.' })
  contentSha256!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was approved or declined; null until then.',
  })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined; null otherwise.' })
  declinedReason!: string | null;

  @Field(() => [OptInOfferingType], { description: 'The services that it chose, 50 at most.' })
  offerings!: OptInOfferingType[];

  @Field(() => [OptInTaskType], {
    description: 'Its task list. A lead authority sees the answers once they have been submitted.',
  })
  tasks!: OptInTaskType[];
}

@ObjectType('OptInConnection', { description: 'Opt-ins, the newest first.' })
export class OptInConnection extends ConnectionOf(OptInType, 'OptIn') {}

export const toOptIn = (optIn: NamedOptIn): OptInType => ({
  id: toPublicId('optIn', optIn.id),
  reference: optIn.reference,
  memberId: toPublicId('body', optIn.tenantId),
  memberName: optIn.memberName,
  leadId: toPublicId('body', optIn.leadId),
  leadName: optIn.leadName,
  frameworkId: toPublicId('framework', optIn.frameworkId),
  frameworkTitle: optIn.frameworkTitle,
  state: optIn.state,
  version: optIn.version,
  targetStartOn: optIn.targetStartOn,
  startedAt: optIn.startedAt,
  submittedAt: optIn.submittedAt,
  reviewDueOn: optIn.reviewDueOn,
  reviewerName: optIn.reviewerName,
  contentSha256: optIn.contentSha256,
  decidedAt: optIn.decidedAt,
  declinedReason: optIn.decisionReason,
  offerings: optIn.offerings.map(({ offeringId, title, open }) => ({
    offeringId: toPublicId('offering', offeringId),
    title,
    isOpen: open,
  })),
  tasks: optIn.tasks.map((task) => toTask(task, optIn)),
});

const toTask = (task: OptInTask, { tasks, questions }: NamedOptIn): OptInTaskType => ({
  task: task.task,
  title: taskTable[task.task].title,
  state: shownTaskState(task, tasks),
  version: task.version,
  completedAt: task.completedAt,
  question: unansweredQuestion(questions, task.task)?.question ?? null,
  questions: questions.filter((one) => one.task === task.task).map(toQuestion),
  aboutYou: task.task === 'ABOUT_YOU' ? task.answers : null,
  yourNeed: task.task === 'YOUR_NEED' ? toNeed(task) : null,
  money: task.task === 'MONEY' ? task.answers : null,
  information: task.task === 'INFORMATION' ? task.answers : null,
  authority: task.task === 'AUTHORITY' ? task.answers : null,
});

const toNeed = ({ answers }: OptInTask): YourNeedAnswers => {
  const volumes = (answers['volumes'] ?? null) as readonly ExpectedVolume[] | null;
  return {
    outcomes: (answers['outcomes'] ?? null) as string | null,
    volumes:
      volumes?.map(({ meterId, perYear }) => ({ meterId: toPublicId('meter', meterId), perYear })) ?? null,
  };
};

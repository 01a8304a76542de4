import type { LocalDate } from '#libs/kernel';

export const taskNames = ['ABOUT_YOU', 'YOUR_NEED', 'MONEY', 'INFORMATION', 'AUTHORITY'] as const;
/** What a body has to tell before it can submit an opt-in. */
export type TaskName = (typeof taskNames)[number];

export const taskStates = [
  'NOT_YET_STARTED',
  'IN_PROGRESS',
  'COMPLETED',
  'CANNOT_START_YET',
  'NOT_APPLICABLE',
] as const;
export type TaskState = (typeof taskStates)[number];
/** CANNOT_START_YET is never stored: it follows from the other tasks. */
export type StoredTaskState = Exclude<TaskState, 'CANNOT_START_YET'>;

export interface AboutYou {
  readonly sponsorName: string | null;
  readonly sponsorEmail: string | null;
  readonly clientLeadName: string | null;
  readonly clientLeadEmail: string | null;
  readonly financeName: string | null;
  readonly financeEmail: string | null;
}

export interface ExpectedVolume {
  readonly meterId: string;
  /** An exact decimal. */
  readonly perYear: string;
}
export interface YourNeed {
  /** What should be better afterwards, in the body's own words. */
  readonly outcomes: string | null;
  readonly volumes: readonly ExpectedVolume[] | null;
}

export const purchaseOrderChoices = ['NUMBER', 'TO_FOLLOW', 'EXEMPT'] as const;
export const vatRecoveryChoices = ['FULL', 'PARTIAL', 'NONE'] as const;
export interface Money {
  readonly purchaseOrder: (typeof purchaseOrderChoices)[number] | null;
  readonly purchaseOrderNumber: string | null;
  readonly vatRecovery: (typeof vatRecoveryChoices)[number] | null;
  readonly costCentre: string | null;
}

export const scheduleChoices = ['ACCEPTED', 'TO_FOLLOW'] as const;
export interface Information {
  /** The data processing schedule: accepted by an authorised officer of the controller. */
  readonly schedule: (typeof scheduleChoices)[number] | null;
  readonly officerName: string | null;
  readonly officerRole: string | null;
  readonly acceptedOn: string | null;
  /** The data protection officer's advice is recorded apart from the acceptance. */
  readonly adviserName: string | null;
  readonly advice: string | null;
  readonly advisedOn: string | null;
}

export const decisionChoices = ['MADE', 'TO_FOLLOW'] as const;
export const callInChoices = ['APPLIES', 'EXEMPT'] as const;
export interface Authority {
  readonly decision: (typeof decisionChoices)[number] | null;
  readonly reference: string | null;
  readonly decidedBy: string | null;
  readonly publishedOn: string | null;
  /** The day from which it has effect: after call-in, by the body's own rules. */
  readonly effectiveOn: string | null;
  readonly callIn: (typeof callInChoices)[number] | null;
  readonly exemptReason: string | null;
}

export interface AnswersOf {
  readonly ABOUT_YOU: AboutYou;
  readonly YOUR_NEED: YourNeed;
  readonly MONEY: Money;
  readonly INFORMATION: Information;
  readonly AUTHORITY: Authority;
}

export interface FieldRule {
  /** Completes 'Enter …'. */
  readonly label: string;
  readonly kind: 'text' | 'email' | 'date' | 'choice' | 'volumes';
  readonly max?: number;
  readonly choices?: readonly string[];
  /** A date that cannot lie in the future. */
  readonly past?: boolean;
  /** Asked only when another answer of the task is this one. */
  readonly only?: readonly [field: string, is: string];
  /** Taken over into a body's next opt-in. */
  readonly carries?: boolean;
}

interface TaskDefinition<A> {
  readonly title: string;
  readonly fields: { readonly [K in keyof A]-?: FieldRule };
  /** The tasks that must be complete before it can start. */
  readonly needs: readonly TaskName[];
  /** Whether its answers may still be added after the approval. */
  readonly afterApproval: boolean;
}

const carries = true;
const whenMade = { only: ['decision', 'MADE'] } as const;
const whenAccepted = { only: ['schedule', 'ACCEPTED'] } as const;

/** The tasks of an opt-in: their fields, and the rules of each. */
export const taskTable: { readonly [T in TaskName]: TaskDefinition<AnswersOf[T]> } = {
  ABOUT_YOU: {
    title: 'About you',
    needs: [],
    afterApproval: false,
    fields: {
      sponsorName: { label: 'the name of your sponsor', kind: 'text', carries },
      sponsorEmail: { label: 'the work email address of your sponsor', kind: 'email', carries },
      clientLeadName: { label: 'the name of your client lead', kind: 'text', carries },
      clientLeadEmail: { label: 'the work email address of your client lead', kind: 'email', carries },
      financeName: { label: 'the name of your finance contact', kind: 'text', carries },
      financeEmail: { label: 'the work email address of your finance contact', kind: 'email', carries },
    },
  },
  YOUR_NEED: {
    title: 'Your need',
    needs: [],
    afterApproval: false,
    fields: {
      outcomes: { label: 'the outcomes that you need', kind: 'text', max: 4000 },
      volumes: { label: 'the expected volumes', kind: 'volumes' },
    },
  },
  MONEY: {
    title: 'Money',
    needs: [],
    afterApproval: false,
    fields: {
      purchaseOrder: {
        label: 'how you use purchase orders',
        kind: 'choice',
        choices: purchaseOrderChoices,
        carries,
      },
      purchaseOrderNumber: {
        label: 'the purchase order number',
        kind: 'text',
        max: 50,
        only: ['purchaseOrder', 'NUMBER'],
      },
      vatRecovery: {
        label: 'how much VAT you recover',
        kind: 'choice',
        choices: vatRecoveryChoices,
        carries,
      },
      costCentre: { label: 'the cost centre', kind: 'text', max: 50, carries },
    },
  },
  INFORMATION: {
    title: 'Data processing schedule',
    needs: [],
    afterApproval: true,
    fields: {
      schedule: {
        label: 'whether the data processing schedule is accepted',
        kind: 'choice',
        choices: scheduleChoices,
      },
      officerName: { label: 'the name of the authorised officer', kind: 'text', ...whenAccepted, carries },
      officerRole: { label: 'the role of the authorised officer', kind: 'text', ...whenAccepted, carries },
      acceptedOn: { label: 'the date on which it was accepted', kind: 'date', past: true, ...whenAccepted },
      adviserName: {
        label: 'the name of the data protection officer',
        kind: 'text',
        ...whenAccepted,
        carries,
      },
      advice: {
        label: 'the advice of the data protection officer',
        kind: 'text',
        max: 4000,
        ...whenAccepted,
      },
      advisedOn: { label: 'the date of the advice', kind: 'date', past: true, ...whenAccepted },
    },
  },
  AUTHORITY: {
    title: 'Council decision',
    needs: ['YOUR_NEED', 'MONEY'],
    afterApproval: true,
    fields: {
      decision: { label: 'whether the decision is made', kind: 'choice', choices: decisionChoices },
      reference: { label: 'the decision reference', kind: 'text', max: 100, ...whenMade },
      decidedBy: { label: 'who made the decision', kind: 'text', ...whenMade, carries },
      publishedOn: {
        label: 'the date on which the decision was published',
        kind: 'date',
        past: true,
        ...whenMade,
      },
      effectiveOn: { label: 'the date on which the decision takes effect', kind: 'date', ...whenMade },
      callIn: {
        label: 'whether the decision can be called in',
        kind: 'choice',
        choices: callInChoices,
        ...whenMade,
      },
      exemptReason: {
        label: 'the reason why the decision is exempt from call-in',
        kind: 'text',
        max: 2000,
        only: ['callIn', 'EXEMPT'],
      },
    },
  },
};

/** What the check of a task's answers needs to know from outside. */
export interface TaskContext {
  readonly today: LocalDate;
  /** The meters of the chosen services. */
  readonly meters: readonly { readonly id: string; readonly title: string }[];
}

/** A task as it is stored. */
export interface OptInTask {
  readonly task: TaskName;
  readonly state: StoredTaskState;
  readonly answers: Answers;
  /** Counts the task's changes, so that one person's does not silently undo another's. */
  readonly version: number;
  readonly changedAt: Date;
  readonly completedAt: Date | null;
  readonly completedBy: string | null;
}

export type Answer = string | null | readonly ExpectedVolume[];
/** Answers by field, of any task. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** The tasks that must be complete before this one can start and are not. */
export const blockedBy = (
  task: TaskName,
  all: readonly Pick<OptInTask, 'task' | 'state'>[],
): readonly TaskName[] =>
  taskTable[task].needs.filter((needed) => all.find((other) => other.task === needed)?.state !== 'COMPLETED');

/** The state that people see. */
export const shownTaskState = (task: OptInTask, all: readonly OptInTask[]): TaskState =>
  task.state !== 'COMPLETED' && blockedBy(task.task, all).length > 0 ? 'CANNOT_START_YET' : task.state;

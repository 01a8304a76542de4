import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { incompleteTasks, tasksIncomplete } from './opt-in.js';
import { answerFaults, carriedAnswers, tidyAnswers } from './task-answers.js';
import {
  blockedBy,
  shownTaskState,
  taskNames,
  type Answers,
  type OptInTask,
  type TaskName,
} from './tasks.js';

const payslips = { id: 'payslips', title: 'Payslips' };
const users = { id: 'users', title: 'Users' };
const context = { today: localDate('2026-06-15'), meters: [payslips, users] };

/** Complete answers of every task. */
const good: Readonly<Record<TaskName, Answers>> = {
  ABOUT_YOU: {
    sponsorName: 'Ada Moss',
    sponsorEmail: 'ada.moss@ashbeck.example',
    clientLeadName: 'Bo Field',
    clientLeadEmail: 'bo.field@ashbeck.example',
    financeName: 'Cy Hill',
    financeEmail: 'cy.hill@ashbeck.example',
  },
  YOUR_NEED: {
    outcomes: 'Payslips on time, every time.',
    volumes: [
      { meterId: 'payslips', perYear: '12000' },
      { meterId: 'users', perYear: '80.5' },
    ],
  },
  MONEY: {
    purchaseOrder: 'NUMBER',
    purchaseOrderNumber: '4500012345',
    vatRecovery: 'FULL',
    costCentre: 'CC-100',
  },
  INFORMATION: {
    schedule: 'ACCEPTED',
    officerName: 'Di Lake',
    officerRole: 'Director of Resources',
    acceptedOn: '2026-06-15',
    adviserName: 'Ed Marsh',
    advice: 'No objection.',
    advisedOn: '2026-06-01',
  },
  AUTHORITY: {
    decision: 'MADE',
    reference: 'CAB/26/041',
    decidedBy: 'Cabinet',
    publishedOn: '2026-06-01',
    effectiveOn: '2026-06-09',
    callIn: 'APPLIES',
    exemptReason: null,
  },
};

const faultsOf = (task: TaskName, change: Answers, complete = true): string[] =>
  answerFaults(task, tidyAnswers(task, { ...good[task], ...change }), { ...context, complete }).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

const taskOf = (task: TaskName, change: Partial<OptInTask> = {}): OptInTask => ({
  task,
  state: 'COMPLETED',
  answers: good[task],
  version: 2,
  changedAt: new Date('2026-06-15T09:00:00Z'),
  completedAt: new Date('2026-06-15T09:00:00Z'),
  completedBy: 'someone',
  ...change,
});

describe('answerFaults', () => {
  it.each(taskNames)('takes complete answers of %s', (task) => {
    expect(faultsOf(task, {})).toEqual([]);
  });

  it.each(taskNames)('lets a person save %s with nothing in it, and return', (task) => {
    expect(answerFaults(task, tidyAnswers(task, {}), { ...context, complete: false })).toEqual([]);
  });

  it('asks for everything that is missing at once', () => {
    const missing = answerFaults('ABOUT_YOU', tidyAnswers('ABOUT_YOU', { sponsorName: ' ' }), {
      ...context,
      complete: true,
    });
    expect(missing.map(({ message }) => message)).toEqual([
      'Enter the name of your sponsor.',
      'Enter the work email address of your sponsor.',
      'Enter the name of your client lead.',
      'Enter the work email address of your client lead.',
      'Enter the name of your finance contact.',
      'Enter the work email address of your finance contact.',
    ]);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@ashbeck.example',
    'ada@ashbeck',
    'ada moss@ashbeck.example',
    'a@b.example\nBcc: c@d.example',
  ])('refuses the address %j', (sponsorEmail) => {
    expect(faultsOf('ABOUT_YOU', { sponsorEmail })).toEqual([
      sponsorEmail === '' ? 'FIELD_REQUIRED sponsorEmail' : 'EMAIL_FORMAT sponsorEmail',
    ]);
  });

  it('checks what is given even when the task is not complete', () => {
    expect(faultsOf('ABOUT_YOU', { sponsorEmail: 'ada', financeName: 'x'.repeat(201) }, false)).toEqual([
      'EMAIL_FORMAT sponsorEmail',
      'TEXT_TOO_LONG financeName',
    ]);
    expect(faultsOf('ABOUT_YOU', { sponsorName: 'Ada\u202eMoss' }, false)).toEqual([
      'TEXT_INVALID sponsorName',
    ]);
  });

  it('wants a volume for every meter, and for no other', () => {
    expect(faultsOf('YOUR_NEED', { volumes: null })).toEqual([
      'FIELD_REQUIRED volumes',
      'FIELD_REQUIRED volumes',
    ]);
    expect(faultsOf('YOUR_NEED', { volumes: [{ meterId: 'payslips', perYear: '1' }] })).toEqual([
      'FIELD_REQUIRED volumes',
    ]);
    const twice = [
      ...(good.YOUR_NEED['volumes'] as []),
      { meterId: 'users', perYear: '1' },
      { meterId: 'x', perYear: '1' },
    ];
    expect(faultsOf('YOUR_NEED', { volumes: twice })).toEqual([
      'CHOICE_UNKNOWN volumes.2.meterId',
      'CHOICE_UNKNOWN volumes.3.meterId',
    ]);
  });

  it.each([
    ['-1', 'TOO_SMALL'],
    ['1e3', 'AMOUNT_FORMAT'],
    ['', 'AMOUNT_FORMAT'],
    ['1.00001', 'TOO_MANY_DECIMALS'],
    ['1000000000000', 'TOO_BIG'],
  ])('refuses the volume %j', (perYear, code) => {
    expect(faultsOf('YOUR_NEED', { volumes: [{ meterId: 'payslips', perYear }] }, false)).toEqual([
      `${code} volumes.0.perYear`,
    ]);
  });

  it.each(['0', '999999999999', '0.0001'])('takes the volume %s', (perYear) => {
    expect(faultsOf('YOUR_NEED', { volumes: [{ meterId: 'payslips', perYear }] }, false)).toEqual([]);
  });

  it('takes 100 volumes at most', () => {
    const volumes = Array.from({ length: 101 }, () => ({ meterId: 'payslips', perYear: '1' }));
    expect(faultsOf('YOUR_NEED', { volumes })).toEqual(['LIST_TOO_LONG volumes']);
  });

  it('wants the number of a purchase order only where there is one', () => {
    expect(faultsOf('MONEY', { purchaseOrderNumber: null })).toEqual(['FIELD_REQUIRED purchaseOrderNumber']);
    for (const purchaseOrder of ['TO_FOLLOW', 'EXEMPT']) {
      expect(faultsOf('MONEY', { purchaseOrder, purchaseOrderNumber: null })).toEqual([]);
      expect(tidyAnswers('MONEY', { ...good.MONEY, purchaseOrder })['purchaseOrderNumber']).toBeNull();
    }
    expect(faultsOf('MONEY', { purchaseOrder: null })).toEqual(['FIELD_REQUIRED purchaseOrder']);
    expect(faultsOf('MONEY', { vatRecovery: 'HALF' })).toEqual(['CHOICE_UNKNOWN vatRecovery']);
  });

  it('keeps what was typed while the choice above it is still open', () => {
    expect(tidyAnswers('MONEY', { purchaseOrderNumber: ' 45 ' })['purchaseOrderNumber']).toBe('45');
    expect(tidyAnswers('AUTHORITY', { callIn: 'EXEMPT', exemptReason: 'Urgent' })['exemptReason']).toBe(
      'Urgent',
    );
  });

  it('wants no details of what is still to follow', () => {
    expect(faultsOf('INFORMATION', { schedule: 'TO_FOLLOW' })).toEqual([]);
    expect(faultsOf('AUTHORITY', { decision: 'TO_FOLLOW' })).toEqual([]);
    const kept = tidyAnswers('AUTHORITY', {
      ...good.AUTHORITY,
      decision: 'TO_FOLLOW',
      callIn: 'EXEMPT',
      exemptReason: 'x',
    });
    expect(Object.entries(kept).filter(([, answer]) => answer !== null)).toEqual([['decision', 'TO_FOLLOW']]);
  });

  it('wants an acceptance and the advice, apart', () => {
    expect(faultsOf('INFORMATION', { officerName: null, advice: null })).toEqual([
      'FIELD_REQUIRED officerName',
      'FIELD_REQUIRED advice',
    ]);
  });

  it('takes no date that cannot be', () => {
    expect(faultsOf('INFORMATION', { acceptedOn: '2026-06-16', advisedOn: '2026-02-30' })).toEqual([
      'DATE_IN_FUTURE acceptedOn',
      'DATE_FORMAT advisedOn',
    ]);
    expect(faultsOf('AUTHORITY', { publishedOn: '2026-06-10', effectiveOn: '2026-06-09' })).toEqual([
      'DATE_ORDER effectiveOn',
    ]);
    expect(faultsOf('AUTHORITY', { publishedOn: '2026-06-09', effectiveOn: '2026-06-09' })).toEqual([]);
    expect(faultsOf('AUTHORITY', { effectiveOn: '2027-01-01' })).toEqual([]);
  });

  it('wants a reason for an exemption from call-in', () => {
    expect(faultsOf('AUTHORITY', { callIn: 'EXEMPT' })).toEqual(['EVIDENCE_REASON_REQUIRED exemptReason']);
    expect(faultsOf('AUTHORITY', { callIn: 'EXEMPT', exemptReason: 'Urgent: the contract ends.' })).toEqual(
      [],
    );
  });
});

describe('tasks', () => {
  it('keep the decision until need and money are complete', () => {
    const all = [
      taskOf('YOUR_NEED', { state: 'IN_PROGRESS' }),
      taskOf('MONEY', { state: 'NOT_YET_STARTED' }),
      taskOf('AUTHORITY', { state: 'NOT_YET_STARTED' }),
    ];
    expect(blockedBy('AUTHORITY', all)).toEqual(['YOUR_NEED', 'MONEY']);
    expect(all.map((task) => shownTaskState(task, all))).toEqual([
      'IN_PROGRESS',
      'NOT_YET_STARTED',
      'CANNOT_START_YET',
    ]);
    const done = [taskOf('YOUR_NEED'), taskOf('MONEY'), taskOf('AUTHORITY', { state: 'NOT_YET_STARTED' })];
    expect(blockedBy('AUTHORITY', done)).toEqual([]);
    expect(done.map((task) => shownTaskState(task, done))).toEqual([
      'COMPLETED',
      'COMPLETED',
      'NOT_YET_STARTED',
    ]);
  });

  it('are incomplete when not done, or no longer right', () => {
    const all = taskNames.map((task) => taskOf(task));
    expect(incompleteTasks(all, context)).toEqual([]);
    const more = { ...context, meters: [...context.meters, { id: 'new', title: 'Tickets' }] };
    expect(incompleteTasks(all, more).map(({ task }) => task)).toEqual(['YOUR_NEED']);
    const open = [
      taskOf('MONEY', { state: 'IN_PROGRESS' }),
      taskOf('INFORMATION', { state: 'NOT_APPLICABLE', answers: {} }),
      taskOf('AUTHORITY', { state: 'NOT_YET_STARTED' }),
    ];
    expect(tasksIncomplete(incompleteTasks(open, context)).map(({ message }) => message)).toEqual([
      'Complete 2 tasks before you submit: Money, Council decision.',
    ]);
    expect(tasksIncomplete(open.slice(0, 1)).map(({ message }) => message)).toEqual([
      'Complete 1 task before you submit: Money.',
    ]);
  });
});

describe('carriedAnswers', () => {
  const states = (earlier: Readonly<Record<TaskName, Answers>>) =>
    taskNames.map((task) => carriedAnswers(task, earlier[task], context).state);

  it('fills in what stays the same', () => {
    expect(states(good)).toEqual([
      'COMPLETED',
      'NOT_YET_STARTED',
      'IN_PROGRESS',
      'IN_PROGRESS',
      'IN_PROGRESS',
    ]);
    expect(carriedAnswers('MONEY', { ...good.MONEY, purchaseOrder: 'EXEMPT' }, context)).toEqual({
      state: 'COMPLETED',
      answers: {
        purchaseOrder: 'EXEMPT',
        purchaseOrderNumber: null,
        vatRecovery: 'FULL',
        costCentre: 'CC-100',
      },
    });
    expect(carriedAnswers('AUTHORITY', good.AUTHORITY, context).answers).toEqual({
      decision: null,
      reference: null,
      decidedBy: 'Cabinet',
      publishedOn: null,
      effectiveOn: null,
      callIn: null,
      exemptReason: null,
    });
  });

  it('starts from nothing without an earlier opt-in', () => {
    for (const task of taskNames) expect(carriedAnswers(task, {}, context).state).toBe('NOT_YET_STARTED');
  });
});

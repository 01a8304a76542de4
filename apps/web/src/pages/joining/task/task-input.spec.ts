import { describe, expect, it } from '@jest/globals';
import type { Task } from '../_opt-in/opt-in.js';
import { atFields, formOf, typedTask } from './task-input.js';

const meter = (id: string, title: string) => ({ id, title, unit: 'payslip', offeringTitle: 'Payroll Core' });
const [payslips, supply] = [meter('mtr_1', 'Payslips'), meter('mtr_2', 'Supply payslips')];
const meters = [payslips, supply];

const task = (answers: Partial<Task>): Task => ({
  ...{ task: 'YOUR_NEED', title: 'Your need', state: 'IN_PROGRESS', version: 1, question: null },
  questions: [],
  ...{ completedAt: null, aboutYou: null, yourNeed: null, money: null, information: null, authority: null },
  ...answers,
});

describe("a task's form", () => {
  it('begins with the answers, dates in their boxes and volumes by their meter', () => {
    const yourNeed = { outcomes: 'Better', volumes: [{ meterId: 'mtr_1', perYear: '14000.0000' }] };
    expect(formOf(task({ yourNeed }))).toEqual({
      ...{ 'yourNeed.outcomes': 'Better', 'yourNeed.volumes.mtr_1': '14,000' },
    });
    const asked = { question: 'Why?', askedAt: '2026-05-01T09:00:00Z', askedByName: 'Imran Qureshi' };
    const answered = { answeredAt: null, answeredByName: null };
    const closed = { ...asked, ...answered, answer: 'Before', submittedAt: '2026-05-02T09:00:00Z' };
    const open = { ...asked, ...answered, answer: 'So far', submittedAt: null };
    expect(formOf(task({ questions: [closed, open] }))).toMatchObject({ answer: 'So far' });
    expect(formOf(task({ questions: [closed] }))['answer']).toBeUndefined();
    const information = {
      ...({
        schedule: 'ACCEPTED',
        officerName: 'Di Lake',
        officerRole: null,
        acceptedOn: '2026-03-02',
      } as const),
      ...{ adviserName: null, advice: null, advisedOn: null },
    };
    expect(formOf(task({ task: 'INFORMATION', information }))).toMatchObject({
      'information.schedule': 'ACCEPTED',
      'information.acceptedOn-day': '2',
      'information.acceptedOn-month': '3',
      'information.acceptedOn-year': '2026',
    });
  });

  it('is read into what the API takes, and empty boxes are no answers', () => {
    const form = { 'yourNeed.outcomes': '  Better ', 'yourNeed.volumes.mtr_2': '1,200' };
    const { answers, sent, typed } = typedTask('YOUR_NEED', form, meters);
    expect(answers).toEqual({ outcomes: 'Better', volumes: [{ meterId: 'mtr_2', perYear: '1200' }] });
    expect([sent, typed.any]).toEqual([[supply], false]);
    expect(typedTask('MONEY', { 'money.costCentre': ' ' }, []).answers).toEqual({
      ...{ purchaseOrder: null, purchaseOrderNumber: null, vatRecovery: null, costCentre: null },
    });
  });

  it('says at its field what cannot be read', () => {
    const { typed } = typedTask('YOUR_NEED', { 'yourNeed.volumes.mtr_1': 'many' }, meters);
    expect(typed.errorsWith([]).list).toEqual([
      {
        text: 'The expected yearly volume of Payslips must be a number, like 14,000.',
        href: '#f-yourNeed-volumes-mtr-1',
      },
    ]);
  });

  it('finds the meter that a refusal is about', () => {
    const path = ['input', 'yourNeed', 'volumes'];
    const errors = [
      { message: 'Enter the expected yearly volume of Payslips.', path },
      { message: 'Too many decimals', path: [...path, '0', 'perYear'] },
      { message: 'Enter the outcomes that you need.', path: ['input', 'yourNeed', 'outcomes'] },
    ];
    expect(atFields(errors, meters, [supply]).map((error) => error.path.join('.'))).toEqual([
      ...['yourNeed.volumes.mtr_1', 'yourNeed.volumes.mtr_2', 'input.yourNeed.outcomes'],
    ]);
  });
});

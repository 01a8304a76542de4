import { describe, expect, it } from '@jest/globals';
import type { Task } from '../_opt-in/opt-in.js';
import { answerRows } from './answer-rows.js';

const task = (answers: Partial<Task>): Task => ({
  ...{ task: 'MONEY', title: 'Money', state: 'IN_PROGRESS', version: 1, question: null, completedAt: null },
  questions: [],
  ...{ aboutYou: null, yourNeed: null, money: null, information: null, authority: null },
  ...answers,
});
const money = { purchaseOrder: null, purchaseOrderNumber: null, vatRecovery: null, costCentre: null };
const keysOf = (one: Task): readonly string[] => (answerRows(one, []) ?? []).map(({ key }) => key);

describe('the answers of a task as people read them', () => {
  it('say what was chosen in words, and what is not answered yet', () => {
    expect(
      answerRows(task({ money: { ...money, vatRecovery: 'PARTIAL', costCentre: 'HR100' } }), []),
    ).toEqual([
      { key: 'How do you use purchase orders?', value: 'Not answered yet' },
      { key: 'How much of the VAT that you are charged do you recover?', value: 'Part of it' },
      { key: 'Cost centre that pays', value: 'HR100' },
    ]);
  });

  it('ask for what depends on an answer only when that was given', () => {
    expect(keysOf(task({ money: { ...money, purchaseOrder: 'NUMBER' } }))).toContain('Purchase order number');
    expect(keysOf(task({ money: { ...money, purchaseOrder: 'EXEMPT' } }))).not.toContain(
      'Purchase order number',
    );
  });

  it('give each meter its volume, with its service', () => {
    const meter = { id: 'mtr_1', title: 'Payslips', unit: 'payslip', offeringTitle: 'Payroll Core' };
    const yourNeed = { outcomes: 'Better', volumes: [{ meterId: 'mtr_1', perYear: '14000.0000' }] };
    expect(answerRows(task({ task: 'YOUR_NEED', yourNeed }), [meter])?.at(-1)).toEqual({
      key: 'Payroll Core: Payslips a year',
      value: '14,000',
    });
  });

  it('write dates out, and are null when they cannot be seen', () => {
    const authority = {
      ...({ decision: 'MADE', reference: 'CAB/1', decidedBy: 'Cabinet', publishedOn: '2026-03-02' } as const),
      ...({ effectiveOn: '2026-03-10', callIn: 'APPLIES', exemptReason: null } as const),
    };
    const rows = answerRows(task({ task: 'AUTHORITY', authority }), []);
    expect(rows?.map(({ value }) => value).slice(3, 5)).toEqual(['2 March 2026', '10 March 2026']);
    expect(rows).toHaveLength(6);
    expect(answerRows(task({}), [])).toBeNull();
  });
});

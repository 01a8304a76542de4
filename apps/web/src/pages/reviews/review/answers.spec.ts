import { describe, expect, it } from '@jest/globals';
import { answersOf } from './answers.js';

const task = {
  task: 'YOUR_NEED' as const,
  title: 'Your need',
  state: 'COMPLETED' as const,
  questions: [],
  completedAt: null,
  aboutYou: null,
  yourNeed: null,
  money: null,
  information: null,
  authority: null,
};
const meters = new Map([['met_1', { title: 'Payslips', unit: 'payslip' }]]);

describe('the answers of a task', () => {
  it('name the meters, and keep what is unknown visible', () => {
    const volumes = [
      { meterId: 'met_1', perYear: '14000.0000' },
      { meterId: 'met_2', perYear: '2.5' },
    ];
    expect(answersOf({ ...task, yourNeed: { outcomes: null, volumes } }, meters)).toEqual([
      { key: 'What should be better afterwards', value: '' },
      { key: 'Expected use: Payslips', value: '14,000 a year (each a payslip)' },
      { key: 'Expected use: a meter of another service', value: '2.5 a year' },
    ]);
  });

  it('put a person together with their address', () => {
    const aboutYou = {
      sponsorName: 'Ann',
      sponsorEmail: 'ann@x.gov.example',
      clientLeadName: 'Bo',
      clientLeadEmail: null,
      financeName: null,
      financeEmail: null,
    };
    expect(answersOf({ ...task, aboutYou }, meters).map(({ value }) => value)).toEqual([
      'Ann, ann@x.gov.example',
      'Bo',
      '',
    ]);
  });

  it('leave out what was not asked of this body', () => {
    const money = {
      purchaseOrder: 'TO_FOLLOW' as const,
      purchaseOrderNumber: null,
      vatRecovery: 'FULL' as const,
      costCentre: 'HR100',
    };
    expect(answersOf({ ...task, money }, meters)).toEqual([
      { key: 'Purchase orders', value: 'A number follows before the first bill' },
      { key: 'VAT that it recovers', value: 'All of it' },
      { key: 'Cost centre', value: 'HR100' },
    ]);
  });

  it('are none where nothing was told', () => expect(answersOf(task, meters)).toEqual([]));
});

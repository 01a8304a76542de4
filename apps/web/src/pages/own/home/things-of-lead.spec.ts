import { describe, expect, it } from '@jest/globals';
import { thingsOfLead, type LeadRun, type LeadStanding } from './things-of-lead.js';

const standing = (over: Partial<LeadStanding>): LeadStanding => ({
  ...{ reviews: null, moreReviews: false, countersign: null, quarantined: null, moreQuarantined: false },
  ...{ disputes: 0, moreDisputes: false, creditNotes: [], unmatchedReceipts: [] },
  ...{ lateUsages: 0, moreLateUsages: false },
  ...{ runs: null, mayPrepare: false, mayApprove: false, mayIssue: false, today: '2026-09-27' },
  ...over,
});
const run = (start: string, drafts: number, approved: number, state = 'PREPARED'): LeadRun => ({
  ...{ id: `run_${start}`, state, period: { start }, totals: { drafts, approved } },
});

describe('the next thing for a lead authority', () => {
  it('is nothing when nothing waits', () => {
    expect(thingsOfLead(standing({ reviews: [], countersign: [], quarantined: 0 }))).toEqual([
      { kind: 'nothing', href: '' },
    ]);
  });

  it('goes straight to the only agreement, and to the list of several', () => {
    expect(thingsOfLead(standing({ countersign: ['agr_1'] }))[0]).toEqual({
      ...{ kind: 'countersign', href: '/agreements/agr_1', count: 1 },
    });
    expect(thingsOfLead(standing({ countersign: ['agr_1', 'agr_2'] }))[0]).toMatchObject({
      ...{ href: '/agreements', count: 2 },
    });
  });

  it('says by when the first review is due', () => {
    expect(thingsOfLead(standing({ reviews: ['2026-10-05', null, '2026-10-01'] }))).toEqual([
      { kind: 'review', href: '/reviews', count: 3, more: false, due: '2026-10-01' },
    ]);
  });

  it('comes in the order of what presses most', () => {
    const all = standing({
      ...{ reviews: [null], countersign: ['agr_1'], quarantined: 50, moreQuarantined: true },
      ...{ runs: [run('2026-08-01', 2, 1)], mayApprove: true, mayIssue: true },
      ...{ disputes: 2, lateUsages: 1, unmatchedReceipts: ['rcp_1'] },
      creditNotes: [{ id: 'crn_1', runId: null, availableActions: ['APPROVE'] }],
    });
    expect(thingsOfLead(all).map(({ kind }) => kind)).toEqual([
      ...['countersign', 'review', 'approveRun', 'issueRun', 'answerDisputes', 'creditNotes'],
      ...['approveLateUsage', 'matchReceipts', 'resolveQuarantine'],
    ]);
  });

  it('goes straight to the only credit note or receipt, and leaves those of a run to the run', () => {
    const note = (id: string, runId: string | null = null, availableActions = ['APPROVE']) => ({
      ...{ id, runId, availableActions },
    });
    const first = (over: Partial<LeadStanding>) => thingsOfLead(standing(over))[0];
    expect(first({ creditNotes: [note('crn_1'), note('crn_2', 'run_1'), note('crn_3', null, [])] })).toEqual({
      ...{ kind: 'creditNotes', href: '/credit-notes/crn_1', count: 1 },
    });
    expect(first({ creditNotes: [note('crn_1'), note('crn_2')] })).toMatchObject({
      ...{ href: '/credit-notes', count: 2 },
    });
    expect(first({ unmatchedReceipts: ['rcp_1'] })).toMatchObject({ href: '/receipts/rcp_1' });
    expect(first({ unmatchedReceipts: ['rcp_1', 'rcp_2'] })).toMatchObject({ href: '/receipts', count: 2 });
  });

  it('asks only for what the person may do with a run that is prepared', () => {
    const runs = [run('2026-08-01', 2, 1)];
    expect(thingsOfLead(standing({ runs, mayApprove: true }))).toEqual([
      { kind: 'approveRun', href: '/billing/run_2026-08-01', month: '2026-08-01', count: 2 },
    ]);
    expect(thingsOfLead(standing({ runs, mayPrepare: true }))).toEqual([{ kind: 'nothing', href: '' }]);
    const preparing = [run('2026-08-01', 2, 1, 'PREPARING')];
    expect(thingsOfLead(standing({ runs: preparing, mayApprove: true, mayIssue: true }))).toEqual([
      { kind: 'nothing', href: '' },
    ]);
  });

  it('asks for the run of the last whole month once', () => {
    const prepare = (today: string, runs: readonly LeadRun[]) =>
      thingsOfLead(standing({ runs, mayPrepare: true, today }))[0];
    expect(prepare('2026-09-27', [run('2026-07-01', 0, 0)])).toEqual({
      ...{ kind: 'prepareRun', href: '/billing', month: '2026-08' },
    });
    expect(prepare('2026-09-27', [run('2026-08-01', 0, 0)])).toMatchObject({ kind: 'nothing' });
    expect(prepare('2027-01-02', [])).toMatchObject({ month: '2026-12' });
  });
});

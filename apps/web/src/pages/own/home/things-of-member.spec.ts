import { describe, expect, it } from '@jest/globals';
import { thingsOfMember, type MemberStanding } from './things-of-member.js';

type OptIn = MemberStanding['optIns'][number];
type Task = OptIn['tasks'][number];

const authority = (over: Partial<NonNullable<Task['authority']>>): Task => ({
  ...{ task: 'AUTHORITY', state: 'COMPLETED', question: null },
  authority: { decision: 'MADE', effectiveOn: '2026-09-01', exemptReason: null, ...over },
});
const plain = (state: Task['state'], question: string | null = null): Task => ({
  ...{ task: 'MONEY', state, question, authority: null },
});
const optIn = (state: OptIn['state'], tasks: readonly Task[] = [], isOpen = true): OptIn => ({
  ...{ id: 'opt_1', reference: 'OI-000001', state, frameworkId: 'frm_1', leadName: 'Northmere', tasks },
  ...{ reviewDueOn: '2026-10-05', offerings: [{ title: 'Payroll Core', isOpen }] },
});
const agreement = (state: MemberStanding['agreements'][number]['state']) => ({
  ...{ id: 'agr_1', state, frameworkId: 'frm_1', frameworkTitle: 'Framework', leadName: 'Northmere' },
});
const callOff = (over: Partial<MemberStanding['callOffs'][number]>): MemberStanding['callOffs'][number] => ({
  ...{ id: 'cof_1', reference: 'CO-000001-01', state: 'LIVE', startsOn: '2026-09-01' },
  ...{ offeringTitle: 'Payroll Core', purchaseOrders: { edges: [{ node: { id: 'por_1' } }] } },
  ...over,
});
const standing = (over: Partial<MemberStanding>, ...permissions: string[]): MemberStanding => ({
  may: (permission) => permissions.includes(permission),
  ...{ today: '2026-09-27', optIns: [], agreements: [], signatories: ['Peter Holroyd'] },
  recorders: ['Nadia Rahman'],
  ...{ callOffs: [], invoices: [], moreInvoices: false, paymentMethods: [] },
  ...over,
});
const kinds = (of: MemberStanding): readonly string[] =>
  thingsOfMember(of).map(({ kind, mine }) => `${mine ? 'mine' : 'theirs'} ${kind}`);

const OFFICER = ['optIn:edit', 'callOff:award', 'person:edit'];

describe('the next thing for a member', () => {
  it.each<[string, Partial<MemberStanding>, string]>([
    ['nothing yet', {}, 'mine chooseServices'],
    ['a draft', { optIns: [optIn('DRAFT', [plain('NOT_YET_STARTED')])] }, 'mine continueOptIn'],
    ['all tasks done', { optIns: [optIn('IN_PROGRESS', [plain('COMPLETED')])] }, 'mine submitOptIn'],
    ['questions', { optIns: [optIn('RETURNED', [plain('COMPLETED', 'Why?')])] }, 'mine answerQuestions'],
    ['a pause', { optIns: [optIn('PAUSED')] }, 'mine resumeOptIn'],
    ['a submission', { optIns: [optIn('SUBMITTED')] }, 'theirs waitForReview'],
    ['a review', { optIns: [optIn('UNDER_REVIEW')] }, 'theirs waitForReview'],
    ['a withdrawal', { optIns: [optIn('WITHDRAWN')] }, 'mine chooseServices'],
    ['services', { optIns: [optIn('CONVERTED', [], false)], callOffs: [callOff({})] }, 'theirs running'],
  ])('with %s', (_, over, kind) => {
    expect(kinds(standing(over, ...OFFICER))).toEqual([kind]);
  });

  it('asks for a purchase order while a call-off that goes on has none', () => {
    const none = { purchaseOrders: { edges: [] } };
    const of = (over: Partial<MemberStanding['callOffs'][number]>, ...permissions: string[]) =>
      kinds(standing({ callOffs: [callOff(over)] }, ...permissions));
    expect(of(none, 'purchaseOrder:record')).toEqual(['mine addPurchaseOrder']);
    expect(of(none)).toEqual(['theirs addPurchaseOrder']);
    for (const state of ['EXPIRED', 'TERMINATED', 'CLOSED'] as const)
      expect(of({ ...none, state })).toEqual(['theirs running']);
  });

  it('says from when a service runs that has not begun', () => {
    const [thing] = thingsOfMember(standing({ callOffs: [callOff({ startsOn: '2026-09-28' })] }));
    expect(thing).toMatchObject({ kind: 'startsLater', on: '2026-09-28', href: '/call-offs/cof_1' });
    const begun = [callOff({ startsOn: '2026-09-28' }), callOff({ startsOn: '2026-09-27' })];
    expect(kinds(standing({ callOffs: begun }))).toEqual(['theirs running']);
  });

  it('asks for the data processing schedule before an award that would be refused without it', () => {
    const at = (state: Task['state']) =>
      kinds(
        standing(
          {
            optIns: [optIn('APPROVED', [{ ...plain(state), task: 'INFORMATION' }])],
            agreements: [agreement('COUNTERSIGNED')],
          },
          ...OFFICER,
        ),
      );
    expect(at('IN_PROGRESS')).toEqual(['mine acceptSchedule']);
    expect(at('COMPLETED')).toEqual(['mine awardCallOff']);
    expect(at('NOT_APPLICABLE')).toEqual(['mine awardCallOff']);
  });

  it('counts the tasks that apply, and the questions', () => {
    const tasks = [plain('COMPLETED'), plain('IN_PROGRESS'), plain('NOT_APPLICABLE')];
    const [going] = thingsOfMember(standing({ optIns: [optIn('IN_PROGRESS', tasks)] }));
    expect(going).toMatchObject({ kind: 'continueOptIn', done: 1, of: 2, href: '/opt-ins/opt_1' });
    const asked = [plain('IN_PROGRESS', 'How many?'), plain('IN_PROGRESS', 'Who?'), plain('COMPLETED')];
    const [returned] = thingsOfMember(standing({ optIns: [optIn('RETURNED', asked)] }));
    expect(returned).toMatchObject({ questions: 2 });
  });

  describe('with an approved opt-in and an agreement to sign', () => {
    const approved = (over: Parameters<typeof authority>[0]): Partial<MemberStanding> => ({
      optIns: [optIn('APPROVED', [authority(over)])],
      agreements: [agreement('SENT')],
    });

    it('the signatory signs, and the others see who does', () => {
      expect(kinds(standing(approved({}), 'agreement:sign'))).toEqual(['mine signAgreement']);
      const [thing] = thingsOfMember(standing(approved({}), ...OFFICER));
      expect(thing).toMatchObject({ kind: 'signAgreement', mine: false, signatories: ['Peter Holroyd'] });
    });

    it('somebody is made signatory first where there is none', () => {
      const none = { ...approved({}), signatories: [] };
      expect(kinds(standing(none, ...OFFICER))).toEqual(['mine addSignatory']);
    });

    it('the decision is recorded first, and its effect is waited for', () => {
      expect(kinds(standing(approved({ decision: 'TO_FOLLOW', effectiveOn: null }), ...OFFICER))).toEqual([
        'mine recordDecision',
      ]);
      const [recorded] = thingsOfMember(
        standing(approved({ decision: 'TO_FOLLOW', effectiveOn: null }), 'agreement:sign'),
      );
      expect(recorded).toMatchObject({
        ...{ kind: 'recordDecision', mine: false, href: '/opt-ins/opt_1', recorders: ['Nadia Rahman'] },
      });
      const unknown = { ...approved({}), optIns: [] };
      expect(kinds(standing(unknown, 'agreement:sign'))).toEqual(['theirs recordDecision']);
      const [waits] = thingsOfMember(standing(approved({ effectiveOn: '2026-09-28' }), 'agreement:sign'));
      expect(waits).toMatchObject({ kind: 'waitForDecision', mine: false, on: '2026-09-28' });
      const exempt = approved({ effectiveOn: '2026-09-28', exemptReason: 'Urgent' });
      expect(kinds(standing(exempt, 'agreement:sign'))).toEqual(['mine signAgreement']);
      expect(kinds(standing(approved({ effectiveOn: '2026-09-27' }), 'agreement:sign'))).toEqual([
        'mine signAgreement',
      ]);
    });
  });

  it('after the signatures the call-off is awarded, once', () => {
    const at = (state: 'SIGNED' | 'COUNTERSIGNED', isOpen = true): Partial<MemberStanding> => ({
      optIns: [optIn('APPROVED', [authority({})], isOpen)],
      agreements: [agreement(state)],
    });
    expect(kinds(standing(at('SIGNED'), ...OFFICER))).toEqual(['theirs waitForCountersignature']);
    const [award] = thingsOfMember(standing(at('COUNTERSIGNED'), ...OFFICER));
    expect(award).toMatchObject({ kind: 'awardCallOff', href: '/call-offs/new?optIn=opt_1', mine: true });
    expect(kinds(standing(at('COUNTERSIGNED')))).toEqual(['theirs awardCallOff']);
    expect(kinds(standing({ ...at('COUNTERSIGNED', false), callOffs: [callOff({})] }))).toEqual([
      'theirs running',
    ]);
  });

  it('is the mandate, where direct debit was chosen and its page is there', () => {
    const chosen = {
      ...{ leadName: 'Northmere', method: 'STRIPE_BACS_DEBIT' as const, isStripeOn: true },
      ...{ mandate: 'ASKED' as const, mandateUrl: 'https://stripe.example/mandate' },
    };
    const with1 = (over: Partial<typeof chosen> | object) =>
      standing({ callOffs: [callOff({})], paymentMethods: [{ ...chosen, ...over }] }, 'paymentMethod:choose');
    expect(thingsOfMember(with1({}))).toEqual([
      { kind: 'giveMandate', href: '/payment-methods', mine: true, lead: 'Northmere' },
    ]);
    expect(kinds(standing({ callOffs: [callOff({})], paymentMethods: [chosen] }))).toEqual([
      'theirs giveMandate',
    ]);
    for (const over of [
      { method: 'STRIPE_BANK_TRANSFER' },
      { isStripeOn: false },
      { mandate: 'ACTIVE' },
      { mandateUrl: null },
    ])
      expect(kinds(with1(over))).toEqual(['theirs running']);
  });

  it('is what the person can do, before what is more pressing for others', () => {
    const busy: Partial<MemberStanding> = {
      optIns: [optIn('RETURNED', [plain('COMPLETED', 'Why?')])],
      ...{ callOffs: [callOff({})], invoices: [{ state: 'OVERDUE' }, { state: 'ISSUED' }] },
    };
    expect(kinds(standing(busy))).toEqual(['mine lookAtInvoices', 'theirs answerQuestions']);
    expect(kinds(standing(busy, ...OFFICER))).toEqual(['mine answerQuestions', 'mine lookAtInvoices']);
    expect(thingsOfMember(standing(busy))[0]).toMatchObject({ count: 2, overdue: 1, more: false });
  });
});

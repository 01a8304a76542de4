import { localDate } from '#libs/kernel';
import { disputeStates, type Dispute, type DisputeState, type DisputeStep } from './dispute.js';
import {
  beginReview,
  decideDispute,
  escalateDispute,
  withdrawDispute,
  type DecisionTerms,
} from './move-dispute.js';

const disputeIn = (state: DisputeState, upheld = 0n): Dispute => ({
  ...{ tenantId: 't', leadId: 'l', id: 'd', invoiceId: 'i', invoiceLineId: 'n', kind: 'DISPUTE', state },
  ...{ net: 10_000n, upheld, outcome: upheld > 0n ? 'CONCESSION' : null, reason: 'r', evidence: null },
  ...{ raisedBy: 'p', raisedAt: new Date(0), changedAt: new Date('2026-05-10T22:59:59Z') },
});
const step = (state: DisputeState, personId: string, words: string | null): DisputeStep => ({
  ...{ disputeId: 'd', number: 1, state, personId, at: new Date(0), words },
  ...{ net: null, outcome: null, creditNoteId: null },
});
const terms: DecisionTerms = {
  decision: 'UPHELD',
  net: null,
  outcome: 'CONCESSION',
  reason: 'You are right',
};
const decide = (
  dispute: Dispute,
  change: Partial<DecisionTerms> = {},
  steps: readonly DisputeStep[] = [],
  by = 'decider',
) => decideDispute(dispute, steps, { ...terms, ...change }, by);
const codes = (result: ReturnType<typeof decide>) =>
  result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
const messages = (result: ReturnType<typeof decide>) =>
  result.ok ? [] : result.refusals.map(({ message }) => message);
const line = { days: 30, left: 10_000n, hasOpenDispute: false, today: localDate('2026-05-10') };

describe('where a dispute can go', () => {
  it.each([
    ['a review', beginReview, ['OPEN']],
    ['a decision', (from: Dispute) => decide(from), ['OPEN', 'UNDER_REVIEW', 'ESCALATED']],
    ['a withdrawal', withdrawDispute, ['OPEN', 'UNDER_REVIEW', 'ESCALATED']],
    ['an escalation', (from: Dispute) => escalateDispute(from, line, 'No'), ['PART_UPHELD', 'REJECTED']],
  ] as const)('by %s', (_, move, from) => {
    const moved = disputeStates.filter((state) => move(disputeIn(state)).ok);
    expect([...moved].sort()).toEqual([...from].sort());
    const [refused] = disputeStates.flatMap((state) => codes(move(disputeIn(state))));
    expect(refused).toBe('STATE_NOT_ALLOWED');
  });

  it('begins with a review', () => {
    expect(beginReview(disputeIn('OPEN'))).toEqual({
      ok: true,
      value: { state: 'UNDER_REVIEW', words: null, given: null },
    });
  });

  it.each([
    ['OPEN', 'open'],
    ['UNDER_REVIEW', 'under review'],
    ['WITHDRAWN', 'withdrawn'],
  ] as const)('from %s is refused as %s', (state, word) => {
    expect(messages(escalateDispute(disputeIn(state), line, 'No'))).toEqual([
      `This dispute is ${word}, so you cannot escalate it.`,
    ]);
  });

  it('is told in words', () => {
    expect(messages(beginReview(disputeIn('ESCALATED')))).toEqual([
      'This dispute is escalated, so you cannot review it.',
    ]);
    expect(messages(decide(disputeIn('REJECTED')))).toEqual([
      'This dispute is rejected, so you cannot decide it.',
    ]);
    expect(messages(escalateDispute(disputeIn('UPHELD'), line, 'No'))).toEqual([
      'This dispute is upheld, so you cannot escalate it.',
    ]);
    expect(messages(withdrawDispute(disputeIn('PART_UPHELD', 1n)))).toEqual([
      'This dispute is upheld in part, so you cannot withdraw it.',
    ]);
  });
});

describe('a decision', () => {
  it('gives all that is in dispute, a part of it, or nothing', () => {
    expect(decide(disputeIn('OPEN'), { reason: ' You are right ' })).toEqual({
      ok: true,
      value: { state: 'UPHELD', words: 'You are right', given: { net: 10_000n, outcome: 'CONCESSION' } },
    });
    expect(
      decide(disputeIn('UNDER_REVIEW'), { decision: 'PART_UPHELD', net: '99.99', outcome: 'CORRECTION' }),
    ).toMatchObject({ value: { state: 'PART_UPHELD', given: { net: 9_999n, outcome: 'CORRECTION' } } });
    expect(decide(disputeIn('OPEN'), { decision: 'REJECTED', net: '5', outcome: null })).toMatchObject({
      value: { state: 'REJECTED', given: null },
    });
    expect(
      decide(disputeIn('OPEN'), { decision: 'REJECTED', net: '5', outcome: 'CONCESSION' }),
    ).toMatchObject({ value: { state: 'REJECTED', given: null } });
  });

  it('upholds a part of more than nothing and less than all', () => {
    const part = (net: string | null) => codes(decide(disputeIn('OPEN'), { decision: 'PART_UPHELD', net }));
    expect(part('0.01')).toEqual([]);
    expect(part('100.00')).toEqual(['DISPUTE_PART net']);
    expect(part('0')).toEqual(['PAYMENT_AMOUNT net']);
    expect(part(null)).toEqual(['AMOUNT_FORMAT net']);
    expect(messages(decide(disputeIn('OPEN'), { decision: 'PART_UPHELD', net: '100.01' }))).toEqual([
      'Enter an amount below £100.00, or uphold the dispute in full.',
    ]);
  });

  it('needs a reason, and how it is given back, all told at once', () => {
    expect(codes(decide(disputeIn('OPEN'), { decision: 'PART_UPHELD', outcome: null, reason: ' ' }))).toEqual(
      ['AMOUNT_FORMAT net', 'FIELD_REQUIRED outcome', 'FIELD_REQUIRED reason'],
    );
    expect(codes(decide(disputeIn('OPEN'), { reason: 'x'.repeat(1001) }))).toEqual(['TEXT_TOO_LONG reason']);
    const unclear = { decision: 'PART_UPHELD', net: 'some', outcome: null, reason: '' } as const;
    expect(messages(decide(disputeIn('OPEN'), unclear))).toEqual([
      'The amount must be an amount written as text, like "12.34".',
      'Enter whether it is corrected or credited.',
      'Enter the reason.',
    ]);
  });

  it('is made by somebody who has not decided before; who only reviewed may', () => {
    const decided = [step('UNDER_REVIEW', 'reviewer', null), step('REJECTED', 'decider', 'No')];
    expect(codes(decide(disputeIn('ESCALATED'), {}, decided))).toEqual(['DISPUTE_SAME_PERSON']);
    expect(codes(decide(disputeIn('ESCALATED'), {}, decided, 'reviewer'))).toEqual([]);
    for (const state of ['UPHELD', 'PART_UPHELD', 'REJECTED'] as const)
      expect(codes(decide(disputeIn('ESCALATED'), {}, [step(state, 'decider', 'No')]))).toEqual([
        'DISPUTE_SAME_PERSON',
      ]);
    // Escalating has a reason too, and is no decision.
    expect(codes(decide(disputeIn('ESCALATED'), {}, [step('ESCALATED', 'decider', 'No')]))).toEqual([]);
    const withdrawn = [step('PART_UPHELD', 'decider', null)];
    expect(codes(decide(disputeIn('ESCALATED'), {}, withdrawn))).toEqual([]);
  });

  it('after an escalation is about what was not upheld, which stands', () => {
    const escalated = disputeIn('ESCALATED', 3_000n);
    expect(decide(escalated)).toMatchObject({ value: { state: 'UPHELD', given: { net: 7_000n } } });
    expect(codes(decide(escalated, { decision: 'PART_UPHELD', net: '70.00' }))).toEqual(['DISPUTE_PART net']);
    expect(decide(escalated, { decision: 'REJECTED' })).toMatchObject({
      value: { state: 'PART_UPHELD', given: null },
    });
    expect(withdrawDispute(escalated)).toMatchObject({ value: { state: 'PART_UPHELD', given: null } });
    expect(withdrawDispute(disputeIn('ESCALATED'))).toMatchObject({ value: { state: 'WITHDRAWN' } });
  });
});

describe('an escalation', () => {
  const escalate = (change: Partial<typeof line>, reason = 'No') =>
    codes(escalateDispute(disputeIn('PART_UPHELD', 3_000n), { ...line, ...change }, reason));

  it('comes in the days for disputes, counted from the decision in London', () => {
    expect(escalate({ today: localDate('2026-06-09') })).toEqual([]);
    expect(escalate({ today: localDate('2026-06-10') })).toEqual(['ESCALATION_LATE']);
    expect(escalate({ today: localDate('2026-06-10'), days: 31 })).toEqual([]);
  });

  it('is kept with its reason, without space around it', () => {
    expect(escalateDispute(disputeIn('REJECTED'), line, ' Not so ')).toEqual({
      ok: true,
      value: { state: 'ESCALATED', words: 'Not so', given: null },
    });
  });

  it('is refused in words', () => {
    const late = { ...line, today: localDate('2026-06-10'), left: 6_999n };
    expect(messages(escalateDispute(disputeIn('PART_UPHELD', 3_000n), late, 'No'))).toEqual([
      'A decision can be escalated up to 30 days after it was made. You can still report an error.',
      'You can dispute up to £69.99 on this line.',
    ]);
  });

  it('needs a reason, a line without another open dispute, and as much left on it', () => {
    expect(escalate({ left: 7_000n })).toEqual([]);
    expect(escalate({ left: 6_999n, hasOpenDispute: true }, ' ')).toEqual([
      'DISPUTE_OPEN_ALREADY',
      'DISPUTE_OVER_LINE',
      'FIELD_REQUIRED reason',
    ]);
  });
});

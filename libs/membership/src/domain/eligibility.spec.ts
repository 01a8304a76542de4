import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  decideEligibility,
  eligibilityRefusals,
  type EligibilityFacts,
  type RuleAnswer,
} from './eligibility.js';

const named = (match: RuleAnswer['match']): RuleAnswer => ({
  kind: 'NAMED',
  label: 'Ashbeck Borough Council',
  match,
});
const category = (match: RuleAnswer['match'], label = 'district councils in Northmere'): RuleAnswer => ({
  kind: 'CATEGORY',
  label,
  match,
});

const facts = (rules: readonly RuleAnswer[], change: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  framework: {
    noticeReference: '2026/S 000-123456',
    startsOn: localDate('2026-04-01'),
    endsOn: localDate('2030-03-31'),
    leadName: 'Northmere County Council',
  },
  body: { name: 'Ashbeck Borough Council', endedOn: null },
  successors: [],
  rules,
  today: localDate('2026-06-15'),
  ...change,
});

const refusalsOf = (given: EligibilityFacts) =>
  eligibilityRefusals(given, decideEligibility(given)).map(({ code, message }) => [code, message]);

describe('decideEligibility', () => {
  it('answers a body that is named', () => {
    const given = facts([category('NO_MATCH'), named('MATCH')]);
    expect(decideEligibility(given)).toEqual({
      result: 'ELIGIBLE',
      reasons: [{ code: 'NAMED', sentence: 'Ashbeck Borough Council is named in notice 2026/S 000-123456.' }],
      nextSteps: ['Start an opt-in and choose the services that you need.'],
    });
    expect(refusalsOf(given)).toEqual([]);
  });

  it('tells every rule that covers a body, whatever else cannot be decided', () => {
    const given = facts([category('MATCH'), named('MATCH'), category('UNKNOWN', 'schools in Northmere')]);
    expect(decideEligibility(given).reasons).toEqual([
      {
        code: 'CATEGORY',
        sentence: 'Ashbeck Borough Council falls in the category district councils in Northmere.',
      },
      { code: 'NAMED', sentence: 'Ashbeck Borough Council is named in notice 2026/S 000-123456.' },
    ]);
    expect(refusalsOf(given)).toEqual([]);
  });

  it.each([[[]], [[named('NO_MATCH'), category('NO_MATCH')]]])(
    'turns away a body that no rule covers',
    (rules) => {
      const given = facts(rules);
      expect(decideEligibility(given)).toEqual({
        result: 'NOT_ELIGIBLE',
        reasons: [
          {
            code: 'NOT_COVERED',
            sentence:
              'Ashbeck Borough Council is not named in this framework and is not in one of the groups that can use it.',
          },
        ],
        nextSteps: ['Contact the framework team at Northmere County Council to ask about other routes.'],
      });
      expect(refusalsOf(given)).toEqual([
        [
          'BODY_NOT_ELIGIBLE',
          'Ashbeck Borough Council is not named in this framework and is not in one of the groups that can use it. Contact the framework team at Northmere County Council to ask about other routes.',
        ],
      ]);
    },
  );

  it('asks for evidence when the register cannot decide', () => {
    const given = facts([named('NO_MATCH'), category('UNKNOWN'), category('UNKNOWN', 'maintained schools')]);
    expect(decideEligibility(given)).toEqual({
      result: 'NEEDS_EVIDENCE',
      reasons: [
        {
          code: 'CANNOT_DECIDE',
          sentence: 'We cannot confirm that Ashbeck Borough Council is in district councils in Northmere.',
        },
        {
          code: 'CANNOT_DECIDE',
          sentence: 'We cannot confirm that Ashbeck Borough Council is in maintained schools.',
        },
      ],
      nextSteps: ['Send evidence to the framework team at Northmere County Council, or ask them to check.'],
    });
    expect(refusalsOf(given)).toEqual([
      [
        'ELIGIBILITY_NEEDS_EVIDENCE',
        'We cannot confirm that Ashbeck Borough Council is in district councils in Northmere or maintained schools. Upload evidence or ask the framework team to check.',
      ],
    ]);
  });

  it.each([
    [[], 'Search for the organisation that took over its work.', 'BODY_ABOLISHED_NO_SUCCESSOR'],
    [['Northmere Council'], 'Continue as Northmere Council.', 'BODY_ABOLISHED'],
    [['North', 'Mere', 'South'], 'Continue as North, Mere or South.', 'BODY_ABOLISHED'],
  ])('sends an abolished body to its successors %j', (names, nextStep, code) => {
    const given = facts([named('MATCH')], {
      body: { name: 'Ashbeck Borough Council', endedOn: localDate('2026-06-15') },
      successors: names.map((name) => ({ name })),
    });
    expect(decideEligibility(given)).toEqual({
      result: 'NOT_ELIGIBLE',
      reasons: [{ code: 'BODY_ABOLISHED', sentence: 'Ashbeck Borough Council closed on 15 June 2026.' }],
      nextSteps: [nextStep],
    });
    expect(refusalsOf(given).map(([refused]) => refused)).toEqual([code]);
  });

  it('knows a body until the day before it ends', () => {
    const body = { name: 'Ashbeck Borough Council', endedOn: localDate('2026-06-16') };
    expect(decideEligibility(facts([named('MATCH')], { body })).result).toBe('ELIGIBLE');
  });

  it('lets a body prepare before a framework opens', () => {
    const decision = decideEligibility(facts([named('MATCH')], { today: localDate('2026-03-31') }));
    expect(decision.result).toBe('ELIGIBLE');
    expect(decision.reasons.at(-1)).toEqual({
      code: 'FRAMEWORK_NOT_LIVE',
      sentence: 'This framework opens on 1 April 2026.',
    });
    expect(decision.nextSteps).toEqual(['Prepare your opt-in now and submit it from 1 April 2026.']);
  });

  it('still asks for evidence, and still turns away, before a framework opens', () => {
    const today = localDate('2026-03-31');
    const unknown = decideEligibility(facts([category('UNKNOWN')], { today }));
    expect([unknown.result, unknown.reasons.length, unknown.nextSteps.length]).toEqual([
      'NEEDS_EVIDENCE',
      2,
      1,
    ]);
    const none = decideEligibility(facts([], { today }));
    expect([none.result, none.reasons.map(({ code }) => code)]).toEqual(['NOT_ELIGIBLE', ['NOT_COVERED']]);
  });

  it.each([
    ['2030-03-31', 'ELIGIBLE'],
    ['2030-04-01', 'NOT_ELIGIBLE'],
  ])('on %s, around the last day, a named body is %s', (today, result) => {
    const decision = decideEligibility(facts([named('MATCH')], { today: localDate(today) }));
    expect(decision.result).toBe(result);
    if (result === 'NOT_ELIGIBLE')
      expect(decision.reasons).toEqual([
        { code: 'FRAMEWORK_EXPIRED', sentence: 'This framework ended on 31 March 2030.' },
      ]);
  });

  it('leaves the refusal of an ended framework to the framework', () => {
    expect(refusalsOf(facts([], { today: localDate('2030-04-01') }))).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  asAsked,
  nextQuestion,
  openQuestion,
  questionAnswerFaults,
  tidyAnswer,
  unansweredQuestion,
  withAnswer,
  type OptInQuestion,
} from './questions.js';

const asked = { question: 'How many payslips?', askedAt: new Date('2026-05-01T09:00:00Z'), askedBy: 'imran' };
const open: OptInQuestion = nextQuestion([], { task: 'ABOUT_YOU', ...asked });
const by = { at: new Date('2026-05-02T09:00:00Z'), personId: 'owen' };
const answered = withAnswer(open, '40 a month', by);
const submitted = { ...answered, submittedAt: new Date('2026-05-03T09:00:00Z') };

const faultsOf = (question: OptInQuestion | null, answer: string | null, complete: boolean): string[] =>
  questionAnswerFaults(question, answer, complete).map(
    ({ code, path, message }) => `${code} ${path.join('.')}: ${message}`,
  );

describe('a question about a task', () => {
  it('is open until its answer is submitted, and waits until somebody answers', () => {
    expect(openQuestion([submitted, open], 'ABOUT_YOU')).toBe(open);
    expect(openQuestion([submitted, open], 'MONEY')).toBeNull();
    expect(openQuestion([answered], 'ABOUT_YOU')).toBe(answered);
    expect(openQuestion([submitted], 'ABOUT_YOU')).toBeNull();
    expect(unansweredQuestion([submitted, open], 'ABOUT_YOU')).toBe(open);
    expect(unansweredQuestion([answered], 'ABOUT_YOU')).toBeNull();
    expect(unansweredQuestion([], 'ABOUT_YOU')).toBeNull();
  });

  it('is counted for its task', () => {
    expect(open).toEqual({
      ...{ task: 'ABOUT_YOU', number: 1, ...asked },
      ...{ answer: null, answeredAt: null, answeredBy: null, submittedAt: null },
    });
    expect(nextQuestion([submitted], { task: 'ABOUT_YOU', ...asked }).number).toBe(2);
    expect(nextQuestion([submitted], { task: 'MONEY', ...asked }).number).toBe(1);
  });

  it('is answered by whoever completes its task, and waits again when the task is open again', () => {
    expect(answered).toEqual({ ...open, answer: '40 a month', answeredAt: by.at, answeredBy: 'owen' });
    expect(withAnswer(answered, '41', null)).toEqual({ ...open, answer: '41' });
  });

  it('is shown without its answer to whoever asked until that is submitted', () => {
    expect(asAsked(answered)).toEqual(open);
    expect(asAsked(withAnswer(open, 'So far', null))).toEqual(open);
    expect(asAsked(submitted)).toBe(submitted);
  });
});

describe('the answer to a question', () => {
  it('is kept without blanks around it', () => {
    expect([tidyAnswer(' 40 '), tidyAnswer(' \n'), tidyAnswer(null), tidyAnswer(undefined)]).toEqual([
      '40',
      ...[null, null, null],
    ]);
  });

  it('is needed only to complete the task', () => {
    expect(faultsOf(open, null, true)).toEqual(['FIELD_REQUIRED answer: Enter your answer to the question.']);
    expect(faultsOf(open, null, false)).toEqual([]);
    expect(faultsOf(null, null, true)).toEqual([]);
  });

  it('has 2,000 characters at most, and none that cannot be read', () => {
    expect(faultsOf(open, 'x'.repeat(2000), true)).toEqual([]);
    expect(faultsOf(open, 'x'.repeat(2001), false)).toEqual([
      'TEXT_TOO_LONG answer: Your answer must be 2000 characters or fewer.',
    ]);
    expect(faultsOf(open, 'Ada\u202eMoss', false)[0]).toMatch(/^TEXT_INVALID answer: /);
  });

  it('is refused where nothing was asked', () => {
    expect(faultsOf(null, 'x', false)).toEqual([
      'FIELD_UNKNOWN answer: The answer is not part of this request. Remove it and try again.',
    ]);
  });
});

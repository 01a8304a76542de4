import { describe, expect, it } from '@jest/globals';
import { beforeSigning, recordersAmong, type DecidedOptIn } from './before-signing.js';

type Authority = NonNullable<DecidedOptIn['tasks'][number]['authority']>;

const made: Authority = { decision: 'MADE', effectiveOn: '2026-09-27', exemptReason: null };
const optIn = (id: string, over: Partial<Authority>, state = 'APPROVED'): DecidedOptIn => ({
  ...{ id, frameworkId: 'frm_1', state },
  tasks: [{ authority: null }, { authority: { ...made, ...over } }],
});
const toFollow = { decision: 'TO_FOLLOW', effectiveOn: null };
const before = (...optIns: readonly DecidedOptIn[]) => beforeSigning('frm_1', optIns, '2026-09-27');

describe('before an agreement is signed', () => {
  it('the decision is recorded, in the opt-in that was approved', () => {
    expect(before(optIn('opt_1', {}, 'SUBMITTED'), optIn('opt_2', toFollow))).toEqual({
      kind: 'decision',
      optInId: 'opt_2',
    });
    expect(before({ ...optIn('opt_1', {}), frameworkId: 'frm_2' })).toEqual({
      kind: 'decision',
      optInId: null,
    });
    expect(before(optIn('opt_1', toFollow, 'CONVERTED'))).toEqual({ kind: 'decision', optInId: null });
  });

  it('the first of several decisions has effect, one that is exempt at once', () => {
    const later = optIn('opt_1', { effectiveOn: '2026-10-02' });
    const soon = optIn('opt_2', { effectiveOn: '2026-09-28' }, 'CONVERTED');
    expect(before(later, soon, optIn('opt_3', toFollow))).toEqual({ kind: 'effect', on: '2026-09-28' });
    expect(before(later, optIn('opt_2', {}))).toBeNull();
    expect(before(optIn('opt_1', { effectiveOn: '2026-10-02', exemptReason: 'Urgent' }))).toBeNull();
  });

  it('names those who can record it', () => {
    const person = (name: string, ...roles: string[]) => ({ name, roles });
    const people = [person('Ann', 'TENANT_SIGNATORY'), person('Bo', 'TENANT_FINANCE', 'TENANT_CLIENT_LEAD')];
    expect(recordersAmong([...people, person('Cy', 'TENANT_ADMIN')])).toEqual(['Bo', 'Cy']);
  });
});

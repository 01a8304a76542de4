import { describe, expect, it } from '@jest/globals';
import { roleNeeded, type RoleGap } from './role-needed.js';

const gap = (over: Partial<RoleGap>): string =>
  roleNeeded({
    ...{ body: 'Ashbeck Borough Council', capacity: 'TENANT', givers: ['TENANT_ADMIN', 'LEAD_APPROVER'] },
    needed: ['LEAD_APPROVER', 'TENANT_ADMIN', 'TENANT_AUDITOR'],
    colleagues: [
      { name: 'Nadia Rahman', roles: ['TENANT_ADMIN', 'TENANT_CLIENT_LEAD'] },
      { name: 'Gareth Owen', roles: ['TENANT_AUDITOR'] },
      { name: 'Sunita Patel', roles: ['TENANT_FINANCE'] },
    ],
    ...over,
  });

describe('a page that needs another role', () => {
  it('says which, who has it, and who can give it', () => {
    expect(gap({})).toBe(
      'You need the role Administrator or Auditor for it: at Ashbeck Borough Council Nadia Rahman and Gareth Owen have it, and Nadia Rahman can give it to you.',
    );
    expect(gap({ needed: ['TENANT_FINANCE'] })).toBe(
      'You need the role Finance for it: at Ashbeck Borough Council Sunita Patel has it, and Nadia Rahman can give it to you.',
    );
  });

  it('says that nobody has it yet', () => {
    expect(gap({ needed: ['TENANT_SIGNATORY'] })).toBe(
      'You need the role Authorised signatory for it: nobody at Ashbeck Borough Council has it yet, and Nadia Rahman can give it to you.',
    );
  });

  it('names a few of many', () => {
    const colleagues = ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => ({
      name,
      roles: ['TENANT_ADMIN' as const],
    }));
    expect(gap({ needed: ['TENANT_ADMIN'], colleagues })).toBe(
      'You need the role Administrator for it: at Ashbeck Borough Council Ann, Bo, Cy and 2 others have it, and Ann, Bo, Cy or 2 others can give it to you.',
    );
  });

  it('says when no role of the body would do', () => {
    const needed = ['LEAD_FINANCE_PREPARER' as const];
    expect(gap({ needed })).toBe('No role opens it while you act for Ashbeck Borough Council as a member.');
    expect(gap({ capacity: 'LEAD', needed: ['TENANT_ADMIN'] })).toBe(
      'No role opens it while you act for Ashbeck Borough Council as a lead authority.',
    );
    expect(gap({ capacity: 'PLATFORM', body: null, needed })).toBe(
      'No role opens it while you act for the service itself.',
    );
  });
});

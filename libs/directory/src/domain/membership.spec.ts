import { describe, expect, it } from '@jest/globals';
import { actsFor, membershipsOf, rolesIn, type HeldRole } from './membership.js';

const admin: HeldRole = { bodyId: 'a', role: 'TENANT_ADMIN' };
const finance: HeldRole = { bodyId: 'a', role: 'TENANT_FINANCE' };
const lead: HeldRole = { bodyId: 'a', role: 'LEAD_APPROVER' };
const other: HeldRole = { bodyId: 'b', role: 'TENANT_ADMIN' };
const operator: HeldRole = { bodyId: null, role: 'PLATFORM_OPERATOR' };

describe('memberships', () => {
  it('are a body and a capacity each, once', () => {
    expect(membershipsOf([admin, finance, lead, other, operator])).toEqual([
      { bodyId: 'a', capacity: 'TENANT' },
      { bodyId: 'a', capacity: 'LEAD' },
      { bodyId: 'b', capacity: 'TENANT' },
      { bodyId: null, capacity: 'PLATFORM' },
    ]);
  });

  it('carry only their own roles', () => {
    const held = [admin, finance, lead, other];
    expect(rolesIn(held, { bodyId: 'a', capacity: 'TENANT' })).toEqual(['TENANT_ADMIN', 'TENANT_FINANCE']);
    expect(rolesIn(held, { bodyId: 'b', capacity: 'TENANT' })).toEqual(['TENANT_ADMIN']);
    expect(rolesIn(held, null)).toEqual([]);
  });
});

describe('actsFor', () => {
  it('takes the only membership there is', () => {
    expect(actsFor(null, [admin, finance])).toEqual({ bodyId: 'a', capacity: 'TENANT' });
    expect(actsFor(null, [operator])).toEqual({ bodyId: null, capacity: 'PLATFORM' });
  });

  it('leaves a choice to the person', () => {
    expect(actsFor(null, [admin, lead])).toBeNull();
    expect(actsFor(null, [])).toBeNull();
  });

  it('keeps what was chosen, and never slips to another body when it is lost', () => {
    const chosen = { bodyId: 'a', capacity: 'TENANT' } as const;
    expect(actsFor(chosen, [admin, other])).toEqual(chosen);
    expect(actsFor(chosen, [other])).toBeNull();
    expect(actsFor(chosen, [lead])).toBeNull();
  });
});

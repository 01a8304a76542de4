import { describe, expect, it } from '@jest/globals';
import {
  administratorOf,
  allRoles,
  capacityOf,
  mayDo,
  mayGrant,
  permissions,
  rolesOfCapacity,
  type Permission,
} from './role.js';

describe('who may give which role', () => {
  it.each(['TENANT', 'LEAD'] as const)('in the capacity %s: exactly its own roles', (capacity) => {
    const given = allRoles.filter((role) => mayGrant(capacity, role));
    expect(given).toEqual(allRoles.filter((role) => role.startsWith(`${capacity}_`)));
  });

  it('a platform operator, and someone who acts for nobody: none', () => {
    expect(allRoles.filter((role) => mayGrant('PLATFORM', role) || mayGrant(null, role))).toEqual([]);
  });

  it('nobody makes a platform operator', () => {
    expect(
      ['TENANT', 'LEAD', 'PLATFORM', null].some((capacity) => mayGrant(capacity, 'PLATFORM_OPERATOR')),
    ).toBe(false);
  });

  it('whoever gives roles in a capacity is the one who must not be the last to go', () => {
    for (const capacity of ['TENANT', 'LEAD'] as const)
      expect(mayDo([administratorOf[capacity]], 'person:edit')).toBe(true);
    expect(permissions['person:edit']).toEqual(['TENANT_ADMIN', 'LEAD_APPROVER']);
  });
});

describe('permissions', () => {
  it('are never held by nobody', () => {
    for (const permission of Object.keys(permissions) as Permission[]) {
      expect(mayDo([], permission)).toBe(false);
      expect(mayDo(permissions[permission], permission)).toBe(true);
    }
  });

  it('keep preparing and approving apart', () => {
    expect(mayDo(['LEAD_FINANCE_PREPARER'], 'billing:prepare')).toBe(true);
    expect(mayDo(['LEAD_FINANCE_PREPARER'], 'invoice:approve')).toBe(false);
    expect(mayDo(['LEAD_FINANCE_APPROVER'], 'billing:prepare')).toBe(false);
  });

  it('show a platform operator no money', () => {
    const own = (Object.keys(permissions) as Permission[]).filter((permission) =>
      mayDo(['PLATFORM_OPERATOR'], permission),
    );
    expect(own).toEqual(['session:use', 'lead:appoint']);
  });
});

it('every role is of one capacity', () => {
  const capacities = ['TENANT', 'LEAD', 'PLATFORM'] as const;
  expect(capacities.flatMap((capacity) => rolesOfCapacity(capacity)).sort()).toEqual([...allRoles].sort());
  for (const capacity of capacities)
    expect(rolesOfCapacity(capacity).map(capacityOf)).toEqual(rolesOfCapacity(capacity).map(() => capacity));
});

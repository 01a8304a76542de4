import { describe, expect, it } from '@jest/globals';
import { Actor, busyDoors, systemDoors, type Capacity } from './actor.js';

const PERSON = '00000000-0000-4000-8000-000000000001';
const LEAD = '00000000-0000-4000-8000-00000000000a';
const OTHER_LEAD = '00000000-0000-4000-8000-00000000000b';
const TENANT = '00000000-0000-4000-8000-00000000000c';
const nothing = { tenantId: null, tenantIds: [], leadId: null, memberLeadId: null, door: null };

const person = (bodyId: string | null, capacity: Capacity | null) =>
  Actor.person({ personId: PERSON, bodyId, capacity, roles: [], requestId: 'r1' });

describe('an actor', () => {
  it('who visits sees what is published and nothing else', () => {
    expect(Actor.visitor('r1').settings).toEqual(nothing);
  });

  it('for a tenant reads and writes that tenant alone', () => {
    expect(person(TENANT, 'TENANT').settings).toEqual({ ...nothing, tenantId: TENANT, tenantIds: [TENANT] });
  });

  it('for a lead authority opens its own tables and reads its members, but writes for none', () => {
    expect(person(LEAD, 'LEAD').settings).toEqual({ ...nothing, leadId: LEAD, memberLeadId: LEAD });
  });

  it.each<Capacity>(['PARTNER', 'BOARD', 'AUDITOR', 'PLATFORM'])(
    'as %s opens nothing by itself',
    (capacity) => {
      expect(person(TENANT, capacity).settings).toEqual(nothing);
    },
  );

  it('who has not chosen for whom to act opens nothing', () => {
    expect(person(null, null).settings).toEqual(nothing);
  });

  it('that goes on as a job has the lead authority of whoever began, and that person’s name', () => {
    const actor = Actor.job('draft-invoice', { leadId: LEAD, personId: PERSON });
    expect(actor.settings).toEqual(person(LEAD, 'LEAD').settings);
    expect(actor.identity).toEqual({
      personId: PERSON,
      bodyId: LEAD,
      capacity: 'LEAD',
      roles: [],
      label: 'job:draft-invoice',
      requestId: null,
    });
  });

  it('that looks after a tenant without a person has that tenant’s rows', () => {
    const actor = Actor.tenantJob('audit-verify', TENANT);
    expect(actor.settings).toEqual(person(TENANT, 'TENANT').settings);
    expect(actor.identity.personId).toBeNull();
  });

  it('that sends usage writes for the member of the key’s call-off, under its lead authority', () => {
    const actor = Actor.usageKey('key1', LEAD, { tenantId: TENANT, leadId: LEAD }, 'r1');
    expect(actor.settings).toEqual({ ...nothing, tenantId: TENANT, tenantIds: [TENANT], leadId: LEAD });
    expect(actor.identity.label).toBe('usage-key:key1');
  });

  it.each(systemDoors)('through the door %s has no tenant and no lead authority', (door) => {
    const actor = Actor.system(door, 'r1', PERSON);
    expect(actor.settings).toEqual({ ...nothing, door });
    expect(actor.identity).toMatchObject({ label: `system:${door}`, personId: PERSON, requestId: 'r1' });
  });

  it('of a lead authority writes for a member, and for no second lead authority', () => {
    const lead = person(LEAD, 'LEAD');
    const writing = lead.forTenant(TENANT);
    expect(writing.settings).toEqual({ ...nothing, tenantId: TENANT, leadId: LEAD, memberLeadId: LEAD });
    expect(writing.withLead(LEAD).settings).toEqual(writing.settings);
    expect(() => writing.withLead(OTHER_LEAD)).toThrow('a lead authority opens only its own tables');
    expect(lead.settings.tenantId).toBeNull();
  });

  it('of a tenant opens one lead authority’s counters beside its own rows', () => {
    expect(person(TENANT, 'TENANT').withLead(LEAD).settings).toEqual({
      ...nothing,
      tenantId: TENANT,
      tenantIds: [TENANT],
      leadId: LEAD,
    });
  });

  it('never gains a member or a lead authority that is not its to have', () => {
    expect(() => person(TENANT, 'TENANT').forTenant(LEAD)).toThrow(
      'only a lead authority writes for a member',
    );
    expect(() => Actor.visitor().forTenant(TENANT)).toThrow('only a lead authority writes for a member');
    expect(() => Actor.visitor().withLead(LEAD)).toThrow('only a tenant opens a lead authority');
    expect(() => Actor.system('people').withLead(LEAD)).toThrow('only a tenant opens a lead authority');
    expect(() => person(LEAD, 'LEAD').withLead(LEAD)).toThrow('only a tenant opens a lead authority');
  });

  it.each([`${TENANT},${LEAD}`, '', "x'", TENANT.toUpperCase().replace('8', 'G'), '{}'])(
    'is never made with the id %j',
    (id) => {
      const words = 'an actor is made with an id that is not a uuid';
      expect(() => person(id, 'TENANT')).toThrow(words);
      expect(() => person(id, 'LEAD')).toThrow(words);
      expect(() => person(LEAD, 'LEAD').forTenant(id)).toThrow(words);
      expect(() => person(TENANT, 'TENANT').withLead(id)).toThrow(words);
    },
  );

  it('is logged quietly only at the doors of every request and every look for work', () => {
    expect([...busyDoors]).toEqual(['session', 'usage-key', 'jobs', 'stripe']);
  });
});

import { isUuid } from '#libs/kernel';

/** In which capacity a person acts for a body. */
export type Capacity = 'TENANT' | 'LEAD' | 'PARTNER' | 'BOARD' | 'AUDITOR' | 'PLATFORM';

/**
 * The doors for work that has no tenant yet. Each is listed here, logged with its name, and sees no tenant's
 * or lead authority's table.
 */
export const systemDoors = [
  'sign-in',
  'session',
  'people',
  'register',
  'appoint-lead',
  'usage-key',
  'choose-whom-to-bill',
  'estimate',
  'platform-audit',
  'housekeeping',
  'stripe',
  'jobs',
] as const;
export type SystemDoor = (typeof systemDoors)[number];

/** Doors that every request or every look for work goes through: the request's own log line tells of them. */
export const busyDoors: ReadonlySet<SystemDoor> = new Set(['session', 'usage-key', 'jobs', 'stripe']);

interface Settings {
  readonly tenantId: string | null;
  readonly tenantIds: readonly string[];
  readonly leadId: string | null;
  readonly memberLeadId: string | null;
  readonly door: SystemDoor | null;
}

interface Identity {
  readonly personId: string | null;
  readonly bodyId: string | null;
  readonly capacity: Capacity | null;
  readonly roles: readonly string[];
  readonly label: string;
  readonly requestId: string | null;
}

const nobody: Settings = { tenantId: null, tenantIds: [], leadId: null, memberLeadId: null, door: null };

/**
 * Who acts, and therefore what the database shows and takes. It is made from a session, a usage key, a job or a
 * listed system door, and never from a request's arguments.
 */
export class Actor {
  private constructor(
    readonly identity: Identity,
    readonly settings: Settings,
  ) {
    const { tenantId, leadId, memberLeadId, tenantIds } = settings;
    const ids = [tenantId, leadId, memberLeadId, ...tenantIds].filter((id) => id !== null);
    // They become settings of the transaction as they are: only a uuid may stand there, never a list or a quote.
    if (!ids.every(isUuid)) throw new Error('an actor is made with an id that is not a uuid');
  }

  /** Anyone, without an account: sees what is published. */
  static visitor(requestId: string | null = null): Actor {
    return new Actor(
      { personId: null, bodyId: null, capacity: null, roles: [], label: 'visitor', requestId },
      nobody,
    );
  }

  /** A signed-in person acting for one body in one capacity. */
  static person(who: {
    personId: string;
    bodyId: string | null;
    capacity: Capacity | null;
    roles: readonly string[];
    requestId: string | null;
  }): Actor {
    return new Actor({ ...who, label: 'person' }, settingsOf(who.bodyId, who.capacity));
  }

  /** A worker's job that goes on with what a person of the lead authority began. */
  static job(name: string, lead: { leadId: string; personId: string | null }): Actor {
    const { leadId, personId } = lead;
    return new Actor(
      { personId, bodyId: leadId, capacity: 'LEAD', roles: [], label: `job:${name}`, requestId: null },
      settingsOf(leadId, 'LEAD'),
    );
  }

  /** The service itself, looking after one tenant's rows without a person: a check, a reminder. */
  static tenantJob(name: string, tenantId: string): Actor {
    return new Actor(
      {
        personId: null,
        bodyId: tenantId,
        capacity: 'TENANT',
        roles: [],
        label: `job:${name}`,
        requestId: null,
      },
      settingsOf(tenantId, 'TENANT'),
    );
  }

  /** A usage key's sender, writing for one member under one lead authority; both come from the key's own call-offs. */
  static usageKey(
    keyId: string,
    senderId: string,
    on: { tenantId: string; leadId: string },
    requestId: string | null,
  ): Actor {
    return new Actor(
      {
        personId: null,
        bodyId: senderId,
        capacity: 'TENANT',
        roles: [],
        label: `usage-key:${keyId}`,
        requestId,
      },
      { ...nobody, tenantId: on.tenantId, tenantIds: [on.tenantId], leadId: on.leadId },
    );
  }

  /** Through a listed door: work that has no tenant yet. */
  static system(door: SystemDoor, requestId: string | null = null, personId: string | null = null): Actor {
    return new Actor(
      { personId, bodyId: null, capacity: null, roles: [], label: `system:${door}`, requestId },
      { ...nobody, door },
    );
  }

  /** A lead authority's actor, writing for one of its members. */
  forTenant(tenantId: string): Actor {
    if (this.settings.memberLeadId === null) throw new Error('only a lead authority writes for a member');
    return new Actor(this.identity, { ...this.settings, tenantId });
  }

  /** A tenant's actor whose action also takes from a lead authority's ceiling or numbers. */
  withLead(leadId: string): Actor {
    if (this.settings.tenantId === null)
      throw new Error('only a tenant opens a lead authority beside its own rows');
    if (this.settings.memberLeadId !== null && this.settings.memberLeadId !== leadId)
      throw new Error('a lead authority opens only its own tables');
    return new Actor(this.identity, { ...this.settings, leadId });
  }
}

const settingsOf = (bodyId: string | null, capacity: Capacity | null): Settings => {
  if (bodyId === null) return nobody;
  if (capacity === 'LEAD') return { ...nobody, leadId: bodyId, memberLeadId: bodyId };
  if (capacity === 'TENANT') return { ...nobody, tenantId: bodyId, tenantIds: [bodyId] };
  return nobody;
};

import type { Actor } from '#libs/platform';

/** The actor that writes a member's rows: the member itself, or its lead authority for it. */
export const writerFor = (actor: Actor, tenantId: string): Actor =>
  actor.settings.memberLeadId === null ? actor : actor.forTenant(tenantId);

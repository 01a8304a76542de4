import type { World } from '../given/world.js';
import type { Business } from '../given/world-business.js';
import type { Hosted } from '../given/world-hosted.js';
import type { Member } from '../given/directory.js';
import type { Attacker, Side } from './attackers.js';
import type { Owner } from './checksums.js';
import type { Reference } from './id-arguments.js';
import { statement, type Names } from './names.js';
import { everyRow, figuresOf, isSeenByMembers, partOf, secretsOf, uuidOf } from './parts.js';
import { attackersOf } from './sign-in-attackers.js';

/** All that is told apart in one world. */
export interface Ground {
  readonly owners: readonly Owner[];
  /** Everybody but the lead authority L: they try A's, C's and L's. */
  readonly strangers: readonly Side[];
  /** L itself, which sees its members' rows under it: it tries what is M's and C's under M. */
  readonly lead: Side;
  /** A's own people, who may read all of A's. */
  readonly entitled: Side;
}

export const groundOf = async (world: World): Promise<Ground> => {
  const { stack, l, m } = world;
  const [a, b, c] = [world.a.member, world.b.member, world.cUnderL.member];
  const [lead, otherLead] = [uuidOf(l.lead.bodyId), uuidOf(m.lead.bodyId)];
  // Everybody who attacks is signed in before it is counted who is whose.
  const attackers = await attackersOf(world);
  const rows = await everyRow(stack);
  const peopleOf = (bodyId: string): string[] => [
    ...new Set(
      rows
        .filter(
          ({ table, row }) =>
            table === 'role_assignment' && row['body_id'] === bodyId && row['revoked_at'] === null,
        )
        .map(({ row }) => String(row['person_id'])),
    ),
  ];
  const tenant = (whose: string, member: Member, leadId: string | null): Owner => {
    const tenantId = uuidOf(member.bodyId);
    return { name: whose, tenantId, leadId, personIds: leadId === null ? peopleOf(tenantId) : [] };
  };
  const people = (whose: string, member: Member): Owner => ({
    name: whose,
    tenantId: null,
    leadId: null,
    personIds: peopleOf(uuidOf(member.bodyId)),
  });
  const leadOwner = (whose: string, leadId: string): Owner => ({
    name: whose,
    tenantId: null,
    leadId,
    personIds: peopleOf(leadId),
  });
  const numberOf = ({ member }: Business, leadId: string): string =>
    (rows.find(
      ({ table, row }) =>
        table === 'invoice' &&
        row['tenant_id'] === uuidOf(member.bodyId) &&
        row['lead_id'] === leadId &&
        row['number'] !== null,
    )?.row['number'] as string | undefined) ?? 'none';
  const namesOf = (business: Business, leadId: string): Names => ({
    body: [business.member.bodyId],
    email: [`tenant-admin@${business.member.domain}`],
    paymentReference: [`For ${numberOf(business, leadId)}`],
    statementText: [statement(numberOf(business, leadId))],
  });
  const parts = {
    A: partOf('A', tenant('A', a, null), rows, namesOf(world.a, lead)),
    B: partOf('B', tenant('B', b, null), rows, namesOf(world.b, lead)),
    CL: partOf('CL', tenant('CL', c, lead), rows, namesOf(world.cUnderL, lead)),
    CM: partOf('CM', tenant('CM', c, otherLead), rows, namesOf(world.cUnderM, otherLead)),
    C: partOf('C', people('C', c), rows),
    L: partOf('L', leadOwner('L', lead), rows, { body: [l.lead.bodyId] }),
    // Members see who of their lead authority did something for them, which of its keys sent their usage, and what
    // the services that they share cost.
    L_SEEN: partOf('L_SEEN', leadOwner('L_SEEN', lead), rows.filter(isSeenByMembers(rows))),
    M: partOf('M', leadOwner('M', otherLead), rows, { body: [m.lead.bodyId] }),
  };
  type PartName = keyof typeof parts;
  const side = (
    name: string,
    who: readonly Attacker[],
    hidden: readonly PartName[],
    own: readonly PartName[],
    seen: readonly PartName[] = [],
  ): Side => {
    const theirs = merged(
      own.map((part) => parts[part].names),
      shared(name, world),
    );
    return {
      name,
      attackers: who.map((attacker) => ({ ...attacker, own: theirs })),
      foreign: without(merged(hidden.map((part) => parts[part].names)), theirs),
      strangers: strangersOf(world),
      secrets: secretsOf(
        hidden.map((part) => parts[part]),
        [...own, ...seen].map((part) => parts[part]),
        rows.filter(({ row }) => row['published'] === true).flatMap(figuresOf),
      ),
      victims: hidden,
    };
  };
  return {
    owners: Object.values(parts).map(({ owner }) => owner),
    strangers: [
      side('B', [...attackers.b, attackers.key], ['A', 'CL', 'CM', 'C', 'L', 'M'], ['B'], ['L_SEEN']),
      side('M', attackers.m, ['A', 'B', 'CL', 'L'], ['CM', 'M', 'C']),
      side('outsiders', attackers.outsiders, ['A', 'B', 'CL', 'CM', 'C', 'L', 'M'], []),
    ],
    lead: side('L', attackers.l, ['CM', 'M'], ['A', 'B', 'CL', 'L', 'C']),
    entitled: side('A', attackers.a, ['B', 'CL', 'CM', 'C', 'L', 'M'], ['A'], ['L_SEEN']),
  };
};

/** The published things that everybody uses, for whoever has none of their own; a member's lead authority is its own. */
const shared = (name: string, { l, m }: World): Names => {
  const { lead, choice, offeringId, meterId, estimateId }: Hosted = name === 'M' ? m : l;
  return {
    body: ['A', 'B'].includes(name) ? [lead.bodyId] : [],
    framework: [choice.frameworkId],
    offering: [offeringId],
    meter: [meterId],
    estimate: [estimateId],
  };
};

/** A body is public: nobody's is one that exists and has nothing to do with any of them. */
const strangersOf = (world: World): Names => ({ body: [world.strangerId] });

const merged = (first: readonly Names[], last: Names = {}): Names => {
  const all: Record<string, string[]> = {};
  for (const names of [...first, last])
    for (const [kind, ids] of Object.entries(names)) all[kind] = [...(all[kind] ?? []), ...ids];
  return all;
};

/** Names that others have not. */
const without = (names: Names, others: Names): Names =>
  Object.fromEntries(
    Object.entries(names).map(([kind, ids]) => [
      kind,
      ids.filter((id) => !others[kind as Reference]?.includes(id)),
    ]),
  );

import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { listTenantAudit, type Actor } from '#libs/platform';
import {
  checkedFirst,
  CurrentActor,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { AuditRecordConnection, toAuditRecord } from './audit-record.type.js';

@ArgsType()
class AuditTrailArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      "For a tenant: the lead authority concerned, or nothing for the tenant's own affairs. For a lead authority: the member.",
  })
  withBodyId?: string | null;
}

@Resolver()
export class AuditResolver {
  @Query(() => AuditRecordConnection, {
    description:
      'What was done about money, prices, access and agreements between a tenant and a lead authority. Needs audit:read.',
  })
  @Requires('audit:read')
  async auditTrail(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args() args: AuditTrailArgs,
  ): Promise<AuditRecordConnection> {
    const chain = chainOf(actor, args.withBodyId ? readId('body', args.withBodyId) : null);
    const cursor = cursorOf(args)?.[0] ?? null;
    if (cursor !== null && !/^\d{1,18}$/.test(cursor)) throw notFound();
    const before = cursor === null ? null : BigInt(cursor);
    const first = checkedFirst(args) + 1;
    const rows = await read((tx) => listTenantAudit(tx, chain, { first, before }));
    return toConnection(args, rows, (row) => [row.seq.toString()], toAuditRecord);
  }
}

const chainOf = (actor: Actor, other: string | null): { tenantId: string; leadId: string } => {
  const own = actor.identity.bodyId;
  if (own === null) throw notFound();
  return actor.identity.capacity === 'LEAD'
    ? { tenantId: other ?? own, leadId: own }
    : { tenantId: own, leadId: other ?? own };
};

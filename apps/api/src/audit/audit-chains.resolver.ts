import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { FindBody } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { listChains, type Actor } from '#libs/platform';
import { CurrentActor, notFound, Reader, Requires, type Read } from '../graphql/index.js';

@ObjectType('AuditChain', { description: 'A chain of audit records with another organisation.' })
export class AuditChainType {
  @Field(() => ID, { description: 'The id of the other organisation: withBodyId of auditTrail.' })
  withBodyId!: string;

  @Field(() => String, { description: 'Its name.' })
  withBodyName!: string;
}

@Resolver()
export class AuditChainsResolver {
  constructor(private readonly bodies: FindBody) {}

  @Query(() => [AuditChainType], {
    description:
      'The chains with others that have records, by name: of a tenant with each lead authority, of a lead authority with each member or applicant. The chain of the own affairs is beside them. Needs audit:read.',
  })
  @Requires('audit:read')
  async auditChains(@CurrentActor() actor: Actor, @Reader() read: Read): Promise<readonly AuditChainType[]> {
    const { bodyId: own, capacity } = actor.identity;
    if (own === null) throw notFound();
    const isLead = capacity === 'LEAD';
    return read(async (tx) => {
      // A body that is both has its own affairs as a tenant under its own id: its tenant's people read them as such.
      const others = (await listChains(tx))
        .map(({ tenantId, leadId }) => (isLead ? tenantId : leadId))
        .filter((id) => isLead || id !== own);
      const found = await this.bodies.byIds(tx, others);
      return [...found.values()]
        .map(({ id, name }) => ({ withBodyId: toPublicId('body', id), withBodyName: name }))
        .sort((a, b) => a.withBodyName.localeCompare(b.withBodyName, 'en-GB'));
    });
  }
}

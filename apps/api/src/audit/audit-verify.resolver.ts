import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { verifyChain, type Actor, type ChainReport } from '#libs/platform';
import { CurrentActor, Reader, readId, Requires, Shows, type Read, type Show } from '../graphql/index.js';
import { chainOf, WITH_BODY } from './chain-of.js';

@ArgsType()
class AuditVerifyArgs {
  @Field(() => ID, { nullable: true, description: WITH_BODY })
  withBodyId?: string | null;
}

@ObjectType('AuditFault', { description: 'Where an audit chain is broken first.' })
export class AuditFaultType {
  @Field(() => String, { description: 'The number of the first record that is missing or was changed.' })
  seq!: string;

  @Field(() => String, { description: 'What is wrong with it.' })
  reason!: string;
}

@ObjectType('AuditVerification', { description: 'Whether an audit chain is whole.' })
export class AuditVerificationType {
  @Field(() => Boolean, {
    description: 'Whether every record follows the one before it, and the last one is the head.',
  })
  isVerified!: boolean;

  @Field(() => Int, { description: 'How many records were followed.' })
  records!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The hash that the chain ends with, as hex; null when nothing was recorded yet.',
  })
  head!: string | null;

  @Field(() => AuditFaultType, { nullable: true, description: 'Null when the chain is whole.' })
  firstBroken!: AuditFaultType | null;
}

@Resolver()
export class AuditVerifyResolver {
  @Query(() => AuditVerificationType, {
    description: 'Follows an audit chain from its first record to its head. Needs audit:read.',
  })
  @Requires('audit:read')
  async auditVerify(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() { withBodyId }: AuditVerifyArgs,
  ): Promise<AuditVerificationType> {
    const chain = chainOf(actor, withBodyId ? readId('body', withBodyId) : null);
    const report = await read((tx) => verifyChain(tx, chain));
    if (chain.kind === 'tenant' && report.records > 0) show('AUDIT_TRAIL', [chain]);
    return toVerification(report);
  }
}

const toVerification = ({ records, head, fault }: ChainReport): AuditVerificationType => ({
  isVerified: fault === null,
  records,
  head: head && head.hash.toString('hex'),
  firstBroken: fault && { seq: fault.seq.toString(), reason: capitalised(fault.why) },
});

const capitalised = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

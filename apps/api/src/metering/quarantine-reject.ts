import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ListQuarantine, RejectQuarantine } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { QuarantinedUsageType, toQuarantinedUsage } from './quarantine.type.js';

@InputType({ description: 'Which usage in quarantine is not to count, and why.' })
export class QuarantineRejectInput {
  @Field(() => ID, { description: 'The usage in quarantine.' })
  quarantineId!: string;

  @Field(() => String, { description: 'Why it is not to count.' })
  reason!: string;
}

@ObjectType({ description: 'The usage that was rejected.' })
export class QuarantineRejectPayload extends PayloadOf('QuarantineReject', [
  'FIELD_REQUIRED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => QuarantinedUsageType, {
    nullable: true,
    description: 'The usage as it stands now; null when it was refused.',
  })
  quarantined!: QuarantinedUsageType | null;
}

@Resolver()
export class QuarantineRejectResolver {
  constructor(
    private readonly reject: RejectQuarantine,
    private readonly list: ListQuarantine,
  ) {}

  @Mutation(() => QuarantineRejectPayload, {
    description:
      'Decides that usage in quarantine is not to count; it is kept with the reason. Needs quarantine:resolve.',
  })
  @Requires('quarantine:resolve')
  async quarantineReject(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: QuarantineRejectInput,
  ): Promise<QuarantineRejectPayload> {
    const quarantineId = readId('quarantine', input.quarantineId);
    const result = await this.reject.execute(actor, { quarantineId, reason: input.reason });
    return toPayload(result, async () => {
      const row = await read((tx) => this.list.find(tx, quarantineId));
      return { quarantined: row && toQuarantinedUsage(row) };
    });
  }
}

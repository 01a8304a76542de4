import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ListUsageKeys, RevokeUsageKey } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { toUsageKey, UsageKeyType } from './usage-key.type.js';

@InputType({ description: 'Which usage key to end.' })
export class UsageKeyRevokeInput {
  @Field(() => ID, { description: 'The usage key.' })
  usageKeyId!: string;
}

@ObjectType({ description: 'The usage key that was revoked.' })
export class UsageKeyRevokePayload extends PayloadOf('UsageKeyRevoke', []) {
  @Field(() => UsageKeyType, { nullable: true, description: 'The key; null when it was refused.' })
  usageKey!: UsageKeyType | null;
}

@Resolver()
export class UsageKeyRevokeResolver {
  constructor(
    private readonly revoke: RevokeUsageKey,
    private readonly keys: ListUsageKeys,
  ) {}

  @Mutation(() => UsageKeyRevokePayload, {
    description: 'Ends a usage key at once. Revoking it again changes nothing. Needs usageKey:edit.',
  })
  @Requires('usageKey:edit')
  async usageKeyRevoke(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageKeyRevokeInput,
  ): Promise<UsageKeyRevokePayload> {
    const result = await this.revoke.execute(actor, { usageKeyId: readId('usageKey', input.usageKeyId) });
    return toPayload(result, async ({ usageKeyId }) => {
      const key = await this.keys.find(actor, usageKeyId);
      const now = await read((tx) => Promise.resolve(tx.now));
      return { usageKey: key && toUsageKey(key, now) };
    });
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { SendBackReturn, ReadReturns } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { loadReturnOfVersion } from './load-return.js';
import { UsageReturnType } from './usage-return.type.js';

@InputType({ description: 'Which return is sent back, and why.' })
export class UsageReturnSendBackInput {
  @Field(() => ID, { description: 'The version, which must be the last one.' })
  usageReturnId!: string;

  @Field(() => String, { description: 'What the service team is to look at.' })
  note!: string;
}

@ObjectType({ description: 'The return that was sent back.' })
export class UsageReturnSendBackPayload extends PayloadOf('UsageReturnSendBack', [
  'FIELD_REQUIRED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => UsageReturnType, {
    nullable: true,
    description: 'The return as it stands now; null when it was refused.',
  })
  usageReturn!: UsageReturnType | null;
}

@Resolver()
export class UsageReturnSendBackResolver {
  constructor(
    private readonly sendBack: SendBackReturn,
    readonly returns: ReadReturns,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => UsageReturnSendBackPayload, {
    description:
      'Sends a usage return back to the service team. Its figures stay until the team replaces it. Needs usageReturn:sendBack.',
  })
  @Requires('usageReturn:sendBack')
  async usageReturnSendBack(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageReturnSendBackInput,
  ): Promise<UsageReturnSendBackPayload> {
    const returnId = readId('usageReturn', input.usageReturnId);
    const result = await this.sendBack.execute(actor, { returnId, note: input.note });
    return toPayload(result, async () => ({
      usageReturn: await read((tx) => loadReturnOfVersion(tx, this, returnId)),
    }));
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { ExcuseReturn, ReadReturns, type ExcuseKind } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { ReturnExcuseKindEnum } from './enums.js';
import { loadReturn } from './load-return.js';
import { UsageReturnType } from './usage-return.type.js';

@InputType({ description: 'Which missing return a run need not wait for, and why.' })
export class UsageReturnExcuseInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => ReturnExcuseKindEnum, { description: 'Whether there was no usage, or another reason.' })
  kind!: ExcuseKind;

  @Field(() => String, { description: 'The reason, which is kept.' })
  reason!: string;
}

@ObjectType({ description: 'The return that a run need not wait for.' })
export class UsageReturnExcusePayload extends PayloadOf('UsageReturnExcuse', [
  'FIELD_REQUIRED',
  'MONTH_FORMAT',
  'RETURN_NOT_NEEDED',
  'RETURN_TOO_EARLY',
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
export class UsageReturnExcuseResolver {
  constructor(
    private readonly excuse: ExcuseReturn,
    readonly returns: ReadReturns,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => UsageReturnExcusePayload, {
    description:
      'Lets a month be billed without a usage return that is missing. What is filed later is billed then. Needs usageReturn:excuse.',
  })
  @Requires('usageReturn:excuse')
  async usageReturnExcuse(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageReturnExcuseInput,
  ): Promise<UsageReturnExcusePayload> {
    const command = { ...input, callOffId: readId('callOff', input.callOffId) };
    return toPayload(await this.excuse.execute(actor, command), async () => ({
      usageReturn: await read((tx) => loadReturn(tx, this, command)),
    }));
  }
}

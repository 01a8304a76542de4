import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { FileReturn, ReadReturns } from '#libs/metering';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { loadReturnOfVersion } from './load-return.js';
import { UsageReturnType } from './usage-return.type.js';

@InputType({ description: 'A nil return: there was no usage.' })
export class UsageReturnFileNilInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The nil return that was filed.' })
export class UsageReturnFileNilPayload extends PayloadOf(
  'UsageReturnFileNil',
  ['MONTH_FORMAT', 'PERIOD_CLOSED', 'RETURN_FILED', 'RETURN_NOT_NEEDED', 'RETURN_TOO_EARLY'],
  { idempotent: true },
) {
  @Field(() => UsageReturnType, {
    nullable: true,
    description: 'The return as it stands now; null when it was refused.',
  })
  usageReturn!: UsageReturnType | null;
}

@Resolver()
export class UsageReturnFileNilResolver {
  constructor(
    private readonly file: FileReturn,
    readonly returns: ReadReturns,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => UsageReturnFileNilPayload, {
    description: 'Files that a call-off had no usage in a month. Needs usageReturn:file.',
  })
  @Requires('usageReturn:file')
  async usageReturnFileNil(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageReturnFileNilInput,
  ): Promise<UsageReturnFileNilPayload> {
    const command = { ...input, callOffId: readId('callOff', input.callOffId), figures: null };
    return toPayload(await this.file.execute(actor, command), async ({ returnId }) => ({
      usageReturn: await read((tx) => loadReturnOfVersion(tx, this, returnId)),
    }));
  }
}

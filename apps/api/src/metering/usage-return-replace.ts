import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { ReplaceReturn, ReadReturns } from '#libs/metering';
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
import { readFigures, UsageReturnFigureInput } from './usage-return-figures.input.js';
import { UsageReturnType } from './usage-return.type.js';

@InputType({ description: 'A new version of a usage return.' })
export class UsageReturnReplaceInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => Int, {
    description: 'The version that it replaces; 0 for the first one of a month whose bill was issued.',
  })
  version!: number;

  @Field(() => [UsageReturnFigureInput], {
    nullable: true,
    description: 'A figure for each meter that is fed by returns; null for a nil return.',
  })
  figures?: UsageReturnFigureInput[] | null;

  @Field(() => String, { description: 'Why it is replaced.' })
  reason!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The return that was replaced.' })
export class UsageReturnReplacePayload extends PayloadOf(
  'UsageReturnReplace',
  [
    'FIELD_REQUIRED',
    'MONTH_FORMAT',
    'QUANTITY_NEGATIVE',
    'RETURN_ALL_ZERO',
    'RETURN_METER_TWICE',
    'RETURN_NOT_NEEDED',
    'RETURN_NOT_YOURS',
    'RETURN_SAME',
    'RETURN_TOO_EARLY',
    'STATE_CHANGED',
    'STATE_NOT_ALLOWED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'USAGE_EVENT_INVALID',
    'USAGE_TOO_OLD',
  ],
  { idempotent: true },
) {
  @Field(() => UsageReturnType, {
    nullable: true,
    description: 'The return as it stands now; null when it was refused.',
  })
  usageReturn!: UsageReturnType | null;
}

@Resolver()
export class UsageReturnReplaceResolver {
  constructor(
    private readonly replace: ReplaceReturn,
    readonly returns: ReadReturns,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => UsageReturnReplacePayload, {
    description:
      'Files a new version of a usage return; the earlier one is kept. What was billed becomes a difference on the next bill. Only the service team can: finance sends it back. Needs usageReturn:replace.',
  })
  @Requires('usageReturn:replace')
  async usageReturnReplace(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageReturnReplaceInput,
  ): Promise<UsageReturnReplacePayload> {
    const command = {
      ...input,
      callOffId: readId('callOff', input.callOffId),
      figures: input.figures ? readFigures(input.figures) : null,
    };
    return toPayload(await this.replace.execute(actor, command), async ({ returnId }) => ({
      usageReturn: await read((tx) => loadReturnOfVersion(tx, this, returnId)),
    }));
  }
}

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
import { readFigures, UsageReturnFigureInput } from './usage-return-figures.input.js';
import { UsageReturnType } from './usage-return.type.js';

@InputType({ description: 'The usage return of a call-off and a month.' })
export class UsageReturnFileInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => [UsageReturnFigureInput], { description: 'A figure for each meter that is fed by returns.' })
  figures!: UsageReturnFigureInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The return that was filed.' })
export class UsageReturnFilePayload extends PayloadOf(
  'UsageReturnFile',
  [
    'FIELD_REQUIRED',
    'MONTH_FORMAT',
    'PERIOD_CLOSED',
    'QUANTITY_NEGATIVE',
    'RETURN_ALL_ZERO',
    'RETURN_FILED',
    'RETURN_METER_TWICE',
    'RETURN_NOT_NEEDED',
    'RETURN_TOO_EARLY',
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
export class UsageReturnFileResolver {
  constructor(
    private readonly file: FileReturn,
    readonly returns: ReadReturns,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => UsageReturnFilePayload, {
    description:
      'Files the usage return of a call-off and a month. Its figures count as usage at once. Needs usageReturn:file.',
  })
  @Requires('usageReturn:file')
  async usageReturnFile(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: UsageReturnFileInput,
  ): Promise<UsageReturnFilePayload> {
    const command = {
      ...input,
      callOffId: readId('callOff', input.callOffId),
      figures: readFigures(input.figures),
    };
    return toPayload(await this.file.execute(actor, command), async ({ returnId }) => ({
      usageReturn: await read((tx) => loadReturnOfVersion(tx, this, returnId)),
    }));
  }
}

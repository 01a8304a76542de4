import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { UploadReturns } from '#libs/metering';
import type { Actor } from '#libs/platform';
import { CurrentActor, IdempotencyKeyScalar, PayloadOf, Requires, toPayload } from '../graphql/index.js';

@InputType({
  description: 'The usage returns of a month as CSV, with the columns call-off, meter and quantity.',
})
export class UsageReturnsUploadInput {
  @Field(() => String, { description: 'The month, as YYYY-MM; one that is over.' })
  month!: string;

  @Field(() => String, { description: "The file's text, in UTF-8." })
  content!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The returns that were filed, all of the file.' })
export class UsageReturnsUploadPayload extends PayloadOf(
  'UsageReturnsUpload',
  ['CSV_FORMAT', 'IMPORT_REJECTED', 'MONTH_FORMAT', 'RETURN_TOO_EARLY', 'USAGE_TOO_OLD'],
  { idempotent: true },
) {
  @Field(() => Int, { nullable: true, description: 'How many returns were filed; null when none was.' })
  filed!: number | null;
}

@Resolver()
export class UsageReturnsUploadResolver {
  constructor(private readonly upload: UploadReturns) {}

  @Mutation(() => UsageReturnsUploadPayload, {
    description:
      'Files the usage returns of a month from a file: every row or none; each faulty row is named. Needs usageReturn:file.',
  })
  @Requires('usageReturn:file')
  async usageReturnsUpload(
    @CurrentActor() actor: Actor,
    @Args('input') input: UsageReturnsUploadInput,
  ): Promise<UsageReturnsUploadPayload> {
    const result = await this.upload.execute(actor, { ...input });
    return toPayload(result, ({ returns }) => ({ filed: Number(returns) }));
  }
}

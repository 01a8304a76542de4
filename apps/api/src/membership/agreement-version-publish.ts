import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { PublishAgreementVersion, ReadAgreements } from '#libs/membership';
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
import { AgreementVersionType, toAgreementVersion } from './agreement-version.type.js';

@InputType({ description: "A new text of a framework's access agreement." })
export class AgreementVersionPublishInput {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => String, {
    description: 'Two numbers with a point between them, such as 3.1, after the newest version.',
  })
  version!: string;

  @Field(() => String, {
    description: 'Plain text. {body}, {lead}, {framework} and {notice} are filled in for each body.',
  })
  text!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The version that was published.' })
export class AgreementVersionPublishPayload extends PayloadOf(
  'AgreementVersionPublish',
  [
    'AGREEMENT_PLACEHOLDER',
    'AGREEMENT_VERSION_FORMAT',
    'AGREEMENT_VERSION_ORDER',
    'FIELD_REQUIRED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => AgreementVersionType, {
    nullable: true,
    description: 'The version; null when it was refused.',
  })
  agreementVersion!: AgreementVersionType | null;
}

@Resolver()
export class AgreementVersionPublishResolver {
  constructor(
    private readonly publish: PublishAgreementVersion,
    private readonly reader: ReadAgreements,
  ) {}

  @Mutation(() => AgreementVersionPublishPayload, {
    description:
      'Publishes a new text of the access agreement. Whoever has signed stays bound by what they signed. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async agreementVersionPublish(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { frameworkId, version, text, idempotencyKey }: AgreementVersionPublishInput,
  ): Promise<AgreementVersionPublishPayload> {
    const id = readId('framework', frameworkId);
    const result = await this.publish.execute(actor, { frameworkId: id, version, text, idempotencyKey });
    return toPayload(result, async ({ agreementVersionId }) => {
      const found = await read((tx) =>
        this.reader.version(tx, { leadId: tx.leadId, id: agreementVersionId }),
      );
      return { agreementVersion: found && toAgreementVersion(found) };
    });
  }
}

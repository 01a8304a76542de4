import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CountersignAgreement, ReadAgreements } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { AgreementObject, toAgreement } from './agreement.type.js';

@InputType({ description: 'Which agreement, and in which role you sign it.' })
export class AgreementCountersignInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => String, { description: 'Your role in the lead authority, such as Head of Legal Services.' })
  role!: string;
}

@ObjectType({ description: 'The agreement that was countersigned.' })
export class AgreementCountersignPayload extends PayloadOf('AgreementCountersign', [
  'AGREEMENT_SAME_PERSON',
  'FIELD_REQUIRED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => AgreementObject, { nullable: true, description: 'The agreement; null when it was refused.' })
  agreement!: AgreementObject | null;
}

@Resolver()
export class AgreementCountersignResolver {
  constructor(
    private readonly countersign: CountersignAgreement,
    private readonly reader: ReadAgreements,
  ) {}

  @Mutation(() => AgreementCountersignPayload, {
    description:
      "Signs a member's access agreement for the lead authority: it is in force. Needs agreement:countersign.",
  })
  @Requires('agreement:countersign')
  async agreementCountersign(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { agreementId: publicId, role }: AgreementCountersignInput,
  ): Promise<AgreementCountersignPayload> {
    const agreementId = readId('agreement', publicId);
    return toPayload(await this.countersign.execute(actor, { agreementId, role }), async () => {
      const agreement = await read((tx) => this.reader.byId(tx, agreementId));
      return { agreement: agreement && toAgreement(agreement) };
    });
  }
}

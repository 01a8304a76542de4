import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadAgreements, SignAgreement } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { AgreementObject, toAgreement } from './agreement.type.js';

@InputType({ description: 'What you read, and in which role you sign it.' })
export class AgreementSignInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;

  @Field(() => String, { description: 'SHA-256 of the text that you read, in hex.' })
  textSha256!: string;

  @Field(() => String, { description: 'Your role in the body, such as Director of Resources.' })
  role!: string;

  @Field(() => Boolean, { description: 'Whether you confirm that you have authority to sign for the body.' })
  confirmsAuthority!: boolean;
}

@ObjectType({ description: 'The agreement that was signed.' })
export class AgreementSignPayload extends PayloadOf('AgreementSign', [
  'AGREEMENT_LOCKED',
  'AGREEMENT_TEXT_MISMATCH',
  'AGREEMENT_VERSION_OLD',
  'DECISION_IN_CALL_IN',
  'DECISION_MISSING',
  'FIELD_REQUIRED',
  'SIGNER_AUTHORITY',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => AgreementObject, { nullable: true, description: 'The agreement; null when it was refused.' })
  agreement!: AgreementObject | null;
}

@Resolver()
export class AgreementSignResolver {
  constructor(
    private readonly sign: SignAgreement,
    private readonly reader: ReadAgreements,
  ) {}

  @Mutation(() => AgreementSignPayload, {
    description:
      "Signs the access agreement for your body, once the body's decision has effect. Needs agreement:sign.",
  })
  @Requires('agreement:sign')
  async agreementSign(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: AgreementSignInput,
  ): Promise<AgreementSignPayload> {
    const agreementId = readId('agreement', input.agreementId);
    return toPayload(await this.sign.execute(actor, { ...input, agreementId }), async () => {
      const agreement = await read((tx) => this.reader.byId(tx, agreementId));
      return { agreement: agreement && toAgreement(agreement) };
    });
  }
}

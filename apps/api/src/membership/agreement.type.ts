import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId } from '#libs/kernel';
import type { AgreementState, NamedAgreement, Signature } from '#libs/membership';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';
import { AgreementStateEnum } from './enums.js';

@ObjectType('Signature', { description: 'Who signed, in which role and when.' })
export class SignatureType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => String, { description: 'The role in which they signed.' })
  role!: string;
}

@ObjectType('AgreementTerms', { description: 'The text of an access agreement.' })
export class AgreementTermsType {
  @Field(() => String, { description: 'The version, such as 3.1.' })
  version!: string;

  @Field(() => String, { description: 'The text for this body.' })
  text!: string;

  @Field(() => String, { description: 'SHA-256 of the text, in hex: send it back when you sign.' })
  sha256!: string;
}

@ObjectType('AccessAgreement', { description: "What binds a body to a framework's terms." })
export class AgreementObject {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The body that it binds.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => String, { description: 'Its name.' })
  frameworkTitle!: string;

  @Field(() => AgreementStateEnum, { description: 'Where it stands.' })
  state!: AgreementState;

  @Field(() => DateTimeScalar, { description: 'When the body was sent it.' })
  sentAt!: Date;

  @Field(() => SignatureType, { nullable: true, description: "The body's signature; null until then." })
  signature!: SignatureType | null;

  @Field(() => SignatureType, {
    nullable: true,
    description: "The lead authority's signature; null until then.",
  })
  countersignature!: SignatureType | null;
}

@ObjectType('AccessAgreementConnection', { description: 'Access agreements, the newest first.' })
export class AgreementConnection extends ConnectionOf(AgreementObject, 'AccessAgreement') {}

export const toAgreement = (agreement: NamedAgreement): AgreementObject => ({
  id: toPublicId('agreement', agreement.id),
  memberId: toPublicId('body', agreement.tenantId),
  memberName: agreement.memberName,
  leadId: toPublicId('body', agreement.leadId),
  leadName: agreement.leadName,
  frameworkId: toPublicId('framework', agreement.frameworkId),
  frameworkTitle: agreement.frameworkTitle,
  state: agreement.state,
  sentAt: agreement.sentAt,
  signature: toSignature(agreement.signed),
  countersignature: toSignature(agreement.countersigned),
});

const toSignature = (signature: Signature | null): SignatureType | null =>
  signature && { at: signature.at, name: signature.name, role: signature.role };

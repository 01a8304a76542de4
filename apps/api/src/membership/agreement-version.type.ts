import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { AgreementVersion } from '#libs/membership';
import { ConnectionOf, LocalDateScalar } from '../graphql/index.js';

@ObjectType('AgreementVersion', {
  description: "A text of a framework's access agreement; it never changes.",
})
export class AgreementVersionType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => String, { description: 'The version, such as 3.1.' })
  version!: string;

  @Field(() => String, { description: 'The text with its placeholders.' })
  text!: string;

  @Field(() => LocalDateScalar, { description: 'When it was published.' })
  publishedOn!: LocalDate;
}

@ObjectType({ description: "A framework's agreement texts, the newest first." })
export class AgreementVersionConnection extends ConnectionOf(AgreementVersionType, 'AgreementVersion') {}

export const toAgreementVersion = (version: AgreementVersion): AgreementVersionType => ({
  id: toPublicId('agreementVersion', version.id),
  frameworkId: toPublicId('framework', version.frameworkId),
  version: version.version,
  text: version.text,
  publishedOn: version.publishedOn,
});

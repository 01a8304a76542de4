import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId, type LocalDate } from '#libs/kernel';
import type { ListedMember } from '#libs/membership';
import { BodyType, toBody } from '../directory/body.type.js';
import { ConnectionOf, LocalDateScalar } from '../graphql/index.js';

@ObjectType('FrameworkMember', { description: 'A body that has joined a framework.' })
export class FrameworkMemberType {
  @Field(() => ID, { description: 'The id of the body.' })
  bodyId!: string;

  @Field(() => BodyType, { description: 'The body.' })
  body!: BodyType;

  @Field(() => LocalDateScalar, {
    description: 'The date on which its access agreement was countersigned and came into force.',
  })
  since!: LocalDate;
}

@ObjectType('FrameworkMemberConnection', { description: 'Members of a framework by name.' })
export class FrameworkMemberConnection extends ConnectionOf(FrameworkMemberType, 'FrameworkMember') {}

export const toFrameworkMember = ({ body, since }: ListedMember, today: LocalDate): FrameworkMemberType => ({
  bodyId: toPublicId('body', body.id),
  body: toBody(body, today),
  since,
});

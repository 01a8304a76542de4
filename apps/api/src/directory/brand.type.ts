import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Brand } from '#libs/directory';
import { toPublicId } from '#libs/kernel';

@ObjectType('Brand', { description: 'How a lead authority looks on its pages.' })
export class BrandType {
  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'The name that pages show.' })
  name!: string;

  @Field(() => String, {
    description:
      'Its colour as # and 6 hex digits: at least 4.5 to 1 against white, so good for words on white.',
  })
  colour!: string;
}

export const toBrand = ({ leadId, name, colour }: Brand): BrandType => ({
  leadId: toPublicId('body', leadId),
  name,
  colour,
});

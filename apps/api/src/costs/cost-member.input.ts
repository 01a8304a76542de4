import { Field, ID, InputType } from '@nestjs/graphql';
import type { EnteredShare } from '#libs/costs';
import { DecimalScalar, readId } from '../graphql/index.js';

@InputType({ description: 'What is entered for one member.' })
export class CostMemberInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'For fixed shares: its share in per cent, with at most 4 decimal places.',
  })
  share?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'For a driver: its figure.' })
  figure?: string | null;

  @Field(() => String, { nullable: true, description: 'For a driver: where the figure comes from.' })
  source?: string | null;
}

export const toEntered = ({ memberId, share, figure, source }: CostMemberInput): EnteredShare => ({
  tenantId: readId('body', memberId),
  ...{ share: share ?? null, figure: figure ?? null, source: source ?? null },
});

import { Field, ID, InputType } from '@nestjs/graphql';
import type { GivenFigure } from '#libs/metering';
import { DecimalScalar, readId } from '../graphql/index.js';

@InputType({ description: 'What one meter came to in the month.' })
export class UsageReturnFigureInput {
  @Field(() => ID, { description: 'The meter, one that is fed by returns.' })
  meterId!: string;

  @Field(() => DecimalScalar, { description: 'The figure, 0 or more.' })
  quantity!: string;
}

export const readFigures = (figures: readonly UsageReturnFigureInput[]): readonly GivenFigure[] =>
  figures.map(({ meterId, quantity }) => ({ meterId: readId('meter', meterId), quantity }));

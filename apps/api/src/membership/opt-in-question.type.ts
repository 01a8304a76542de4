import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { NamedQuestion } from '#libs/membership';
import { DateTimeScalar } from '../graphql/index.js';

@ObjectType('OptInQuestion', {
  description:
    'What the lead authority asked about a task when it returned the opt-in, and what was answered.',
})
export class OptInQuestionType {
  @Field(() => Int, { description: 'Counts the questions about the task, the first one 1.' })
  number!: number;

  @Field(() => String, { description: 'The question.' })
  question!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => String, { description: 'Who of the lead authority asked it.' })
  askedByName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The answer; null until there is one. The body sees what it has written so far, a lead authority what was submitted.',
  })
  answer!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the task was completed with the answer; null until then.',
  })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who of the body answered it; null until then.' })
  answeredByName!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the answer was submitted; null until then, and until then it can be changed.',
  })
  submittedAt!: Date | null;
}

export const toQuestion = (one: NamedQuestion): OptInQuestionType => ({
  number: one.number,
  question: one.question,
  askedAt: one.askedAt,
  askedByName: one.askedByName,
  answer: one.answer,
  answeredAt: one.answeredAt,
  answeredByName: one.answeredByName,
  submittedAt: one.submittedAt,
});

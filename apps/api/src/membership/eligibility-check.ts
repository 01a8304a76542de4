import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { toPublicId } from '#libs/kernel';
import {
  CheckEligibility,
  type EligibilityAnswer,
  type EligibilityReasonCode,
  type EligibilityResult,
} from '#libs/membership';
import { notFound, Public, Reader, readId, type Read } from '../graphql/index.js';
import { EligibilityReasonEnum, EligibilityResultEnum } from './enums.js';

@ObjectType('EligibilityReason', { description: 'Why a body may or may not use a framework.' })
export class EligibilityReasonType {
  @Field(() => EligibilityReasonEnum, { description: 'The reason as a stable code.' })
  code!: EligibilityReasonCode;

  @Field(() => String, { description: 'The reason in plain English.' })
  sentence!: string;
}

@ObjectType('BodyEligibility', { description: 'Whether one body may use a framework.' })
export class BodyEligibilityType {
  @Field(() => ID, { description: 'The body.' })
  bodyId!: string;

  @Field(() => String, { description: 'Its name.' })
  bodyName!: string;

  @Field(() => EligibilityResultEnum, { description: 'Whether it may.' })
  result!: EligibilityResult;

  @Field(() => [EligibilityReasonType], { description: 'Every reason.' })
  reasons!: readonly EligibilityReasonType[];

  @Field(() => [String], { description: 'What to do next, in order.' })
  nextSteps!: readonly string[];
}

@ObjectType('EligibilityCheck', {
  description: 'Whether a body, or those of an email address, may use a framework.',
})
export class EligibilityCheckType {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => [BodyEligibilityType], {
    description: 'An answer for each body that was meant; an email domain can be shared by a few.',
  })
  bodies!: readonly BodyEligibilityType[];

  @Field(() => [String], { description: 'What to do next when no body was found.' })
  nextSteps!: readonly string[];
}

@Resolver()
export class EligibilityCheckResolver {
  constructor(private readonly check: CheckEligibility) {}

  @Query(() => EligibilityCheckType, {
    description:
      'Whether a body may use a framework, with reasons and next steps. Give a body or an email address. Public.',
  })
  @Public()
  async eligibilityCheck(
    @Reader() read: Read,
    @Args('frameworkId', { type: () => ID, description: 'The framework.' }) frameworkId: string,
    @Args('bodyId', { type: () => ID, nullable: true, description: 'The body.' }) bodyId?: string | null,
    @Args('email', { type: () => String, nullable: true, description: 'A work email address of the body.' })
    email?: string | null,
  ): Promise<EligibilityCheckType> {
    const id = readId('framework', frameworkId);
    const [body, address] = [bodyId ?? null, email ?? null];
    if ((body === null) === (address === null))
      throw new GraphQLError('Give either a body or an email address.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    const answer = await read((tx) =>
      address === null
        ? this.check.forBody(tx, { frameworkId: id, bodyId: readId('body', body ?? '') })
        : this.check.forEmail(tx, { frameworkId: id, email: address }),
    );
    if (answer === null) throw notFound();
    return toCheck(answer);
  }
}

const toCheck = ({ frameworkId, bodies, nextSteps }: EligibilityAnswer): EligibilityCheckType => ({
  frameworkId: toPublicId('framework', frameworkId),
  bodies: bodies.map(({ bodyId, ...answer }) => ({ ...answer, bodyId: toPublicId('body', bodyId) })),
  nextSteps,
});

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddEligibilityRule, ReadCatalogue, type RuleSubject } from '#libs/catalogue';
import { err, ok, refuse, type Result } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { FrameworkType, loadFramework } from './framework.type.js';

@InputType({
  description:
    "A group of bodies: each list that is given must hold the body's own value. Give at least one.",
})
export class EligibilityCategoryInput {
  @Field(() => String, {
    description: 'The group in plain English, such as district councils in Lancashire.',
  })
  label!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Types as the register words them, such as Non-metropolitan district.',
  })
  types?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Register codes of counties, such as LAN: the county council and its districts.',
  })
  counties?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions, such as North West.' })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Nations, such as England.' })
  nations?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Register codes of combined authorities: the authority and its constituents.',
  })
  combinedAuthorities?: string[] | null;
}

@InputType({ description: 'Who else may use a framework: either a body or a group.' })
export class EligibilityRuleAddInput {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;

  @Field(() => ID, { nullable: true, description: 'The body to name.' })
  bodyId?: string | null;

  @Field(() => EligibilityCategoryInput, { nullable: true, description: 'The group to let in.' })
  category?: EligibilityCategoryInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The legal basis; needed once the framework is published.',
  })
  reason?: string | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The framework that more bodies may use now.' })
export class EligibilityRuleAddPayload extends PayloadOf(
  'EligibilityRuleAdd',
  [
    'BODY_ALREADY_NAMED',
    'CATEGORY_EMPTY',
    'FIELD_REQUIRED',
    'LIST_TOO_LONG',
    'REOPEN_ELIGIBILITY',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => FrameworkType, { nullable: true, description: 'The framework; null when it was refused.' })
  framework!: FrameworkType | null;
}

@Resolver()
export class EligibilityRuleAddResolver {
  constructor(
    private readonly addEligibilityRule: AddEligibilityRule,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => EligibilityRuleAddPayload, {
    description: 'Adds a body or a group of bodies to those who may use a framework. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async eligibilityRuleAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: EligibilityRuleAddInput,
  ): Promise<EligibilityRuleAddPayload> {
    const { idempotencyKey, reason = null } = input;
    const frameworkId = readId('framework', input.frameworkId);
    const subject = subjectOf(input);
    const result = subject.ok
      ? await this.addEligibilityRule.execute(actor, {
          ...subject.value,
          frameworkId,
          reason,
          idempotencyKey,
        })
      : subject;
    return toPayload(result, async () => ({
      framework: await read((tx) => loadFramework(tx, this.catalogue, frameworkId)),
    }));
  }
}

const subjectOf = ({ bodyId, category }: EligibilityRuleAddInput): Result<RuleSubject> => {
  if (bodyId && !category) return ok({ kind: 'NAMED', bodyId: readId('body', bodyId) });
  if (!category || bodyId)
    return err(refuse('FIELD_REQUIRED', { field: 'either a body or a group' }, ['bodyId']));
  const { label, ...lists } = category;
  const given = Object.entries(lists).filter(([, values]) => Array.isArray(values));
  return ok({ kind: 'CATEGORY', label, category: Object.fromEntries(given) });
};

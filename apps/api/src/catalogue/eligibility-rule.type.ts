import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EligibilityRule } from '#libs/catalogue';
import { toPublicId } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar } from '../graphql/index.js';

export enum EligibilityRuleKind {
  NAMED = 'NAMED',
  CATEGORY = 'CATEGORY',
}
registerEnumType(EligibilityRuleKind, {
  name: 'EligibilityRuleKind',
  description: 'How a rule lets bodies in. More may be added.',
  valuesMap: {
    NAMED: { description: 'It names one body.' },
    CATEGORY: { description: 'It describes a group of bodies.' },
  },
});

@ObjectType('EligibilityCategory', {
  description: "A group of bodies: each list that is given holds the body's own value.",
})
export class EligibilityCategoryType {
  @Field(() => [String], {
    nullable: true,
    description: 'Types as the register words them; null when any will do.',
  })
  types!: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Register codes of counties; null when any will do.',
  })
  counties!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions; null when any will do.' })
  regions!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Nations; null when any will do.' })
  nations!: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Register codes of combined authorities; null when any will do.',
  })
  combinedAuthorities!: readonly string[] | null;
}

@ObjectType('EligibilityRule', { description: 'One entry of the list of who may use a framework.' })
export class EligibilityRuleType {
  @Field(() => String, { description: "The body's name, or the group in plain English." })
  label!: string;

  @Field(() => EligibilityRuleKind, { description: 'Whether it names one body or describes a group.' })
  kind!: EligibilityRuleKind;

  @Field(() => ID, { nullable: true, description: 'The body that is named; null for a group.' })
  bodyId!: string | null;

  @Field(() => EligibilityCategoryType, {
    nullable: true,
    description: 'The group; null when a body is named.',
  })
  category!: EligibilityCategoryType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The legal basis, when it was added after the list was fixed.',
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  addedAt!: Date;
}

@ObjectType('EligibilityRuleConnection', { description: 'Rules in the order in which they were added.' })
export class EligibilityRuleConnection extends ConnectionOf(EligibilityRuleType, 'EligibilityRule') {}

export const toEligibilityRule = (rule: EligibilityRule): EligibilityRuleType => ({
  label: rule.label,
  kind: EligibilityRuleKind[rule.kind],
  bodyId: rule.kind === 'NAMED' ? toPublicId('body', rule.bodyId) : null,
  category: rule.kind === 'CATEGORY' ? { ...anything, ...rule.category } : null,
  reason: rule.reason,
  addedAt: rule.addedAt,
});

const anything: EligibilityCategoryType = {
  types: null,
  counties: null,
  regions: null,
  nations: null,
  combinedAuthorities: null,
};

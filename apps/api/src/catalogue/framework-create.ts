import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import {
  CreateFramework,
  ReadCatalogue,
  type AgreementType,
  type CeilingMode,
  type Regime,
} from '#libs/catalogue';
import { err, parsePence, refuse, type LocalDate } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { AgreementTypeEnum, CeilingModeEnum, RegimeEnum } from './enums.js';
import { FrameworkType, loadFramework } from './framework.type.js';

@InputType({ description: 'A new framework.' })
export class FrameworkCreateInput {
  @Field(() => String, { description: "The lead authority's own reference, 60 characters at most." })
  reference!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What it is for, in a few sentences.' })
  summary!: string;

  @Field(() => RegimeEnum, { description: 'The law that it was procured under.' })
  regime!: Regime;

  @Field(() => AgreementTypeEnum, { description: 'The kind of framework; the regime must know it.' })
  agreementType!: AgreementType;

  @Field(() => String, { description: 'The reference of the procurement notice.' })
  noticeReference!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which a call-off can be awarded.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day on which a call-off can be awarded.' })
  endsOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why it lasts more than 4 years; needed only then.' })
  termReason?: string | null;

  @Field(() => DecimalScalar, { description: 'The most that may be awarded in all, in pounds.' })
  ceiling!: string;

  @Field(() => CeilingModeEnum, {
    defaultValue: 'BLOCK',
    description: 'What happens when an award would pass the ceiling.',
  })
  ceilingMode!: CeilingMode;

  @Field(() => Int, {
    nullable: true,
    description: 'The longest call-off in months, extensions included; 60 unless given.',
  })
  maxTermMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months old usage may be to be billed by itself; 12 unless given.',
  })
  usageMaxAgeMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many days' notice members get of a price increase; 90 unless given.",
  })
  priceNoticeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many working days the review of an opt-in may take; 5 unless given.',
  })
  reviewWorkingDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many months' notice a member gives before it leaves; 6 unless given.",
  })
  noticeMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days after it received an invoice a member may dispute a line of it; 30 unless given.',
  })
  disputeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "By how many per cent over the mean of the three months before a month's usage is called a spike; 20 unless given.",
  })
  spikePercent?: number | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The framework that was set up.' })
export class FrameworkCreatePayload extends PayloadOf(
  'FrameworkCreate',
  [
    'AMOUNT_FORMAT',
    'END_BEFORE_START',
    'FIELD_REQUIRED',
    'FRAMEWORK_REFERENCE_TAKEN',
    'FRAMEWORK_TERM_TOO_LONG',
    'REGIME_TYPE_MISMATCH',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_BIG',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => FrameworkType, { nullable: true, description: 'The framework; null when it was refused.' })
  framework!: FrameworkType | null;
}

@Resolver()
export class FrameworkCreateResolver {
  constructor(
    private readonly createFramework: CreateFramework,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => FrameworkCreatePayload, {
    description: 'Sets up a framework as a draft that only its lead authority sees. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async frameworkCreate(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: FrameworkCreateInput,
  ): Promise<FrameworkCreatePayload> {
    const { ceiling: pounds, termReason, ...given } = input;
    const { maxTermMonths, usageMaxAgeMonths, priceNoticeDays, reviewWorkingDays, ...others } = given;
    const { noticeMonths, disputeDays, spikePercent, ...rest } = others;
    const ceiling = parsePence(pounds);
    const result =
      ceiling === null
        ? err(refuse('AMOUNT_FORMAT', { field: 'The ceiling' }, ['ceiling']))
        : await this.createFramework.execute(actor, {
            ...rest,
            ceiling,
            termReason: termReason ?? null,
            ...(typeof maxTermMonths === 'number' ? { maxTermMonths } : {}),
            ...(typeof usageMaxAgeMonths === 'number' ? { usageMaxAgeMonths } : {}),
            ...(typeof priceNoticeDays === 'number' ? { priceNoticeDays } : {}),
            ...(typeof reviewWorkingDays === 'number' ? { reviewWorkingDays } : {}),
            ...(typeof noticeMonths === 'number' ? { noticeMonths } : {}),
            ...(typeof disputeDays === 'number' ? { disputeDays } : {}),
            ...(typeof spikePercent === 'number' ? { spikePercent } : {}),
          });
    return toPayload(result, async ({ frameworkId }) => ({
      framework: await read((tx) => loadFramework(tx, this.catalogue, frameworkId)),
    }));
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { CreateOffering, ReadCatalogue, type VatTreatment } from '#libs/catalogue';
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
import { VatTreatmentEnum } from './enums.js';
import { loadOffering, OfferingType } from './offering.type.js';

@InputType({ description: 'A new offering of a lot.' })
export class OfferingCreateInput {
  @Field(() => ID, { description: 'The lot that it belongs to.' })
  lotId!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What it is, in a few sentences.' })
  summary!: string;

  @Field(() => [String], { description: 'What is included, 50 points at most.' })
  included!: string[];

  @Field(() => [String], { description: 'What is not included, 50 points at most.' })
  notIncluded!: string[];

  @Field(() => [String], { description: 'What the joining body has to do itself, 50 points at most.' })
  youMust!: string[];

  @Field(() => Boolean, { description: 'Whether personal data is processed.' })
  personalData!: boolean;

  @Field(() => VatTreatmentEnum, {
    nullable: true,
    description: 'How its charges are treated for VAT; needed before it is published.',
  })
  vatTreatment?: VatTreatment | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The offering that was added.' })
export class OfferingCreatePayload extends PayloadOf(
  'OfferingCreate',
  ['FIELD_REQUIRED', 'LIST_TOO_LONG', 'TEXT_INVALID', 'TEXT_TOO_LONG'],
  { idempotent: true },
) {
  @Field(() => OfferingType, { nullable: true, description: 'The offering; null when it was refused.' })
  offering!: OfferingType | null;
}

@Resolver()
export class OfferingCreateResolver {
  constructor(
    private readonly createOffering: CreateOffering,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => OfferingCreatePayload, {
    description:
      'Adds an offering to a lot, as a draft that only the lead authority sees. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async offeringCreate(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: OfferingCreateInput,
  ): Promise<OfferingCreatePayload> {
    const { lotId, vatTreatment = null, ...rest } = input;
    const result = await this.createOffering.execute(actor, {
      ...rest,
      vatTreatment,
      lotId: readId('lot', lotId),
    });
    return toPayload(result, async ({ offeringId }) => ({
      offering: await read((tx) => loadOffering(tx, this.catalogue, offeringId)),
    }));
  }
}

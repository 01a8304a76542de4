import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadBrand, SetBrand } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, Requires, toPayload, type Read } from '../graphql/index.js';
import { BrandType, toBrand } from './brand.type.js';

@InputType({ description: 'How the lead authority looks on its pages from now on.' })
export class LeadAuthorityBrandSetInput {
  @Field(() => String, { description: 'The name that pages show, up to 100 characters.' })
  displayName!: string;

  @Field(() => String, {
    description: 'The colour as # and 6 hex digits, with a contrast of at least 4.5 to 1 against white.',
  })
  colour!: string;
}

@ObjectType({ description: 'The brand of the lead authority.' })
export class LeadAuthorityBrandSetPayload extends PayloadOf('LeadAuthorityBrandSet', [
  'COLOUR_CONTRAST',
  'COLOUR_FORMAT',
  'FIELD_REQUIRED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => BrandType, { nullable: true, description: 'The brand; null when it was refused.' })
  brand!: BrandType | null;
}

@Resolver()
export class LeadAuthorityBrandSetResolver {
  constructor(
    private readonly setBrand: SetBrand,
    private readonly brands: ReadBrand,
  ) {}

  @Mutation(() => LeadAuthorityBrandSetPayload, {
    description: 'Sets the name and the colour of the pages of the lead authority. Needs brand:edit.',
  })
  @Requires('brand:edit')
  async leadAuthorityBrandSet(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: LeadAuthorityBrandSetInput,
  ): Promise<LeadAuthorityBrandSetPayload> {
    return toPayload(await this.setBrand.execute(actor, input), async ({ leadId }) => {
      const brand = await read((tx) => this.brands.byLead(tx, leadId));
      return { brand: brand && toBrand(brand) };
    });
  }
}

import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadBrand } from '#libs/directory';
import { Public, Reader, readId, type Read } from '../graphql/index.js';
import { BrandType, toBrand } from './brand.type.js';

@Resolver()
export class BrandResolver {
  constructor(private readonly brands: ReadBrand) {}

  @Query(() => BrandType, {
    nullable: true,
    description:
      'The brand of a lead authority, or of the only one there is; null when none was set, or none is meant. Public.',
  })
  @Public()
  async brand(
    @Reader() read: Read,
    @Args('leadId', {
      type: () => ID,
      nullable: true,
      description: 'The lead authority; without it the only one there is.',
    })
    leadId?: string | null,
  ): Promise<BrandType | null> {
    const id = leadId === undefined || leadId === null ? null : readId('body', leadId);
    const brand = await read((tx) => (id === null ? this.brands.ofOnlyLead(tx) : this.brands.byLead(tx, id)));
    return brand && toBrand(brand);
  }
}

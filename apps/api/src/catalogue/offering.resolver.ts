import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { notFound, Public, Reader, readId, type Read } from '../graphql/index.js';
import { FrameworkType, loadFramework } from './framework.type.js';
import { loadOffering, OfferingType } from './offering.type.js';

@Resolver(() => OfferingType)
export class OfferingResolver {
  constructor(private readonly catalogue: ReadCatalogue) {}

  @Query(() => OfferingType, {
    description: 'An offering by its id: published, or a draft of the lead authority that asks. Public.',
  })
  @Public()
  async offering(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the offering.' }) id: string,
  ): Promise<OfferingType> {
    const offering = await read((tx) => loadOffering(tx, this.catalogue, readId('offering', id)));
    if (offering === null) throw notFound();
    return offering;
  }

  @ResolveField(() => FrameworkType, { description: 'The framework that it belongs to.' })
  async framework(@Parent() { frameworkId }: OfferingType, @Reader() read: Read): Promise<FrameworkType> {
    const framework = await read((tx) => loadFramework(tx, this.catalogue, frameworkId));
    if (framework === null) throw new Error('an offering without its framework');
    return framework;
  }
}

import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { ReadEstimate } from '#libs/membership';
import type { Actor } from '#libs/platform';
import { FrameworkType, loadFramework } from '../catalogue/framework.type.js';
import { BodyType, toBody } from '../directory/body.type.js';
import { CurrentActor, notFound, Public, Reader, readId, type Read } from '../graphql/index.js';
import { EstimateType, toEstimate } from './estimate.type.js';

@Resolver(() => EstimateType)
export class EstimateResolver {
  constructor(
    private readonly estimates: ReadEstimate,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => EstimateType, { description: 'An estimate by its id, for whoever has it. Public.' })
  @Public()
  async estimate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The id of the estimate.' }) id: string,
  ): Promise<EstimateType> {
    const estimate = await this.estimates.byId(readId('estimate', id), actor.identity.requestId);
    if (estimate === null) throw notFound();
    return toEstimate(estimate);
  }

  @ResolveField(() => FrameworkType, { description: 'The framework whose services it is for.' })
  async framework(@Parent() { frameworkId }: EstimateType, @Reader() read: Read): Promise<FrameworkType> {
    const framework = await read((tx) => loadFramework(tx, this.catalogue, frameworkId));
    if (framework === null) throw new Error('an estimate without its framework');
    return framework;
  }

  @ResolveField(() => BodyType, {
    nullable: true,
    description: 'The body that it was made for; null when nobody said.',
  })
  async body(@Parent() { bodyId }: EstimateType, @Reader() read: Read): Promise<BodyType | null> {
    if (bodyId === null) return null;
    return read(async (tx) => {
      const body = await this.bodies.byId(tx, bodyId);
      return body && toBody(body, tx.today);
    });
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { PublishFramework, ReadCatalogue } from '#libs/catalogue';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { FrameworkType, loadFramework } from './framework.type.js';

@InputType({ description: 'Which framework to publish.' })
export class FrameworkPublishInput {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;
}

@ObjectType({ description: 'The framework that was published.' })
export class FrameworkPublishPayload extends PayloadOf('FrameworkPublish', [
  'FRAMEWORK_INCOMPLETE',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => FrameworkType, { nullable: true, description: 'The framework; null when it was refused.' })
  framework!: FrameworkType | null;
}

@Resolver()
export class FrameworkPublishResolver {
  constructor(
    private readonly publishFramework: PublishFramework,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => FrameworkPublishPayload, {
    description:
      'Shows a framework, its lots and who may use it to everyone; the list of who may is fixed from then on. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async frameworkPublish(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: FrameworkPublishInput,
  ): Promise<FrameworkPublishPayload> {
    const result = await this.publishFramework.execute(actor, {
      frameworkId: readId('framework', input.frameworkId),
    });
    return toPayload(result, async ({ frameworkId }) => ({
      framework: await read((tx) => loadFramework(tx, this.catalogue, frameworkId)),
    }));
  }
}

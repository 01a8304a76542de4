import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { FindBody, OpenWorkspace } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Reader, readId, Requires, toPayload, type Read } from '../graphql/index.js';
import { BodyType, toBody } from './body.type.js';

@InputType({ description: 'Whose workspace to open.' })
export class WorkspaceOpenInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The body you work for; needed only when your email domain belongs to several.',
  })
  bodyId?: string | null;
}

@ObjectType({ description: 'The workspace that was opened.' })
export class WorkspaceOpenPayload extends PayloadOf('WorkspaceOpen', [
  'ALREADY_MEMBER',
  'BODY_ABOLISHED',
  'BODY_ABOLISHED_NO_SUCCESSOR',
  'BODY_CHOICE_REQUIRED',
  'DOMAIN_BELONGS_TO_OTHER',
  'DOMAIN_NOT_CONFIRMED',
  'EMAIL_NOT_PUBLIC_SECTOR',
]) {
  @Field(() => BodyType, {
    nullable: true,
    description: 'The body whose workspace it is; null when it was refused.',
  })
  body!: BodyType | null;
}

@Resolver()
export class WorkspaceOpenResolver {
  constructor(
    private readonly openWorkspace: OpenWorkspace,
    private readonly find: FindBody,
  ) {}

  @Mutation(() => WorkspaceOpenPayload, {
    description:
      'Opens the workspace of the body you work for and makes you its administrator. Needs session:use.',
  })
  @Requires('session:use')
  async workspaceOpen(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { bodyId }: WorkspaceOpenInput,
  ): Promise<WorkspaceOpenPayload> {
    const wanted = bodyId === undefined || bodyId === null ? null : readId('body', bodyId);
    return toPayload(await this.openWorkspace.execute(actor, { bodyId: wanted }), async (opened) => ({
      body: await read(async (tx) => {
        const body = await this.find.byId(tx, opened.bodyId);
        return body && toBody(body, tx.today);
      }),
    }));
  }
}

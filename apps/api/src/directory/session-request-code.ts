import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { codeMinutes, RequestCode } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { CurrentActor, PayloadOf, Public, toPayload } from '../graphql/index.js';

@InputType({ description: 'Who wants to sign in.' })
export class SessionRequestCodeInput {
  @Field(() => String, { description: 'A work email address at a public body.' })
  email!: string;
}

@ObjectType({ description: 'The same answer whether or not anyone with the address has signed in before.' })
export class SessionRequestCodePayload extends PayloadOf('SessionRequestCode', [
  'CODE_TOO_MANY_REQUESTS',
  'EMAIL_FORMAT',
  'EMAIL_NOT_PUBLIC_SECTOR',
]) {
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes the code can be used; null when it was refused.',
  })
  minutes!: number | null;
}

@Resolver()
export class SessionRequestCodeResolver {
  constructor(private readonly requestCode: RequestCode) {}

  @Mutation(() => SessionRequestCodePayload, {
    description: 'Sends a one-time sign-in code to a work email address. Ends the code sent before. Public.',
  })
  @Public()
  async sessionRequestCode(
    @CurrentActor() actor: Actor,
    @Args('input') input: SessionRequestCodeInput,
  ): Promise<SessionRequestCodePayload> {
    const result = await this.requestCode.execute(input, actor.identity.requestId);
    return toPayload(result, () => ({ minutes: codeMinutes }));
  }
}

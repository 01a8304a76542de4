import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddBody, FindBody } from '#libs/directory';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { BodyType, toBody } from './body.type.js';

@InputType({ description: 'A public body that the register lacks.' })
export class BodyAddInput {
  @Field(() => String, { description: 'Its full name.' })
  name!: string;

  @Field(() => String, { description: 'The kind of body, such as "Academy trust".' })
  type!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A code of its own, such as an ODS code or URN, if it has one.',
  })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'Its GSS code, if it has one.' })
  gss?: string | null;

  @Field(() => String, { nullable: true, description: 'The nation that it lies in.' })
  nation?: string | null;

  @Field(() => String, { nullable: true, description: 'The region that it lies in.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the county council around it.' })
  countyCode?: string | null;

  @Field(() => [String], {
    defaultValue: [],
    description:
      'Email domains that this body alone uses, 10 at most: whoever has an address there works for it.',
  })
  emailDomains!: string[];

  @Field(() => String, { description: 'Why it is a public body that belongs in the register.' })
  reason!: string;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The body that was added.' })
export class BodyAddPayload extends PayloadOf(
  'BodyAdd',
  [
    'BODY_EXISTS',
    'DOMAIN_BELONGS_TO_OTHER',
    'DOMAIN_FORMAT',
    'DOMAIN_TOO_WIDE',
    'EVIDENCE_REASON_REQUIRED',
    'FIELD_REQUIRED',
    'LIST_TOO_LONG',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => BodyType, { nullable: true, description: 'The body; null when it was refused.' })
  body!: BodyType | null;
}

@Resolver()
export class BodyAddResolver {
  constructor(
    private readonly addBody: AddBody,
    private readonly find: FindBody,
  ) {}

  @Mutation(() => BodyAddPayload, {
    description: 'Adds a public body that the register lacks. Needs body:add.',
  })
  @Requires('body:add')
  async bodyAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: BodyAddInput,
  ): Promise<BodyAddPayload> {
    const result = await this.addBody.execute(actor, {
      ...input,
      code: input.code ?? null,
      gss: input.gss ?? null,
      nation: input.nation ?? null,
      region: input.region ?? null,
      countyCode: input.countyCode ?? null,
    });
    return toPayload(result, async ({ bodyId }) => ({
      body: await read(async (tx) => {
        const body = await this.find.byId(tx, bodyId);
        return body && toBody(body, tx.today);
      }),
    }));
  }
}

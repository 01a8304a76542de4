import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AddLot, ReadCatalogue } from '#libs/catalogue';
import { err, parsePence, refuse } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { LotType, toLot } from './lot.type.js';

@InputType({ description: 'A new lot of a framework.' })
export class LotAddInput {
  @Field(() => ID, { description: 'The framework, which must be a draft.' })
  frameworkId!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The most that one direct award may be worth, in pounds; no limit unless given.',
  })
  directAwardLimit?: string | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The lot that was added.' })
export class LotAddPayload extends PayloadOf(
  'LotAdd',
  [
    'AMOUNT_FORMAT',
    'FIELD_REQUIRED',
    'LOTS_TOO_MANY',
    'STATE_NOT_ALLOWED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => LotType, { nullable: true, description: 'The lot; null when it was refused.' })
  lot!: LotType | null;
}

@Resolver()
export class LotAddResolver {
  constructor(
    private readonly addLot: AddLot,
    private readonly catalogue: ReadCatalogue,
  ) {}

  @Mutation(() => LotAddPayload, {
    description: 'Adds a lot to a framework that is a draft. Needs catalogue:edit.',
  })
  @Requires('catalogue:edit')
  async lotAdd(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { frameworkId, title, directAwardLimit = null, idempotencyKey }: LotAddInput,
  ): Promise<LotAddPayload> {
    const limit = directAwardLimit === null ? null : parsePence(directAwardLimit);
    const result =
      directAwardLimit !== null && limit === null
        ? err(refuse('AMOUNT_FORMAT', { field: 'The direct award limit' }, ['directAwardLimit']))
        : await this.addLot.execute(actor, {
            frameworkId: readId('framework', frameworkId),
            title,
            directAwardLimitPence: limit,
            idempotencyKey,
          });
    return toPayload(result, async ({ lotId }) => {
      const lot = await read((tx) => this.catalogue.lot(tx, lotId));
      return { lot: lot && toLot(lot) };
    });
  }
}

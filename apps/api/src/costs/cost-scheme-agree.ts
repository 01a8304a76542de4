import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { AgreeCostScheme, ReadCosts } from '#libs/costs';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { CostSchemeType } from './cost-scheme.type.js';
import { loadSchemeById } from './load-scheme.js';

@InputType({ description: 'Which version to agree.' })
export class CostSchemeAgreeInput {
  @Field(() => ID, { description: 'The version; its shares never change.' })
  costSchemeId!: string;
}

@ObjectType({ description: 'The version that was agreed.' })
export class CostSchemeAgreePayload extends PayloadOf('CostSchemeAgree', [
  'SELF_APPROVAL',
  'STATE_NOT_ALLOWED',
]) {
  @Field(() => CostSchemeType, { nullable: true, description: 'The version; null when it was refused.' })
  costScheme!: CostSchemeType | null;
}

@Resolver()
export class CostSchemeAgreeResolver {
  constructor(
    private readonly agree: AgreeCostScheme,
    readonly costs: ReadCosts,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CostSchemeAgreePayload, {
    description:
      'Agrees the newest version of a year, which you did not propose; every share is then recorded. Needs cost:agree.',
  })
  @Requires('cost:agree')
  async costSchemeAgree(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CostSchemeAgreeInput,
  ): Promise<CostSchemeAgreePayload> {
    const command = { costSchemeId: readId('costScheme', input.costSchemeId) };
    return toPayload(await this.agree.execute(caller.actor, command), async ({ costSchemeId }) => ({
      costScheme: await read((tx) => loadSchemeById(tx, this, costSchemeId, caller)),
    }));
  }
}

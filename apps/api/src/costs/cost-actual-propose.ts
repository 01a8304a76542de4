import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { ProposeActual, ReadCosts, type Settlement } from '#libs/costs';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { CostMemberInput, toEntered } from './cost-member.input.js';
import { CostSchemeType } from './cost-scheme.type.js';
import { CostSettlementEnum } from './enums.js';
import { loadSchemeById } from './load-scheme.js';

@InputType({ description: 'What a service did cost in a year that is over.' })
export class CostActualProposeInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The financial year, such as 2026/27.' })
  year!: string;

  @Field(() => DecimalScalar, { description: 'The cost in pounds, without what the year before carried on.' })
  cost!: string;

  @Field(() => CostSettlementEnum, { description: 'What becomes of the difference.' })
  settlement!: Settlement;

  @Field(() => ID, {
    nullable: true,
    description: 'For a driver: a meter whose use in the year tells the figures, instead of entering them.',
  })
  driverMeterId?: string | null;

  @Field(() => [CostMemberInput], {
    defaultValue: [],
    description: 'For a driver: the actual figures, one for every member of the year. Fixed shares stay.',
  })
  members!: CostMemberInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The version that waits to be agreed.' })
export class CostActualProposePayload extends PayloadOf(
  'CostActualPropose',
  [
    'AMOUNT_FORMAT',
    'APPORTION_SUM',
    'COST_ESTIMATE_MISSING',
    'COST_NO_MEMBERS',
    'COST_YEAR_FORMAT',
    'COST_YEAR_NOT_ENDED',
    'DAMPING_IMPOSSIBLE',
    'DRIVER_METER',
    'FIELD_REQUIRED',
    'POPULATION_UNKNOWN',
    'SHARES_ALL_ZERO',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => CostSchemeType, { nullable: true, description: 'The version; null when it was refused.' })
  costScheme!: CostSchemeType | null;
}

@Resolver()
export class CostActualProposeResolver {
  constructor(
    private readonly propose: ProposeActual,
    readonly costs: ReadCosts,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CostActualProposePayload, {
    description:
      'Proposes what a service did cost in a year and what becomes of the difference. Somebody else agrees it. Needs cost:propose.',
  })
  @Requires('cost:propose')
  async costActualPropose(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CostActualProposeInput,
  ): Promise<CostActualProposePayload> {
    const { driverMeterId = null } = input;
    const result = await this.propose.execute(caller.actor, {
      ...{ year: input.year, cost: input.cost, settlement: input.settlement },
      idempotencyKey: input.idempotencyKey,
      offeringId: readId('offering', input.offeringId),
      driverMeterId: driverMeterId === null ? null : readId('meter', driverMeterId),
      members: input.members.map(toEntered),
    });
    return toPayload(result, async ({ costSchemeId }) => ({
      costScheme: await read((tx) => loadSchemeById(tx, this, costSchemeId, caller)),
    }));
  }
}

import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { ProposeEstimate, ReadCosts, type Basis } from '#libs/costs';
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
import { CostBasisEnum } from './enums.js';
import { loadSchemeById } from './load-scheme.js';

@InputType({ description: 'What a service is expected to cost in a year, and how that is shared.' })
export class CostEstimateProposeInput {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The financial year, such as 2026/27.' })
  year!: string;

  @Field(() => DecimalScalar, { description: 'The cost in pounds, without what the year before carries on.' })
  cost!: string;

  @Field(() => CostBasisEnum, { description: 'What the shares follow from.' })
  basis!: Basis;

  @Field(() => String, {
    nullable: true,
    description:
      'For a driver: what the figures count, such as Calls answered. A meter is named by its own title.',
  })
  driver?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'For a driver: a meter whose use in the year before tells the figures, instead of entering them.',
  })
  driverMeterId?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "By how many per cent of last year's share a share may change; null for any.",
  })
  dampingPercent?: string | null;

  @Field(() => DecimalScalar, {
    defaultValue: '3',
    description:
      'Actual shares take the place of the estimated ones when one of them is further off than so many percentage points.',
  })
  tolerancePoints!: string;

  @Field(() => [CostMemberInput], {
    defaultValue: [],
    description: 'Fixed shares or figures, one for every member of the year; nothing for other bases.',
  })
  members!: CostMemberInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The version that waits to be agreed.' })
export class CostEstimateProposePayload extends PayloadOf(
  'CostEstimatePropose',
  [
    'AMOUNT_FORMAT',
    'APPORTION_SUM',
    'COST_NO_MEMBERS',
    'COST_YEAR_FORMAT',
    'COST_YEAR_SETTLED',
    'DAMPING_IMPOSSIBLE',
    'DRIVER_METER',
    'FIELD_REQUIRED',
    'POPULATION_UNKNOWN',
    'SHARES_ALL_ZERO',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_BIG',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => CostSchemeType, { nullable: true, description: 'The version; null when it was refused.' })
  costScheme!: CostSchemeType | null;
}

@Resolver()
export class CostEstimateProposeResolver {
  constructor(
    private readonly propose: ProposeEstimate,
    readonly costs: ReadCosts,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CostEstimateProposePayload, {
    description:
      'Proposes what a service is expected to cost in a year and works out every share. Somebody else agrees it. Needs cost:propose.',
  })
  @Requires('cost:propose')
  async costEstimatePropose(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: CostEstimateProposeInput,
  ): Promise<CostEstimateProposePayload> {
    const { driver = null, dampingPercent = null, driverMeterId = null } = input;
    const result = await this.propose.execute(caller.actor, {
      ...{ year: input.year, cost: input.cost, basis: input.basis, driver, dampingPercent },
      ...{ tolerancePoints: input.tolerancePoints, idempotencyKey: input.idempotencyKey },
      offeringId: readId('offering', input.offeringId),
      driverMeterId: driverMeterId === null ? null : readId('meter', driverMeterId),
      members: input.members.map(toEntered),
    });
    return toPayload(result, async ({ costSchemeId }) => ({
      costScheme: await read((tx) => loadSchemeById(tx, this, costSchemeId, caller)),
    }));
  }
}

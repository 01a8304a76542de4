import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AwardCallOff, ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  LocalDateScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { CallOffType, loadCallOffs } from './call-off.type.js';

@InputType({ description: 'How many units of what is not metered.' })
export class CallOffItemInput {
  @Field(() => ID, { description: 'The meter, charged each month or once.' })
  meterId!: string;

  @Field(() => DecimalScalar, { description: 'Units: more than 0, up to 9 digits and 4 decimal places.' })
  units!: string;
}

@InputType({ description: 'Which service to award, for how long and how much.' })
export class CallOffAwardInput {
  @Field(() => ID, { description: 'The offering, which an approved opt-in of your body must have chosen.' })
  offeringId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the term, no more than 3 months ago.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day of the term.' })
  endsOn!: LocalDate;

  @Field(() => DecimalScalar, {
    description: 'What it is estimated to be worth over its term, in pounds without VAT.',
  })
  value!: string;

  @Field(() => [CallOffItemInput], {
    defaultValue: [],
    description: 'Units of what the offering charges each month or once; one unit of each that is left out.',
  })
  items!: CallOffItemInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The call-off that was awarded.' })
export class CallOffAwardPayload extends PayloadOf(
  'CallOffAward',
  [
    'AGREEMENT_UNSIGNED',
    'AMOUNT_FORMAT',
    'BODY_ABOLISHED',
    'BODY_ABOLISHED_NO_SUCCESSOR',
    'BODY_NOT_ELIGIBLE',
    'CALLOFF_NOT_OPTED_IN',
    'CALLOFF_OVERLAP',
    'CEILING_EXCEEDED',
    'DECISION_IN_CALL_IN',
    'DECISION_MISSING',
    'DPA_MISSING',
    'ELIGIBILITY_NEEDS_EVIDENCE',
    'END_BEFORE_START',
    'FRAMEWORK_EXPIRED',
    'FRAMEWORK_NOT_LIVE',
    'LOT_CLOSED',
    'OPTIN_NOT_APPROVED',
    'START_IN_PAST',
    'TERM_OVER_MAXIMUM',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
    'UNITS_METERED',
    'UNITS_TWICE',
    'VALUE_OVER_ROUTE_LIMIT',
  ],
  { idempotent: true },
) {
  @Field(() => CallOffType, { nullable: true, description: 'The call-off; null when it was refused.' })
  callOff!: CallOffType | null;
}

@Resolver()
export class CallOffAwardResolver {
  constructor(
    private readonly award: AwardCallOff,
    private readonly reader: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => CallOffAwardPayload, {
    description: 'Awards a call-off to your own body by direct award. Needs callOff:award.',
  })
  @Requires('callOff:award')
  async callOffAward(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: CallOffAwardInput,
  ): Promise<CallOffAwardPayload> {
    const offeringId = readId('offering', input.offeringId);
    const items = input.items.map(({ meterId, units }) => ({ meterId: readId('meter', meterId), units }));
    return toPayload(
      await this.award.execute(actor, { ...input, offeringId, items }),
      async ({ callOffId }) => {
        const [callOff] = await read(async (tx) =>
          loadCallOffs(tx, this, await this.reader.byIds(tx, [callOffId])),
        );
        return { callOff: callOff ?? null };
      },
    );
  }
}

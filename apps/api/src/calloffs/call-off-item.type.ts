import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CallOffItem } from '#libs/calloffs';
import type { Meter } from '#libs/catalogue';
import { toPublicId, type ChargeKind, type ChargeTiming } from '#libs/kernel';
import { ChargeKindEnum, ChargeTimingEnum } from '../catalogue/enums.js';
import { DecimalScalar } from '../graphql/index.js';

@ObjectType('CallOffItem', { description: 'What a call-off takes of something that is not metered.' })
export class CallOffItemType {
  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'One of it, such as licence.' })
  unit!: string;

  @Field(() => ChargeKindEnum, { description: 'What makes it due.' })
  charge!: ChargeKind;

  @Field(() => ChargeTimingEnum, { description: 'When a month of it is billed.' })
  timing!: ChargeTiming;

  @Field(() => DecimalScalar, { description: 'How many units, by the revision as it stands.' })
  units!: string;
}

/** Everything that an offering does not meter; of what a call-off does not name it takes one unit. */
export const toCallOffItems = (
  meters: readonly Meter[],
  items: readonly CallOffItem[],
): readonly CallOffItemType[] =>
  meters
    .filter(({ charge }) => charge !== 'USAGE')
    .map(({ id, title, unit, charge, timing }) => ({
      ...{ meterId: toPublicId('meter', id), title, unit, charge, timing },
      units: items.find(({ meterId }) => meterId === id)?.units.toDecimalString() ?? '1',
    }));

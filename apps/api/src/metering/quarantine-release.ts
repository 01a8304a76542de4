import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ListQuarantine, ReleaseQuarantine } from '#libs/metering';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DateTimeScalar,
  DecimalScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { QuarantinedUsageType, toQuarantinedUsage } from './quarantine.type.js';

@InputType({ description: 'Which usage to release from quarantine, and what to put right in it.' })
export class QuarantineReleaseInput {
  @Field(() => ID, { description: 'The usage in quarantine.' })
  quarantineId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The call-off that it is for; left out, the event says it.',
  })
  callOffId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the right meter; left out, as it was sent.',
  })
  meterCode?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The right quantity; left out, as it was sent.',
  })
  quantity?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The right time; left out, as it was sent.' })
  time?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, for whoever looks at it later.' })
  note?: string | null;
}

@ObjectType({ description: 'The usage that was released.' })
export class QuarantineReleasePayload extends PayloadOf('QuarantineRelease', [
  'QUANTITY_NEGATIVE',
  'QUARANTINE_STILL_REFUSED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
  'USAGE_EVENT_INVALID',
]) {
  @Field(() => QuarantinedUsageType, {
    nullable: true,
    description: 'The usage as it stands now; null when it was refused.',
  })
  quarantined!: QuarantinedUsageType | null;
}

@Resolver()
export class QuarantineReleaseResolver {
  constructor(
    private readonly release: ReleaseQuarantine,
    private readonly list: ListQuarantine,
  ) {}

  @Mutation(() => QuarantineReleasePayload, {
    description:
      'Releases usage from quarantine, as it is or put right, so that it counts. Needs quarantine:resolve.',
  })
  @Requires('quarantine:resolve')
  async quarantineRelease(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: QuarantineReleaseInput,
  ): Promise<QuarantineReleasePayload> {
    const result = await this.release.execute(actor, {
      quarantineId: readId('quarantine', input.quarantineId),
      callOffId: input.callOffId ? readId('callOff', input.callOffId) : null,
      meterCode: input.meterCode ?? null,
      quantity: input.quantity ?? null,
      time: input.time ?? null,
      note: input.note ?? null,
    });
    return toPayload(result, async ({ quarantineId }) => {
      const row = await read((tx) => this.list.find(tx, quarantineId));
      return { quarantined: row && toQuarantinedUsage(row) };
    });
  }
}

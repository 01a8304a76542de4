import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApproveLateUsage, ReadLateUsage } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { FindBody } from '#libs/directory';
import {
  CurrentCaller,
  DecimalScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { LateUsageType } from './late-usage.type.js';
import { loadLateUsage } from './load-late-usage.js';

@InputType({ description: 'Which late use may be billed, and why.' })
export class LateUsageApproveInput {
  @Field(() => ID, { description: 'The late use.' })
  lateUsageId!: string;

  @Field(() => DecimalScalar, {
    description: 'What you saw it come to, in pounds without VAT: it is refused when more came since.',
  })
  net!: string;

  @Field(() => String, { description: 'Why it is right to bill it now. 1,000 characters at most.' })
  reason!: string;
}

@ObjectType({ description: 'The late use.' })
export class LateUsageApprovePayload extends PayloadOf('LateUsageApprove', [
  'CONTENT_CHANGED',
  'FIELD_REQUIRED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => LateUsageType, { nullable: true, description: 'The late use; null when it was refused.' })
  lateUsage!: LateUsageType | null;
}

@Resolver()
export class LateUsageApproveResolver {
  constructor(
    private readonly action: ApproveLateUsage,
    readonly late: ReadLateUsage,
    readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
  ) {}

  @Mutation(() => LateUsageApprovePayload, {
    description:
      'Approves that use which came late is billed: by the next run, or by one that is prepared again. Needs lateUsage:approve.',
  })
  @Requires('lateUsage:approve')
  async lateUsageApprove(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') { lateUsageId, net, reason }: LateUsageApproveInput,
  ): Promise<LateUsageApprovePayload> {
    const id = readId('lateUsage', lateUsageId);
    return toPayload(await this.action.execute(caller.actor, { lateUsageId: id, net, reason }), () =>
      read(async (tx) => {
        const found = await this.late.byId(tx, id);
        const [lateUsage] = found === null ? [] : await loadLateUsage(tx, this, caller, [found]);
        return { lateUsage: lateUsage ?? null };
      }),
    );
  }
}

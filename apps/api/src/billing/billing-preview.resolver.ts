import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ExplainBill, PreviewBill, type Member } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { monthLabel, parseMonth, refuse } from '#libs/kernel';
import type { Actor, Tx } from '#libs/platform';
import {
  CurrentActor,
  notFound,
  Reader,
  readId,
  refused,
  Requires,
  Shows,
  type Read,
  type Show,
} from '../graphql/index.js';
import { BillPreviewType, toPreview } from './billing-preview.type.js';

@ArgsType()
class BillingPreviewArgs {
  @Field(() => String, { description: 'The month, as YYYY-MM; one that has begun.' })
  month!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'For a lead authority: the member. For a member: nothing.',
  })
  memberId?: string | null;
}

@Resolver()
export class BillingPreviewResolver {
  constructor(
    private readonly preview: PreviewBill,
    private readonly explain: ExplainBill,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => [BillPreviewType], {
    description:
      'What a run of the month would draft now: for your body, one for each lead authority; for a lead authority, of the member named. Needs billing:preview.',
  })
  @Requires('billing:preview')
  async billingPreview(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: BillingPreviewArgs,
  ): Promise<BillPreviewType[]> {
    const month = parseMonth(args.month);
    if (month === null) throw refused(refuse('MONTH_FORMAT', {}, ['month']));
    const memberId = args.memberId ? readId('body', args.memberId) : null;
    return read(async (tx) => {
      const members = await this.membersFor(tx, actor, memberId);
      show(
        'BILLING_PREVIEW',
        members.map(({ tenantId }) => ({ tenantId, reference: monthLabel(month) })),
      );
      const bodies = await this.bodies.byIds(
        tx,
        members.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
      );
      const previews: BillPreviewType[] = [];
      for (const member of members) {
        const preview = await this.preview.within(tx, member, month);
        const bridge = preview.ok ? await this.explain.preview(tx, preview.value) : null;
        previews.push(toPreview(member, month, preview, bridge, bodies));
      }
      return previews;
    });
  }

  private async membersFor(tx: Tx, actor: Actor, memberId: string | null): Promise<readonly Member[]> {
    const { bodyId, capacity } = actor.identity;
    if (bodyId === null) throw notFound();
    if (capacity !== 'LEAD') {
      if (memberId !== null && memberId !== bodyId) throw notFound();
      const leads = await this.preview.leadsOf(tx, bodyId);
      return leads.map((leadId) => ({ tenantId: bodyId, leadId }));
    }
    if (memberId === null) throw refused(refuse('FIELD_REQUIRED', { field: 'the member' }, ['memberId']));
    if (!(await this.preview.isMember(tx, { tenantId: memberId, leadId: bodyId }))) throw notFound();
    return [{ tenantId: memberId, leadId: bodyId }];
  }
}

import { Get, Param, Query } from '@nestjs/common';
import { formatPence } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthShown } from '../../../formats/months.js';
import { words } from './en.js';
import { netByCallOff, pence } from '../_charges/charges-of.js';
import { CallOff, CallOffTerms, type CallOffQuery, type CallOffTermsQuery } from './operations.generated.js';

/** One contract: what it costs, why it was lawful, its purchase orders, and how it is left. */
@Page({ path: '/call-offs/:id', access: 'callOff:read', under: '/call-offs' })
export class CallOffPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('after') after: unknown,
  ): Promise<Answer> {
    const month = monthShown(undefined, { today: visit.today });
    const cursor = cursorIn(after);
    const { callOff } = await this.api.ask(visit, CallOff, { id, after: cursor });
    const { framework, offering, billingPreview, discounts } = await this.api.ask(visit, CallOffTerms, {
      callOffId: id,
      frameworkId: callOff.frameworkId,
      offeringId: callOff.offeringId,
      month: month.label,
      memberId: visit.isLead ? callOff.memberId : null,
      mayPreview: visit.may('billing:preview'),
    });
    const { ceiling, committedAfter } = callOff.complianceRecord;
    return show({
      title: callOff.offeringTitle,
      callOff,
      framework,
      month,
      charges: chargesOf(callOff, billingPreview),
      ceilingLeft: formatPence(pence(ceiling.amount) - pence(committedAfter.amount)),
      discounts: discounts.edges.map(({ node }) => node),
      splits: splitsOf(callOff, offering.meters),
      orders: callOff.purchaseOrders.edges.map(({ node }) => node),
      ordersPage: callOff.purchaseOrders.pageInfo,
      isFirst: cursor === null,
    });
  }
}

/** Each split with the name of its meter, the newest month first. */
const splitsOf = (
  { costSplits }: CallOffQuery['callOff'],
  meters: CallOffTermsQuery['offering']['meters'],
): readonly object[] =>
  [...costSplits].reverse().map((split) => ({
    ...split,
    meter: meters.find(({ id }) => id === split.meterId)?.title ?? null,
    words: split.shares.map(words.share),
  }));

interface Charges {
  readonly net: string;
  readonly holds: readonly string[];
}

/** What the call-off comes to this month so far, or why that cannot be said; null for whoever may not ask. */
const chargesOf = (
  { id, leadId }: CallOffQuery['callOff'],
  previews: CallOffTermsQuery['billingPreview'],
): Charges | null => {
  const preview = previews?.find((each) => each.leadId === leadId);
  if (preview === undefined) return null;
  return {
    net: netByCallOff(preview.lines).get(id) ?? '0.00',
    holds: preview.holds.map(({ message }) => message),
  };
};

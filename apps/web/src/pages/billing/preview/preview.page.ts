import { Get, Query } from '@nestjs/common';
import { addMonths, monthLabel, monthOf, parseMonth } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { money } from '../../../formats/money.js';
import { monthChoices } from '../../../formats/month-choices.js';
import { show, showAgain, type Answer } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { withMore } from '../_bridge/bridge-rows.js';
import { words } from './en.js';
import { BillPreviews, ChoicesOfPreview, type BillPreviewsQuery } from './operations.generated.js';

type Preview = BillPreviewsQuery['billingPreview'][number];

/** What a run would draft for a member now; for a member, what each of its lead authorities would. */
@Page({ path: '/billing/preview', access: 'billing:preview', under: '/billing' })
export class PreviewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query('member') member: unknown,
    @Query('month') asked: unknown,
  ): Promise<Answer> {
    const lastMonth = addMonths(monthOf(visit.today).start, -1);
    const period = parseMonth(asked) ?? monthOf(visit.isLead ? lastMonth : visit.today);
    const month = monthLabel(period);
    const choices = await this.choices(visit);
    const memberId = typeof member === 'string' && member !== '' ? member : null;
    const previews = visit.isLead && memberId === null ? [] : await this.previews(visit, month, memberId);
    // The form was sent without a choice.
    const isUnchosen = visit.isLead && member === '';
    const errors = isUnchosen ? FormErrors.one('member', words.chooseOne) : FormErrors.NONE;
    return (isUnchosen ? showAgain : show)({
      errors,
      form: { member: memberId ?? '', month },
      ...choices,
      previews: previews.map((preview) => ({
        ...preview,
        bridge: withMore(preview.bridge),
        name: visit.isLead ? preview.memberName : preview.leadName,
        warnings: preview.invoices.flatMap(({ warnings }) => warnings.map(({ message }) => message)),
        carriedWords: isNothing(preview.carried.amount) ? null : words.carried(money(preview.carried)),
        lateWords: isNothing(preview.late.amount) ? null : words.late(money(preview.late)),
        waitingWords: isNothing(preview.waiting.amount) ? null : words.waiting(money(preview.waiting)),
      })),
    });
  }

  /** The months, and for a lead authority its members. */
  private async choices(visit: Visit): Promise<{ months: readonly object[]; members: readonly object[] }> {
    const found = await this.api.ask(visit, ChoicesOfPreview, { members: visit.isLead });
    const nodes = found.callOffs?.edges.map(({ node }) => node) ?? [];
    const names = new Map(nodes.map(({ memberId, memberName }) => [memberId, memberName]));
    return {
      months: monthChoices(visit.today, { atMost: 13, from: found.firstCallOffStartsOn }),
      members: [...names]
        .map(([value, text]) => ({ value, text }))
        .sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
    };
  }

  private async previews(visit: Visit, month: string, memberId: string | null): Promise<readonly Preview[]> {
    const { billingPreview } = await this.api.ask(visit, BillPreviews, {
      month,
      memberId: visit.isLead ? memberId : null,
    });
    return billingPreview;
  }
}

const isNothing = (amount: string): boolean => /^-?0(\.0*)?$/.test(amount);

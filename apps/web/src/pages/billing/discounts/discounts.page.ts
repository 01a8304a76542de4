import { Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { DiscountApprove, DiscountDecline, Discounts } from './operations.generated.js';

/** What was agreed to be off members' charges, and what waits for somebody's approval. */
@Page({ path: '/discounts', access: 'billing:read', under: '/invoices' })
export class DiscountsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    return show(await this.modelOf(visit, cursorIn(asked)));
  }

  @Post(':id/approve')
  async approve(@TheVisit() visit: Visit, @Param('id') discountId: string): Promise<Answer> {
    const { discountApprove } = await this.api.ask(visit, DiscountApprove, { input: { discountId } });
    return this.after(visit, discountApprove.userErrors, 'approved');
  }

  @Post(':id/decline')
  async decline(@TheVisit() visit: Visit, @Param('id') discountId: string): Promise<Answer> {
    const { discountDecline } = await this.api.ask(visit, DiscountDecline, { input: { discountId } });
    return this.after(visit, discountDecline.userErrors, 'declined');
  }

  private async after(visit: Visit, userErrors: readonly UserError[], said: string): Promise<Answer> {
    const errors = FormErrors.of(userErrors);
    if (!errors.any) return seeOther('/discounts', said);
    return showAgain({ ...(await this.modelOf(visit, null)), form: {}, errors });
  }

  private async modelOf(visit: Visit, after: string | null): Promise<Model> {
    const { discounts } = await this.api.ask(visit, Discounts, { after });
    return {
      discounts: discounts.edges.map(({ node }) => node),
      pageInfo: discounts.pageInfo,
      isFirst: after === null,
    };
  }
}

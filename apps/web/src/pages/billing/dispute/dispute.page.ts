import { Body, Get, Param, Post } from '@nestjs/common';
import { formatPence } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { money } from '../../../formats/money.js';
import { penceOf } from '../../../formats/pence.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import {
  DecideDispute,
  DisputePage as Dispute,
  EscalateDispute,
  StartDisputeReview,
  WithdrawDispute,
  type DisputeDecision,
  type DisputeOutcome,
} from './operations.generated.js';

const FIELDS = ['decision', 'net', 'outcome', 'reason'];

/** A dispute with its history, the same for both sides; each sees what it may do next. */
@Page({ path: '/disputes/:id', access: 'invoice:read', under: '/invoices' })
export class DisputePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ ...(await this.modelOf(visit, id)), form: {} });
  }

  @Post('review')
  async review(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const input = { disputeId: id };
    const { disputeReviewStart } = await this.api.ask(visit, StartDisputeReview, { input });
    return this.after(visit, id, disputeReviewStart.userErrors, 'started');
  }

  @Post('decide')
  async decide(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const decision = chosen<DisputeDecision>(form['decision'], words.decisions);
    if (decision === null) {
      const errors = FormErrors.one('decision', words.unchosen);
      return showAgain({ ...(await this.modelOf(visit, id)), form, errors });
    }
    const typed = new TypedValues(form);
    const net = decision === 'PART_UPHELD' ? typed.decimal('net', { unreadable: words.partWrong }) : null;
    const { disputeDecide } = await this.api.ask(visit, DecideDispute, {
      input: {
        disputeId: id,
        decision,
        net,
        outcome: chosen<DisputeOutcome>(form['outcome'], words.outcomes),
        reason: form['reason'] ?? '',
      },
    });
    const errors = typed.errorsWith(disputeDecide.userErrors).inOrder(FIELDS);
    if (!errors.any) return seeOther(`/disputes/${id}`, 'decided');
    return showAgain({ ...(await this.modelOf(visit, id)), form, errors });
  }

  @Post('withdraw')
  async withdraw(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { disputeWithdraw } = await this.api.ask(visit, WithdrawDispute, { input: { disputeId: id } });
    return this.after(visit, id, disputeWithdraw.userErrors, 'withdrawn');
  }

  @Post('escalate')
  async escalate(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { disputeId: id, reason: form['reason'] ?? '' };
    const { disputeEscalate } = await this.api.ask(visit, EscalateDispute, { input });
    return this.after(visit, id, disputeEscalate.userErrors, 'escalated', form);
  }

  private async after(
    visit: Visit,
    id: string,
    userErrors: readonly UserError[],
    said: string,
    form: Typed = {},
  ): Promise<Answer> {
    const errors = FormErrors.of(userErrors);
    if (!errors.any) return seeOther(`/disputes/${id}`, said);
    return showAgain({ ...(await this.modelOf(visit, id)), form, errors });
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { dispute } = await this.api.ask(visit, Dispute, { id });
    return {
      title: words.titleOf(words.kinds[dispute.kind], dispute.lineNumber, dispute.invoiceNumber),
      dispute,
      stake: money(formatPence(penceOf(dispute.net) - penceOf(dispute.upheld))),
      hasUpheld: penceOf(dispute.upheld) > 0n,
    };
  }
}

/** One of the choices that the form offered; null when none was chosen. */
const chosen = <T extends string>(
  value: string | undefined,
  choices: Readonly<Record<T, unknown>>,
): T | null => (Object.keys(choices) as T[]).find((choice) => choice === value) ?? null;

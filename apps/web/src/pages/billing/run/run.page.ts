import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { monthName } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { monthOfDate } from '../../../formats/month-choices.js';
import { stageOfRun } from '../_runs/stage-of-run.js';
import { words } from './en.js';
import {
  ApproveRun,
  BillingRunPage,
  IssueRun,
  RetryRun,
  StopRun,
  type BillingRunPageQuery,
} from './operations.generated.js';

interface Failure {
  readonly documentId: string;
  readonly memberId: string;
  readonly message: string;
  readonly nextStep: string | null;
}

type RunMember = BillingRunPageQuery['billingRun']['members']['edges'][number]['node'];

/** A month's bills as one page: how far it is, what needs a person, the drafts, and their approval and issue. */
@Page({ path: '/billing/:id', access: 'billing:read', under: '/billing' })
export class RunPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('after') after: unknown,
  ): Promise<Answer> {
    return show(await this.modelOf(visit, id, cursorIn(after)));
  }

  @Post('approve')
  async approve(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('contentSha256') contentSha256 = '',
  ): Promise<Answer> {
    const { billingRunApprove } = await this.api.ask(visit, ApproveRun, {
      input: { billingRunId: id, contentSha256 },
    });
    const { userErrors, failures } = billingRunApprove;
    return this.answerTo(visit, id, { userErrors, failures: failures ?? [], said: 'approved' });
  }

  @Post('issue')
  async issue(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('idempotencyKey') idempotencyKey = '',
  ): Promise<Answer> {
    const { billingRunIssue } = await this.api.ask(visit, IssueRun, {
      input: { billingRunId: id, idempotencyKey },
    });
    const { userErrors, failures } = billingRunIssue;
    return this.answerTo(visit, id, { userErrors, failures: failures ?? [], said: 'issued' });
  }

  @Post('stop')
  async stop(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { billingRunStop } = await this.api.ask(visit, StopRun, { input: { billingRunId: id } });
    return this.answerTo(visit, id, { userErrors: billingRunStop.userErrors, failures: [], said: 'stopped' });
  }

  /** Of one member, or of all that are parked. */
  @Post('retry')
  async retry(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Body('memberId') memberId = '',
  ): Promise<Answer> {
    const { billingRunRetry } = await this.api.ask(visit, RetryRun, {
      input: { billingRunId: id, memberId: memberId === '' ? null : memberId },
    });
    return this.answerTo(visit, id, {
      userErrors: billingRunRetry.userErrors,
      failures: [],
      said: 'retried',
    });
  }

  /** On to the run when all went well; else the run with what was left undone, and why. */
  private async answerTo(
    visit: Visit,
    id: string,
    outcome: { userErrors: readonly UserError[]; failures: readonly Failure[]; said: string },
  ): Promise<Answer> {
    const { userErrors, failures, said } = outcome;
    if (userErrors.length + failures.length === 0) return seeOther(`/billing/${id}`, said);
    const model = await this.modelOf(visit, id, null);
    const some =
      failures.length > 0 ? FormErrors.one('', words.someFailed(failures.length)) : FormErrors.NONE;
    const errors = FormErrors.of(userErrors).and(some);
    const named = failures.map((failure) => ({
      ...failure,
      document: words.documentOf(failure.documentId, memberName(model, failure.memberId)),
    }));
    return showAgain({ ...model, form: model['form'] as object, failures: named, errors });
  }

  private async modelOf(visit: Visit, id: string, after: string | null): Promise<Model> {
    const asked = await this.api.ask(visit, BillingRunPage, { id, after });
    const { billingRun: run, invoices, creditNotes, quarantine, lateUsages, people } = asked;
    const notes = creditNotes.edges.map(({ node }) => node);
    const members = run.members.edges.map(({ node }) => node);
    return {
      title: words.titleOf(monthName(monthOfDate(run.period.start))),
      run,
      stage: stageOfRun(run, notes.filter(({ state }) => state === 'APPROVED').length),
      members,
      membersInAll: run.done + run.waiting + run.parked,
      toGo: words.toGo(run.secondsToGo),
      hasWarnings: invoices.edges.some(({ node }) => node.warnings.length > 0),
      hasReasons: members.some(({ reason }) => reason !== null),
      parked: members.filter(({ state }) => state === 'PARKED'),
      pageInfo: run.members.pageInfo,
      isFirst: after === null,
      invoices,
      notes,
      moreNotes: creditNotes.pageInfo.hasNextPage,
      held: { count: quarantine.edges.length, more: quarantine.pageInfo.hasNextPage },
      late: { count: lateUsages.edges.length, more: lateUsages.pageInfo.hasNextPage },
      preparedBy: nameOf(people, run.preparedById),
      form: { idempotencyKey: newKey() },
    };
  }
}

const memberName = ({ members }: Model, id: string): string =>
  (members as readonly RunMember[]).find(({ memberId }) => memberId === id)?.memberName ?? '';

const nameOf = (people: BillingRunPageQuery['people'], id: string): string =>
  people.edges.find(({ node }) => node.id === id)?.node.name ?? words.someone;

import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors, type UserError } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import {
  Approve,
  Decline,
  ReturnOptIn,
  StartReview,
  ToDecide,
  type ToDecideQuery,
} from './operations.generated.js';

type OptIn = ToDecideQuery['optIn'];

/** What becomes of an opt-in under review: each way has a page that says what will happen first. */
@Page({ path: '/reviews/:id', access: 'optIn:review', under: '/reviews' })
export class DecisionPage {
  constructor(private readonly api: Api) {}

  @Post('start')
  async start(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { optInId: id, version: versionIn(form) };
    const { optInReviewStart } = await this.api.ask(visit, StartReview, { input });
    return this.after(visit, { id, form, view: 'start', said: 'started' }, optInReviewStart.userErrors);
  }

  @Get('approve')
  askApprove(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'approve');
  }

  @Post('approve')
  async approve(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { optInId: id, version: versionIn(form) };
    const { optInApprove } = await this.api.ask(visit, Approve, { input });
    return this.after(visit, { id, form, view: 'approve', said: 'approved' }, optInApprove.userErrors);
  }

  @Get('return')
  askReturn(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'return');
  }

  @Post('return')
  async return(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const optIn = await this.read(visit, id);
    const questions = tasksOf(optIn).flatMap(({ task }) => {
      const question = form[task]?.trim() ?? '';
      return question === '' ? [] : [{ task, question }];
    });
    const input = { optInId: id, version: versionIn(form), questions };
    const { optInReturn } = await this.api.ask(visit, ReturnOptIn, { input });
    // The API counts the questions; the form has a box for each task.
    const rename = Object.fromEntries(
      questions.flatMap(({ task }, place) =>
        ['question', 'task'].map((part) => [`questions.${place}.${part}`, task]),
      ),
    );
    const first = tasksOf(optIn)[0]?.task ?? '';
    const names = { ...rename, questions: first };
    return this.after(visit, { id, form, view: 'return', said: 'returned', names }, optInReturn.userErrors);
  }

  @Get('decline')
  askDecline(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return this.ask(visit, id, 'decline');
  }

  @Post('decline')
  async decline(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { optInId: id, version: versionIn(form), reason: form['reason'] ?? '' };
    const { optInDecline } = await this.api.ask(visit, Decline, { input });
    return this.after(visit, { id, form, view: 'decline', said: 'declined' }, optInDecline.userErrors);
  }

  private async ask(visit: Visit, id: string, view: string): Promise<Answer> {
    const optIn = await this.read(visit, id);
    // Somebody else may have decided meanwhile: the review says what became of it.
    if (optIn.state !== 'SUBMITTED' && optIn.state !== 'UNDER_REVIEW') return seeOther(`/reviews/${id}`);
    return show({ optIn, tasks: tasksOf(optIn), form: { version: optIn.version } }, view);
  }

  private async after(
    visit: Visit,
    { id, form, view, said, names = {} }: Sent,
    userErrors: readonly UserError[],
  ): Promise<Answer> {
    const errors = FormErrors.of(userErrors, names);
    if (!errors.any) return seeOther(`/reviews/${id}`, said);
    const optIn = await this.read(visit, id);
    return showAgain({ optIn, tasks: tasksOf(optIn), form, errors }, view);
  }

  private async read(visit: Visit, id: string): Promise<OptIn> {
    return (await this.api.ask(visit, ToDecide, { id })).optIn;
  }
}

interface Sent {
  readonly id: string;
  readonly form: Typed;
  readonly view: string;
  readonly said: string;
  readonly names?: Readonly<Record<string, string>>;
}

const versionIn = (form: Typed): number => Number(form['version'] ?? 0) || 0;

const tasksOf = ({ tasks }: OptIn): OptIn['tasks'] => tasks.filter(({ state }) => state !== 'NOT_APPLICABLE');

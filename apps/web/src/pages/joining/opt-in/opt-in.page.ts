import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { answerRows } from '../_answers/answer-rows.js';
import { isToFollow, isWorkedOn, metersOf, progressOf, readOptIn, type OptIn } from '../_opt-in/opt-in.js';
import { taskAddress } from '../_opt-in/task-forms.js';
import { AgreementsOfMember, PauseOptIn, ResumeOptIn, WithdrawOptIn } from './operations.generated.js';
import { timelineOf } from './timeline.js';

interface Form {
  readonly version?: string;
}

/** An opt-in: its task list while the body works on it, and its record for everybody else and afterwards. */
@Page({ path: '/opt-ins/:id', access: 'optIn:read', under: '/opt-ins' })
export class OptInPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    const { model, view } = await this.look(id, visit);
    return show(model, view);
  }

  @Post('pause')
  async pause(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { optInPause } = await this.api.ask(visit, PauseOptIn, { input: inputOf(id, form) });
    return this.done(id, visit, FormErrors.of(optInPause.userErrors, { version: '' }), 'paused');
  }

  @Post('resume')
  async resume(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { optInResume } = await this.api.ask(visit, ResumeOptIn, { input: inputOf(id, form) });
    return this.done(id, visit, FormErrors.of(optInResume.userErrors, { version: '' }), 'resumed');
  }

  @Post('withdraw')
  async withdraw(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { optInWithdraw } = await this.api.ask(visit, WithdrawOptIn, { input: inputOf(id, form) });
    return this.done(id, visit, FormErrors.of(optInWithdraw.userErrors, { version: '' }), 'withdrawn');
  }

  private async done(id: string, visit: Visit, errors: FormErrors, said: string): Promise<Answer> {
    if (!errors.any) return seeOther(`/opt-ins/${id}`, said);
    const { model, view } = await this.look(id, visit);
    return showAgain({ ...model, form: {}, errors }, view);
  }

  private async look(id: string, visit: Visit): Promise<{ model: Model; view: string }> {
    const optIn = await readOptIn(this.api, visit, id);
    const isOurs = visit.may('optIn:edit');
    if (isOurs && (isWorkedOn(optIn) || optIn.state === 'PAUSED'))
      return { model: taskListOf(optIn), view: 'view' };
    return { model: await this.recordOf(optIn, visit, isOurs), view: 'record' };
  }

  private async recordOf(optIn: OptIn, visit: Visit, isOurs: boolean): Promise<Model> {
    const meters = await metersOf(this.api, visit, optIn);
    const sections = optIn.tasks.map((task) => ({
      task,
      rows: task.state === 'NOT_APPLICABLE' ? null : answerRows(task, meters),
    }));
    const approved = optIn.state === 'APPROVED' && !visit.isLead;
    const toFollow = approved && isOurs ? optIn.tasks.filter(isToFollow) : [];
    return {
      optIn,
      sections,
      timeline: timelineOf(optIn),
      agreement: approved ? await this.agreementOf(optIn, visit) : null,
      mayWithdraw: isOurs && (optIn.state === 'SUBMITTED' || optIn.state === 'UNDER_REVIEW'),
      mayAward: visit.may('callOff:award') && optIn.offerings.some(({ isOpen }) => isOpen),
      toFollow: toFollow.map(({ task, title }) => ({ title, href: taskAddress(optIn.id, task) })),
    };
  }

  private async agreementOf({ frameworkId }: OptIn, visit: Visit): Promise<object | null> {
    const { agreements } = await this.api.ask(visit, AgreementsOfMember, {});
    return agreements.edges.find(({ node }) => node.frameworkId === frameworkId)?.node ?? null;
  }
}

const inputOf = (optInId: string, { version }: Form): { optInId: string; version: number } => ({
  optInId,
  version: Number(version) || 0,
});

const taskListOf = (optIn: OptIn): Model => ({
  optIn,
  progress: progressOf(optIn.tasks),
  questions: optIn.tasks.filter(({ question }) => question !== null).length,
  asked: optIn.tasks.filter(({ questions }) => questions.length > 0),
  tasks: optIn.tasks.map((task) => ({ ...task, href: taskAddress(optIn.id, task.task) })),
});

import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { answerRows } from '../_answers/answer-rows.js';
import { isWorkedOn, metersOf, readOptIn, type OptIn } from '../_opt-in/opt-in.js';
import { taskAddress } from '../_opt-in/task-forms.js';
import { SubmitOptIn } from './operations.generated.js';

interface Form {
  /** The version of the opt-in whose answers were checked. */
  readonly version?: string;
}

@Page({ path: '/opt-ins/:id/check', access: 'optIn:read', under: '/opt-ins' })
export class CheckPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    const optIn = await readOptIn(this.api, visit, id);
    if (!visit.may('optIn:edit') || !isWorkedOn(optIn)) return seeOther(`/opt-ins/${id}`);
    return show(await this.modelOf(visit, optIn));
  }

  @Post()
  async submit(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const input = { optInId: id, version: Number(form.version) || 0 };
    const { optInSubmit } = await this.api.ask(visit, SubmitOptIn, { input });
    const errors = FormErrors.of(optInSubmit.userErrors, { version: '' });
    if (!errors.any) return seeOther(`/opt-ins/${id}/submitted`);
    const optIn = await readOptIn(this.api, visit, id);
    return showAgain({ ...(await this.modelOf(visit, optIn)), form, errors });
  }

  private async modelOf(visit: Visit, optIn: OptIn): Promise<Model> {
    const meters = await metersOf(this.api, visit, optIn);
    const sections = optIn.tasks.map((task) => {
      const applies = task.state !== 'NOT_APPLICABLE';
      const href = `${taskAddress(optIn.id, task.task)}?from=check`;
      const rows = applies ? answerRows(task, meters) : null;
      return { title: task.title, rows, href, questions: task.questions };
    });
    return { optIn, sections };
  }
}

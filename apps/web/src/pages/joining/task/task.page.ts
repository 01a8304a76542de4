import { Body, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import {
  isToFollow,
  isWorkedOn,
  metersOf,
  openQuestion,
  readOptIn,
  type ChosenMeter,
  type OptIn,
  type Task,
} from '../_opt-in/opt-in.js';
import { taskAt, taskForms } from '../_opt-in/task-forms.js';
import { SaveTask } from './operations.generated.js';
import { atFields, formOf, typedTask } from './task-input.js';

interface Form extends Typed {
  readonly version?: string;
  /** Whether the task is done. */
  readonly complete?: string;
  /** To the open question about the task. */
  readonly answer?: string;
  /** `check` when it was opened from the check of all answers. */
  readonly from?: string;
}

interface Look {
  readonly optIn: OptIn;
  readonly task: Task;
  readonly meters: readonly ChosenMeter[];
}

/** One task of an opt-in: five forms, one for each. */
@Page({ path: '/opt-ins/:id/tasks/:task', access: 'optIn:read', under: '/opt-ins' })
export class TaskPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @Param('id') id: string,
    @Param('task') slug: string,
    @Query('from') from: unknown,
    @TheVisit() visit: Visit,
  ): Promise<Answer> {
    const look = await this.look(id, slug, visit);
    if (look === null) return seeOther(`/opt-ins/${id}`);
    const { version } = look.task;
    const form = { ...formOf(look.task), version: String(version), from: from === 'check' ? 'check' : '' };
    return show({ ...modelOf(look), form }, slug);
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('task') slug: string,
    @Body() form: Form,
    @TheVisit() visit: Visit,
  ): Promise<Answer> {
    const look = await this.look(id, slug, visit);
    if (look === null) return seeOther(`/opt-ins/${id}`);
    const { typed, sent, ...read } = typedTask(look.task.task, form, look.meters);
    const complete = form.complete === 'true';
    const input = {
      ...{ optInId: id, version: Number(form.version) || 0, complete },
      [taskForms[look.task.task].input]: read.answers,
      ...(openQuestion(look.task) ? { answer: form.answer ?? null } : {}),
    };
    // A task that is complete needs what could not be read, so that the API refuses it; one that is not would be saved.
    const { optInTaskSave } =
      typed.any && !complete
        ? { optInTaskSave: { userErrors: [] } }
        : await this.api.ask(visit, SaveTask, { input });
    const errors = typed.errorsWith(atFields(optInTaskSave.userErrors, look.meters, sent), {
      rename: { version: '' },
    });
    if (errors.any) return showAgain({ ...modelOf(look), form, errors }, slug);
    const to = form.from === 'check' ? `/opt-ins/${id}/check` : `/opt-ins/${id}`;
    return seeOther(to, complete ? 'completed' : 'saved');
  }

  /** The task as it stands; null when the person cannot change it. */
  private async look(id: string, slug: string, visit: Visit): Promise<Look | null> {
    const name = taskAt(slug);
    if (name === null) throw new NotFoundException();
    const optIn = await readOptIn(this.api, visit, id);
    const task = optIn.tasks.find((one) => one.task === name);
    if (!task) throw new NotFoundException();
    const isOpen = isWorkedOn(optIn) || (optIn.state === 'APPROVED' && isToFollow(task));
    if (!visit.may('optIn:edit') || !isOpen || task.state === 'NOT_APPLICABLE') return null;
    const meters = name === 'YOUR_NEED' ? await metersOf(this.api, visit, optIn) : [];
    return { optIn, task, meters };
  }
}

const modelOf = ({ optIn, task, meters }: Look): Model => ({
  ...{ optIn, task, meters, title: task.title },
  open: openQuestion(task),
  earlier: task.questions.filter(({ submittedAt }) => submittedAt !== null),
  isRecord: optIn.state === 'APPROVED',
});

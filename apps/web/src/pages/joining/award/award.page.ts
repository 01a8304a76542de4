import { Body, Get, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { boxesOf, type Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { typedAward } from './award-input.js';
import {
  ApprovedOptIns,
  AwardCallOff,
  LimitsOfFramework,
  type ApprovedOptInsQuery,
} from './operations.generated.js';

type OptIn = ApprovedOptInsQuery['optIns']['edges'][number]['node'];

/** Awards a service of an approved opt-in; `?optIn=` says of which one. */
@Page({ path: '/call-offs/new', access: 'callOff:award', under: '/opt-ins' })
export class AwardPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('optIn') wanted: unknown): Promise<Answer> {
    const optIn = await this.optIn(visit, wanted);
    if (!visit.may('callOff:award')) return seeOther('/opt-ins');
    if (optIn === null) return show({ choices: [] });
    const model = await this.modelOf(visit, optIn);
    return show({
      ...model,
      form: { ...boxesOf('startsOn', optIn.targetStartOn), idempotencyKey: newKey() },
    });
  }

  @Post()
  async award(@Body() form: Typed, @TheVisit() visit: Visit): Promise<Answer> {
    const { input, errorsWith } = typedAward(form);
    const { callOffAward } =
      input === null
        ? { callOffAward: { callOff: null, userErrors: [] } }
        : await this.api.ask(visit, AwardCallOff, { input });
    const errors = errorsWith(callOffAward.userErrors);
    if (!errors.any && callOffAward.callOff)
      return seeOther(`/call-offs/${callOffAward.callOff.id}`, 'awarded');
    const optIn = await this.optIn(visit, form['optIn']);
    return showAgain({ ...(optIn ? await this.modelOf(visit, optIn) : { choices: [] }), form, errors });
  }

  /** The opt-in that was named, or the newest one that has a service to award; null when there is none. */
  private async optIn(visit: Visit, wanted: unknown): Promise<OptIn | null> {
    const { optIns } = await this.api.ask(visit, ApprovedOptIns, {});
    const open = optIns.edges
      .map(({ node }) => node)
      .filter(({ offerings }) => offerings.some(({ isOpen }) => isOpen));
    return (typeof wanted === 'string' ? open.find(({ id }) => id === wanted) : open[0]) ?? null;
  }

  private async modelOf(visit: Visit, optIn: OptIn): Promise<Model> {
    const { framework } = await this.api.ask(visit, LimitsOfFramework, { id: optIn.frameworkId });
    return { optIn, framework, choices: optIn.offerings.filter(({ isOpen }) => isOpen) };
  }
}

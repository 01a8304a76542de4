import { Body, Get, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { boxesOf, type Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { typedAward, unitsField, type ItemToAward } from './award-input.js';
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
      form: {
        ...boxesOf('startsOn', optIn.targetStartOn),
        ...Object.fromEntries(model.items.map(({ name }) => [name, '1'])),
        idempotencyKey: newKey(),
      },
    });
  }

  @Post()
  async award(@Body() form: Typed, @TheVisit() visit: Visit): Promise<Answer> {
    const optIn = await this.optIn(visit, form['optIn']);
    const model = optIn && (await this.modelOf(visit, optIn));
    const { input, errorsWith } = typedAward(form, itemsOf(model, form['offeringId']));
    const { callOffAward } =
      input === null
        ? { callOffAward: { callOff: null, userErrors: [] } }
        : await this.api.ask(visit, AwardCallOff, { input });
    const errors = errorsWith(callOffAward.userErrors);
    if (!errors.any && callOffAward.callOff)
      return seeOther(`/call-offs/${callOffAward.callOff.id}`, 'awarded');
    return showAgain({ ...(model ?? { choices: [] }), form, errors });
  }

  /** The opt-in that was named, or the newest one that has a service to award; null when there is none. */
  private async optIn(visit: Visit, wanted: unknown): Promise<OptIn | null> {
    const { optIns } = await this.api.ask(visit, ApprovedOptIns, {});
    const open = optIns.edges
      .map(({ node }) => node)
      .filter(({ offerings }) => offerings.some(({ isOpen }) => isOpen));
    return (typeof wanted === 'string' ? open.find(({ id }) => id === wanted) : open[0]) ?? null;
  }

  private async modelOf(visit: Visit, optIn: OptIn) {
    const { framework } = await this.api.ask(visit, LimitsOfFramework, { id: optIn.frameworkId });
    const choices = optIn.offerings.filter(({ isOpen }) => isOpen);
    const open = new Set(choices.map(({ offeringId }) => offeringId));
    const items = framework.offerings.edges
      .filter(({ node }) => open.has(node.id))
      .flatMap(({ node }) =>
        node.meters.map((meter) => ({ ...meter, offeringId: node.id, service: node.title })),
      )
      .filter(({ charge }) => charge !== 'USAGE')
      .map((meter) => ({ ...meter, name: unitsField(meter.id) }));
    return { optIn, framework, choices, items };
  }
}

/** What is taken by units of the service that is awarded. */
const itemsOf = (
  model: { readonly items: readonly (ItemToAward & { readonly offeringId: string })[] } | null,
  offeringId: string | undefined,
): readonly ItemToAward[] => model?.items.filter((item) => item.offeringId === offeringId) ?? [];

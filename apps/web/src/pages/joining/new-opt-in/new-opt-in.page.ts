import { Body, Get, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { offeredBy } from './offered.js';
import { FrameworksToJoin, ServicesToChoose, StartOptIn } from './operations.generated.js';

interface Form extends Readonly<Record<string, string | undefined>> {
  readonly frameworkId: string;
  readonly idempotencyKey: string;
}

@Page({ path: '/opt-ins/new', access: 'signed-in', under: '/opt-ins' })
export class NewOptInPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query('framework') frameworkId: unknown,
    @Query('offering') offeringId: unknown,
  ): Promise<Answer> {
    // Whoever comes from the public pages may have no workspace yet; they come back here afterwards.
    if (visit.audience === 'VISITOR')
      return seeOther(`/workspace?${new URLSearchParams({ to: visit.address }).toString()}`);
    if (!visit.may('optIn:edit')) return seeOther('/opt-ins');
    const chosen = typeof frameworkId === 'string' ? frameworkId : await this.onlyFramework(visit);
    if (typeof chosen !== 'string') return show(chosen, 'framework');
    const form = { offeringIds: [offeringId].flat(), idempotencyKey: newKey() };
    return show({ ...(await this.modelOf(visit, chosen)), form });
  }

  @Post()
  async start(@Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { frameworkId, idempotencyKey } = form;
    // One box that is ticked comes as a text, several as a list.
    const offeringIds = [form['offeringIds'] ?? []].flat();
    const typed = new TypedValues(form);
    const targetStartOn = typed.date('targetStartOn', { unreadable: words.targetUnreadable });
    // With a date that cannot be read nothing is chosen, so that the API says all else and starts nothing.
    const input = { frameworkId, idempotencyKey, targetStartOn, offeringIds: typed.any ? [] : offeringIds };
    const { optInStart } = await this.api.ask(visit, StartOptIn, { input });
    const chosen = typed.any && offeringIds.length > 0;
    const errors = typed.errorsWith(
      optInStart.userErrors.filter(({ path }) => !(chosen && path.includes('offeringIds'))),
    );
    if (errors.any || optInStart.optIn === null)
      return showAgain({
        ...(await this.modelOf(visit, frameworkId)),
        form: { ...form, offeringIds },
        errors,
      });
    return seeOther(`/opt-ins/${optInStart.optIn.id}`, 'started');
  }

  private async modelOf(visit: Visit, frameworkId: string): Promise<Model> {
    const found = await this.api.ask(visit, ServicesToChoose, { frameworkId });
    return { framework: found.framework, ...offeredBy(found) };
  }

  /** The one framework that there is to join, or what the view that asks for it needs. */
  private async onlyFramework(visit: Visit): Promise<string | Model> {
    const { frameworks } = await this.api.ask(visit, FrameworksToJoin, {});
    const open = frameworks.edges
      .map(({ node }) => node)
      .filter(({ state }) => state === 'LIVE' || state === 'COMING');
    const [first, second] = open;
    return first && !second ? first.id : { frameworks: open, title: words.chooseFramework };
  }
}

import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { WebConfig } from '../../../web-config.js';
import { words } from './en.js';
import { meantBody } from './meant-body.js';
import { CanWeJoin, Eligibility, type CanWeJoinQuery } from './operations.generated.js';

/** What the address says: a text to search for, or a body that was chosen, and a framework. */
interface Asked {
  readonly who?: unknown;
  readonly body?: unknown;
  readonly framework?: unknown;
}
type FrameworkEdge = CanWeJoinQuery['frameworks']['edges'][number];
type Entry = NonNullable<CanWeJoinQuery['body']>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Answers "Can we join?" from what is asked in the address. No answer is a fault of the person who asks. */
@Page({ path: '/can-we-join', access: 'public', menu: { for: ['VISITOR'], order: 20 } })
export class CanWeJoinPage {
  constructor(
    private readonly api: Api,
    private readonly config: WebConfig,
  ) {}

  @Get()
  async view(@Query() asked: Asked, @TheVisit() visit: Visit): Promise<Answer> {
    const [who, bodyId] = [textOf(asked.who), textOf(asked.body)];
    const known = bodyId !== '';
    const search = who !== '' && !known;
    const read = await this.api.ask(visit, CanWeJoin, { text: who, search, bodyId, known });
    const frameworks = read.frameworks.edges.map(({ node }) => node);
    const framework = chosenOf(read.frameworks.edges, textOf(asked.framework));
    const model = {
      form: { who, framework: framework?.id },
      frameworks,
      framework,
      contact: this.config.contact,
    };
    if (!known && !search) return show({ ...model, emptyAsked: asked.who !== undefined });
    const found = read.body ? [read.body] : (read.bodySearch?.edges ?? []).map(({ node }) => node);
    if (found.length === 0) return show({ ...model, title: words.unknownTitle }, 'unknown');
    const body = meantBody(who, found);
    if (body === null)
      return show(
        { ...model, title: words.chooseTitle, found, more: read.bodySearch?.pageInfo.hasNextPage },
        'choose-body',
      );
    if (framework === null) return show({ ...model, title: words.frameworkTitle, body }, 'choose-framework');
    return this.answer(visit, { ...model, framework, body, others: found.length > 1 });
  }

  private async answer(
    visit: Visit,
    model: { framework: FrameworkEdge['node']; body: Entry; others: boolean },
  ): Promise<Answer> {
    const { framework, body } = model;
    const { eligibilityCheck, framework: joined } = await this.api.ask(visit, Eligibility, {
      frameworkId: framework.id,
      bodyId: body.id,
    });
    const [check] = eligibilityCheck.bodies;
    if (!check) throw new Error('an eligibility check without an answer');
    const member = joined.members.edges.map(({ node }) => node).find(({ bodyId }) => bodyId === body.id);
    return show({ ...model, member, check, title: words.results[check.result].title(body.name) }, 'answer');
  }
}

/** The framework that was chosen, or the only one that can be meant. */
const chosenOf = (edges: readonly FrameworkEdge[], id: string): FrameworkEdge['node'] | null => {
  const all = edges.map(({ node }) => node);
  const open = all.filter(({ state }) => state === 'LIVE' || state === 'COMING');
  return all.find((framework) => framework.id === id) ?? (open.length === 1 ? (open[0] ?? null) : null);
};

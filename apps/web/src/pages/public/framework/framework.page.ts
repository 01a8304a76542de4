import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { WebConfig } from '../../../web-config.js';
import { Framework, type FrameworkQuery } from './operations.generated.js';
import { shareBar } from './share-bar.js';

type Read = FrameworkQuery['framework'];

@Page({ path: '/frameworks/:id', access: 'public', under: '/' })
export class FrameworkPage {
  constructor(
    private readonly api: Api,
    private readonly config: WebConfig,
  ) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    const { framework } = await this.api.ask(visit, Framework, { id });
    return show({
      title: framework.title,
      framework,
      rules: framework.eligibilityRules.edges.map(({ node }) => node),
      lots: lotsOf(framework),
      members: framework.members.edges.map(({ node }) => node),
      bar: shareBar(framework.ceiling.committedPercent),
      contact: this.config.contact,
    });
  }
}

/** Each lot with what it offers; each meter with the words of the price that holds today. */
const lotsOf = ({ lots, offerings }: Read) =>
  lots.map((lot) => ({
    ...lot,
    offerings: offerings.edges
      .filter(({ node }) => node.lot.id === lot.id)
      .map(({ node: { meters, ...offering } }) => ({
        ...offering,
        prices: meters.map(({ title, prices }) => ({
          title,
          words: prices.find(({ state }) => state === 'CURRENT')?.price.words ?? null,
        })),
      })),
  }));

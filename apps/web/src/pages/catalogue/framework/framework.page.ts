import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { FrameworkPage as Look, type FrameworkPageQuery } from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/:id', access: 'lead:read', under: '/catalogue' })
export class FrameworkPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    // Another lead authority's framework has no agreement texts to show here: the API does not find them.
    const { framework, agreementVersions } = await this.api.ask(visit, Look, { id });
    const mayEdit = visit.may('catalogue:edit');
    return show({
      framework,
      lots: lotsOf(framework),
      rules: framework.eligibilityRules.edges.map(({ node }) => ({ ...node, groups: groupsOf(node) })),
      moreRules: framework.eligibilityRules.pageInfo.hasNextPage,
      versions: agreementVersions.edges.map(({ node }) => node),
      mayEdit,
      isDraft: framework.publishedAt === null,
    });
  }
}

type Framework = FrameworkPageQuery['framework'];
type Rule = Framework['eligibilityRules']['edges'][number]['node'];

const lotsOf = ({ lots, offerings }: Framework) =>
  lots.map((lot) => ({
    ...lot,
    offerings: offerings.edges.flatMap(({ node }) => (node.lot.id === lot.id ? [node] : [])),
  }));

/** What the bodies of a group have in common, list by list; none for a body by name. */
const groupsOf = ({ category }: Rule) =>
  category === null
    ? []
    : (['types', 'counties', 'regions', 'nations', 'combinedAuthorities'] as const).flatMap((name) =>
        category[name] === null ? [] : [{ name, values: category[name] }],
      );

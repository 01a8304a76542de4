import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { BodyType, toBody } from '../directory/body.type.js';
import { notFound, PageArgs, Public, Reader, readId, toConnection, type Read } from '../graphql/index.js';
import { EligibilityRuleConnection, toEligibilityRule } from './eligibility-rule.type.js';
import { FrameworkConnection, FrameworkType, loadFramework, loadFrameworks } from './framework.type.js';
import { loadOfferings, OfferingConnection } from './offering.type.js';
import { pageOf } from './page.js';

@Resolver(() => FrameworkType)
export class FrameworkResolver {
  constructor(
    private readonly catalogue: ReadCatalogue,
    private readonly findBody: FindBody,
  ) {}

  @Query(() => FrameworkConnection, {
    description: 'Frameworks that are published, and the drafts of the lead authority that asks. Public.',
  })
  @Public()
  async frameworks(@Reader() read: Read, @Args() args: PageArgs): Promise<FrameworkConnection> {
    const page = pageOf(args);
    const { rows, types } = await read(async (tx) => {
      const rows = await this.catalogue.frameworks(tx, page);
      return { rows, types: await loadFrameworks(tx, this.catalogue, rows) };
    });
    return toConnection(
      args,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => found(types, row.id),
    );
  }

  @Query(() => FrameworkType, { description: 'A framework by its id. Public.' })
  @Public()
  async framework(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the framework.' }) id: string,
  ): Promise<FrameworkType> {
    const framework = await read((tx) => loadFramework(tx, this.catalogue, readId('framework', id)));
    if (framework === null) throw notFound();
    return framework;
  }

  @ResolveField(() => BodyType, { description: 'The lead authority that hosts it.' })
  async lead(@Parent() { leadId }: FrameworkType, @Reader() read: Read): Promise<BodyType> {
    return read(async (tx) => {
      const body = await this.findBody.byId(tx, leadId);
      if (body === null) throw new Error('a framework without its lead authority');
      return toBody(body, tx.today);
    });
  }

  @ResolveField(() => EligibilityRuleConnection, {
    description: 'Who may use it: bodies by name and groups of bodies.',
  })
  async eligibilityRules(
    @Parent() framework: FrameworkType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<EligibilityRuleConnection> {
    const page = pageOf(args);
    const frameworkId = readId('framework', framework.id);
    const rows = await read((tx) => this.catalogue.eligibilityRulesPage(tx, frameworkId, page));
    return toConnection(args, rows, (row) => [row.addedAt.toISOString(), row.id], toEligibilityRule);
  }

  @ResolveField(() => OfferingConnection, { description: 'What it offers.' })
  async offerings(
    @Parent() framework: FrameworkType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<OfferingConnection> {
    const page = pageOf(args);
    const frameworkId = readId('framework', framework.id);
    const { rows, types } = await read(async (tx) => {
      const rows = await this.catalogue.offeringsPage(tx, frameworkId, page);
      return { rows, types: await loadOfferings(tx, this.catalogue, rows) };
    });
    return toConnection(
      args,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => found(types, row.id),
    );
  }
}

const found = <T>(types: ReadonlyMap<string, T>, id: string): T => {
  const type = types.get(id);
  if (type === undefined) throw new Error('a row of a page without its type');
  return type;
};

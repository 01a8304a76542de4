import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCatalogue } from '#libs/catalogue';
import { ReadCosts, type CostShare } from '#libs/costs';
import { FindBody } from '#libs/directory';
import { isUuid } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import {
  checkedFirst,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { CostShareConnection, CostShareType, toCostShare } from './cost-share.type.js';

const isInstant = (value: string): boolean =>
  !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;

@Resolver()
export class CostShareResolver {
  constructor(
    private readonly costs: ReadCosts,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => CostShareConnection, {
    description: "Your organisation's shares of costs, the newest first. Needs costShare:read.",
  })
  @Requires('costShare:read')
  async costShares(@Reader() read: Read, @Args() args: PageArgs): Promise<CostShareConnection> {
    const after = cursorOf(args);
    const [at = '', id = ''] = after ?? [];
    if (after !== null && (after.length !== 2 || !isInstant(at) || !isUuid(id))) throw notFound();
    const rows = await read(async (tx) => {
      const found: { share: CostShare; type: CostShareType }[] = [];
      for (const share of await this.costs.shares(tx, { limit: checkedFirst(args) + 1, after }))
        found.push({ share, type: await this.load(tx, share) });
      return found;
    });
    return toConnection(
      args,
      rows,
      ({ share }) => [share.agreedAt.toISOString(), share.id],
      ({ type }) => type,
    );
  }

  @Query(() => CostShareType, {
    description: "One of your organisation's shares of costs by its id. Needs costShare:read.",
  })
  @Requires('costShare:read')
  async costShare(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the share.' }) id: string,
  ): Promise<CostShareType> {
    return read(async (tx) => {
      const share = await this.costs.share(tx, readId('costShare', id));
      if (share === null) throw notFound();
      return this.load(tx, share);
    });
  }

  private async load(tx: Tx, share: CostShare): Promise<CostShareType> {
    const offering = await this.catalogue.offering(tx, share.offeringId);
    const lead = await this.bodies.byId(tx, share.leadId);
    return toCostShare(share, { offeringTitle: offering?.title ?? '', leadName: lead?.name ?? '' });
  }
}

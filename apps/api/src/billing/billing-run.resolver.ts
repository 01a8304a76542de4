import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadRuns, RunDocuments } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { notFound, PageArgs, Reader, readId, Requires, toConnection, type Read } from '../graphql/index.js';
import {
  BillingRunConnection,
  BillingRunMemberConnection,
  BillingRunType,
  loadRun,
} from './billing-run.type.js';
import { keysets, pageOf } from './page.js';

@Resolver(() => BillingRunType)
export class BillingRunResolver {
  constructor(
    readonly runs: ReadRuns,
    readonly documents: RunDocuments,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => BillingRunConnection, {
    description: 'Your billing runs, the newest first. Needs billing:read.',
  })
  @Requires('billing:read')
  async billingRuns(@Reader() read: Read, @Args() args: PageArgs): Promise<BillingRunConnection> {
    const page = pageOf(args, keysets.byTime);
    const rows = await read(async (tx) => {
      const found = await this.runs.page(tx, page);
      const types: { run: (typeof found)[number]; type: BillingRunType }[] = [];
      for (const run of found) types.push({ run, type: await loadRun(tx, this, run) });
      return types;
    });
    return toConnection(
      args,
      rows,
      ({ run }) => [run.startedAt.toISOString(), run.id],
      ({ type }) => type,
    );
  }

  @Query(() => BillingRunType, { description: 'A billing run by its id. Needs billing:read.' })
  @Requires('billing:read')
  async billingRun(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the run.' }) id: string,
  ): Promise<BillingRunType> {
    return read(async (tx) => {
      const run = await this.runs.byId(tx, readId('billingRun', id));
      if (run === null) throw notFound();
      return loadRun(tx, this, run);
    });
  }

  @ResolveField(() => BillingRunMemberConnection, { description: 'How far it is with each member.' })
  async members(
    @Parent() { id }: BillingRunType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<BillingRunMemberConnection> {
    const page = pageOf(args, keysets.members);
    const { rows, bodies } = await read(async (tx) => {
      const members = await this.runs.tenants(tx, readId('billingRun', id), page);
      const ids = members.map(({ tenantId }) => tenantId);
      return { rows: members, bodies: await this.bodies.byIds(tx, ids) };
    });
    return toConnection(
      args,
      rows,
      ({ state, tenantId }) => [state, tenantId],
      ({ tenantId, state, reason, finishedAt }) => ({
        memberId: toPublicId('body', tenantId),
        memberName: bodies.get(tenantId)?.name ?? '',
        state,
        reason,
        finishedAt,
      }),
    );
  }
}

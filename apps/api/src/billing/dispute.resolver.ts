import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Dispute, DisputeFilter, DisputeState } from '#libs/billing';
import {
  CurrentCaller,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { AnswerDisputes } from './answer-disputes.js';
import { DisputeConnection, DisputeType, loadDisputes } from './dispute.type.js';
import { DisputeStateEnum } from './enums.js';
import { InvoiceType } from './invoice.type.js';
import { keysets, pageOf } from './page.js';

@ArgsType()
class DisputesArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'For a lead authority: of one member only. For a member: of one lead authority.',
  })
  withBodyId?: string | null;

  @Field(() => [DisputeStateEnum], { nullable: true, description: 'In these states only; null for all.' })
  states?: DisputeState[] | null;
}

@Resolver(() => InvoiceType)
export class DisputeResolver {
  constructor(private readonly answers: AnswerDisputes) {}

  @Query(() => DisputeConnection, {
    description:
      'What your body disputes, or what members dispute when you act for a lead authority. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async disputes(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: DisputesArgs,
  ): Promise<DisputeConnection> {
    const page = pageOf(args, keysets.byTime);
    const filter = filterOf(caller, args);
    const rows = await read(async (tx) => {
      const disputes = await this.answers.disputes.page(tx, filter, page);
      const types = await loadDisputes(tx, this.answers, caller, disputes);
      return types.map((type, index) => ({ type, dispute: disputes[index] as Dispute }));
    });
    showDisputes(show, shownOf(args, rows));
    return toConnection(
      args,
      rows,
      ({ dispute }) => [dispute.raisedAt.toISOString(), dispute.id],
      ({ type }) => type,
    );
  }

  @Query(() => DisputeType, { description: 'A dispute by its id. Needs invoice:read.' })
  @Requires('invoice:read')
  async dispute(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the dispute.' }) id: string,
  ): Promise<DisputeType> {
    const [row] = await read(async (tx) => {
      const dispute = await this.answers.disputes.byId(tx, readId('dispute', id));
      const types = dispute === null ? [] : await loadDisputes(tx, this.answers, caller, [dispute]);
      return types.map((type) => ({ type, dispute: dispute as Dispute }));
    });
    if (!row) throw notFound();
    showDisputes(show, [row]);
    return row.type;
  }

  @ResolveField(() => [DisputeType], {
    name: 'disputes',
    description: 'What was disputed on it, the oldest first.',
  })
  async disputesOf(
    @Parent() { id }: InvoiceType,
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
  ): Promise<DisputeType[]> {
    return read(async (tx) => {
      const invoice = await this.answers.invoices.byId(tx, readId('invoice', id));
      if (invoice === null) throw notFound();
      return loadDisputes(tx, this.answers, caller, await this.answers.disputes.ofInvoice(tx, invoice));
    });
  }
}

/** Who looks at a dispute looks at its invoice. */
const showDisputes = (
  show: Show,
  rows: readonly { readonly type: DisputeType; readonly dispute: Dispute }[],
): void =>
  show(
    'INVOICE',
    rows.map(({ type, dispute: { tenantId, invoiceId } }) => ({
      tenantId,
      id: invoiceId,
      reference: type.invoiceNumber,
    })),
  );

const filterOf = ({ actor }: Caller, { withBodyId, states }: DisputesArgs): DisputeFilter => {
  const other = withBodyId ? readId('body', withBodyId) : null;
  const forLead = actor.identity.capacity === 'LEAD';
  return {
    ...(other === null ? {} : forLead ? { tenantId: other } : { leadId: other }),
    ...(states ? { states } : {}),
  };
};

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
      return withTypes(disputes, await loadDisputes(tx, this.answers, caller, disputes));
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
      const disputes = dispute === null ? [] : [dispute];
      return withTypes(disputes, await loadDisputes(tx, this.answers, caller, disputes));
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
    @Shows() show: Show,
  ): Promise<DisputeType[]> {
    const rows = await read(async (tx) => {
      const invoice = await this.answers.invoices.byId(tx, readId('invoice', id));
      if (invoice === null) throw notFound();
      const disputes = await this.answers.disputes.ofInvoice(tx, invoice);
      return withTypes(disputes, await loadDisputes(tx, this.answers, caller, disputes));
    });
    showNotes(show, rows);
    return rows.map(({ type }) => type);
  }
}

interface Row {
  readonly type: DisputeType;
  readonly dispute: Dispute;
}

const withTypes = (disputes: readonly Dispute[], types: readonly DisputeType[]): readonly Row[] =>
  types.map((type, index) => ({ type, dispute: disputes[index] as Dispute }));

/** Who looks at a dispute looks at its invoice, and at the credit notes that it names. */
const showDisputes = (show: Show, rows: readonly Row[]): void => {
  for (const { type, dispute } of rows) {
    const { tenantId, invoiceId } = dispute;
    show('INVOICE', [{ tenantId, id: invoiceId, reference: type.invoiceNumber }]);
    showNotes(show, [{ type, dispute }]);
  }
};

const showNotes = (show: Show, rows: readonly Row[]): void => {
  for (const { type, dispute } of rows)
    for (const { id, number } of type.creditNotes)
      if (number === null) show('BILLING_PREVIEW', [{ tenantId: dispute.tenantId }]);
      else
        show('CREDIT_NOTE', [
          { tenantId: dispute.tenantId, id: readId('creditNote', id), reference: number },
        ]);
};

const filterOf = ({ actor }: Caller, { withBodyId, states }: DisputesArgs): DisputeFilter => {
  const other = withBodyId ? readId('body', withBodyId) : null;
  const forLead = actor.identity.capacity === 'LEAD';
  return {
    ...(other === null ? {} : forLead ? { tenantId: other } : { leadId: other }),
    ...(states ? { states } : {}),
  };
};

import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  ReadDisputes,
  ReadInvoices,
  type Invoice,
  type InvoicesWanted,
  type InvoiceStatus,
} from '#libs/billing';
import { FindBody } from '#libs/directory';
import { parseMonth, refuse, textFaults } from '#libs/kernel';
import { ReadLedger } from '#libs/ledger';
import {
  CurrentCaller,
  PageArgs,
  Reader,
  readId,
  refused,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { InvoiceStateEnum } from './enums.js';
import { InvoiceConnection, InvoiceTotalsType, loadInvoices, toInvoiceTotals } from './invoice.type.js';
import { keysets, pageOf } from './page.js';
import { showInvoices } from './show-documents.js';

@ArgsType()
class InvoicesArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'For a lead authority: of one member only. For a member: of one lead authority.',
  })
  withBodyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a lead authority: of one run only.' })
  runId?: string | null;

  @Field(() => [InvoiceStateEnum], { nullable: true, description: 'In these states only; null for all.' })
  states?: InvoiceStatus[] | null;

  @Field(() => String, { nullable: true, description: 'Of the runs of this month only, as YYYY-MM.' })
  month?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only those whose number has this text, or whose member has it in its name; for a member, whose lead authority has it. Drafts have no number.',
  })
  search?: string | null;
}

@Resolver(() => InvoiceConnection)
export class InvoicesResolver {
  constructor(
    private readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
    readonly ledger: ReadLedger,
    readonly disputes: ReadDisputes,
  ) {}

  @Query(() => InvoiceConnection, {
    name: 'invoices',
    description:
      'What was issued to your body, or all of your own when you act for a lead authority. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async invoicesPage(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: InvoicesArgs,
  ): Promise<InvoiceConnection> {
    const page = pageOf(args, keysets.byTime);
    const wanted = wantedBy(caller, args);
    const rows = await read(async (tx) => {
      const invoices = await this.invoices.page(tx, wanted, page);
      const types = await loadInvoices(tx, this, caller, invoices);
      return types.map((type, index) => ({ type, invoice: invoices[index] as Invoice }));
    });
    showInvoices(
      show,
      shownOf(args, rows).map(({ invoice }) => invoice),
    );
    const connection = toConnection(
      args,
      rows,
      ({ invoice }) => [invoice.preparedAt.toISOString(), invoice.id],
      ({ type }) => type,
    );
    return { ...connection, wanted };
  }

  @ResolveField(() => InvoiceTotalsType, {
    description: 'All that were asked for together, and not those of this page alone.',
  })
  async totals(@Parent() { wanted }: InvoiceConnection, @Reader() read: Read): Promise<InvoiceTotalsType> {
    return toInvoiceTotals(await read((tx) => this.invoices.totals(tx, wanted)));
  }
}

const wantedBy = ({ actor }: Caller, args: InvoicesArgs): InvoicesWanted => {
  const { withBodyId, runId, states, search } = args;
  const other = withBodyId ? readId('body', withBodyId) : null;
  const forLead = actor.identity.capacity === 'LEAD';
  const month = args.month ? parseMonth(args.month) : null;
  if (args.month && month === null) throw refused(refuse('MONTH_FORMAT', {}, ['month']));
  const rule = { field: 'What to look for', path: ['search'], max: 100, required: false };
  const [fault] = textFaults(search ?? '', rule);
  if (fault) throw refused(fault);
  return {
    ...(other === null ? {} : forLead ? { tenantId: other } : { leadId: other }),
    ...(runId ? { runId: readId('billingRun', runId) } : {}),
    ...(states ? { statuses: states } : {}),
    ...(month === null ? {} : { month: month.start }),
    ...(search ? { text: search } : {}),
  };
};

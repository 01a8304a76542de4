import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCreditNotes, ReadInvoices, type CreditNote, type CreditNoteFilter } from '#libs/billing';
import { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import {
  checkedFirst,
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
import { CreditNoteConnection, CreditNoteType, loadCreditNotes } from './credit-note.type.js';
import { CreditNoteLineConnection, toCreditNoteLine } from './line.type.js';
import { keysets, pageOf } from './page.js';
import { showCreditNotes } from './show-documents.js';

@ArgsType()
class CreditNotesArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'For a lead authority: of one member only. For a member: of one lead authority.',
  })
  withBodyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For a lead authority: of one run only.' })
  runId?: string | null;
}

@Resolver(() => CreditNoteType)
export class CreditNoteResolver {
  constructor(
    private readonly notes: ReadCreditNotes,
    readonly invoices: ReadInvoices,
    readonly bodies: FindBody,
  ) {}

  @Query(() => CreditNoteConnection, {
    description:
      'Credit notes issued to your body, or all of your own when you act for a lead authority. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async creditNotes(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: CreditNotesArgs,
  ): Promise<CreditNoteConnection> {
    const page = pageOf(args, keysets.byTime);
    const filter = filterOf(caller, args);
    const rows = await read(async (tx) => {
      const notes = await this.notes.page(tx, filter, page);
      const types = await loadCreditNotes(tx, this, caller, notes);
      return types.map((type, index) => ({ type, note: notes[index] as CreditNote }));
    });
    showCreditNotes(
      show,
      shownOf(args, rows).map(({ note }) => note),
    );
    return toConnection(
      args,
      rows,
      ({ note }) => [note.preparedAt.toISOString(), note.id],
      ({ type }) => type,
    );
  }

  @Query(() => CreditNoteType, { description: 'A credit note by its id. Needs invoice:read.' })
  @Requires('invoice:read')
  async creditNote(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the credit note.' }) id: string,
  ): Promise<CreditNoteType> {
    return read(async (tx) => {
      const note = await this.found(tx, id);
      const [type] = await loadCreditNotes(tx, this, caller, [note]);
      if (!type) throw notFound();
      showCreditNotes(show, [note]);
      return type;
    });
  }

  @ResolveField(() => CreditNoteLineConnection, { description: 'Its lines, in order.' })
  async lines(
    @Parent() { id }: CreditNoteType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<CreditNoteLineConnection> {
    const first = checkedFirst(args);
    const after = Number(pageOf(args, keysets.lines).after?.[0] ?? 0);
    const lines = await read(async (tx) => this.notes.lines(tx, [(await this.found(tx, id)).id]));
    const rows = lines.filter(({ lineNumber }) => lineNumber > after).slice(0, first + 1);
    return toConnection(args, rows, ({ lineNumber }) => [String(lineNumber)], toCreditNoteLine);
  }

  private async found(tx: Tx, id: string): Promise<CreditNote> {
    const note = await this.notes.byId(tx, readId('creditNote', id));
    if (note === null) throw notFound();
    return note;
  }
}

const filterOf = ({ actor }: Caller, { withBodyId, runId }: CreditNotesArgs): CreditNoteFilter => {
  const other = withBodyId ? readId('body', withBodyId) : null;
  const forLead = actor.identity.capacity === 'LEAD';
  return {
    ...(other === null ? {} : forLead ? { tenantId: other } : { leadId: other }),
    ...(runId ? { runId: readId('billingRun', runId) } : {}),
  };
};

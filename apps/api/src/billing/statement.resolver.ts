import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadLedger, type Books } from '#libs/ledger';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  Money,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  Shows,
  toConnection,
  toMoney,
  type Read,
  type Show,
} from '../graphql/index.js';
import { StatementLineConnection, toStatementLine } from './journal.type.js';
import { keysets, pageOf } from './page.js';

@ArgsType()
class TenantStatementArgs extends PageArgs {
  @Field(() => ID, { description: 'For a member: the lead authority. For a lead authority: the member.' })
  withBodyId!: string;
}

@ObjectType('StatementOfAccount', {
  description: 'What a member owes a lead authority, and how that came about.',
})
export class StatementOfAccountType {
  @Field(() => Money, { description: 'What is owed on invoices.' })
  owed!: Money;

  @Field(() => Money, { description: 'Money of the member that is not set against an invoice yet.' })
  onAccount!: Money;

  @Field(() => Money, {
    description: 'What is owed less what is on account; below 0 the member is in credit.',
  })
  balance!: Money;

  @Field(() => StatementLineConnection, { description: 'What changed it, the newest first.' })
  lines!: StatementLineConnection;
}

@Resolver()
export class StatementResolver {
  constructor(private readonly ledger: ReadLedger) {}

  @Query(() => StatementOfAccountType, {
    description: 'A statement of account between a member and a lead authority. Needs invoice:read.',
  })
  @Requires('invoice:read')
  async tenantStatement(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: TenantStatementArgs,
  ): Promise<StatementOfAccountType> {
    const books = booksOf(actor, readId('body', args.withBodyId));
    const { limit, after } = pageOf(args, keysets.byTime);
    const { balances, rows } = await read(async (tx) => ({
      balances: await this.ledger.balances(tx, books),
      rows: await this.ledger.statement(tx, books, { limit, before: after }),
    }));
    const { RECEIVABLE, ON_ACCOUNT } = balances;
    // Whoever has no account was not looked at: any body could have been named.
    if (rows.length > 0 || RECEIVABLE !== 0n || ON_ACCOUNT !== 0n)
      show('STATEMENT', [{ tenantId: books.tenantId }]);
    return {
      owed: toMoney(RECEIVABLE),
      onAccount: toMoney(-ON_ACCOUNT),
      balance: toMoney(RECEIVABLE + ON_ACCOUNT),
      lines: toConnection(args, rows, (row) => [row.postedAt.toISOString(), row.entryId], toStatementLine),
    };
  }
}

const booksOf = (actor: Actor, other: string): Books => {
  const { bodyId, capacity } = actor.identity;
  if (bodyId === null) throw notFound();
  return capacity === 'LEAD' ? { tenantId: other, leadId: bodyId } : { tenantId: bodyId, leadId: other };
};

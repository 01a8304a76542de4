import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { ReadReturns, type MonthOfReturn } from '#libs/metering';
import {
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
} from '../graphql/index.js';
import { keysets, pageOfSorted } from './page.js';
import { readMonth } from './read-month.js';
import { loadReturns, UsageReturnConnection, UsageReturnType } from './usage-return.type.js';

@ArgsType()
class UsageReturnsArgs extends PageArgs {
  @Field(() => String, { description: 'The month, as YYYY-MM.' })
  month!: string;
}

const keyOf = ({ callOff }: MonthOfReturn): readonly string[] => [callOff.reference, callOff.id];

@Resolver()
export class UsageReturnResolver {
  constructor(
    private readonly returns: ReadReturns,
    private readonly callOffs: ReadCallOffs,
    readonly bodies: FindBody,
    readonly catalogue: ReadCatalogue,
  ) {}

  @Query(() => UsageReturnConnection, {
    description:
      'The usage returns that a month needs: of your body, or of your members when you act for a lead authority. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageReturns(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: UsageReturnsArgs,
  ): Promise<UsageReturnConnection> {
    const month = readMonth(args.month);
    const { rows, types } = await read(async (tx) => {
      const page = pageOfSorted(await this.returns.ofMonth(tx, month), args, keysets.returns, keyOf);
      return { rows: page, types: await loadReturns(tx, this, page) };
    });
    show(
      'USAGE',
      shownOf(args, rows).map(({ callOff }) => callOff),
    );
    return toConnection(args, rows, keyOf, (row) => typeOf(types, row));
  }

  @Query(() => UsageReturnType, {
    nullable: true,
    description:
      'The usage return of a call-off and a month; null when that month needs none. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageReturn(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('callOffId', { type: () => ID, description: 'The call-off.' }) callOffId: string,
    @Args('month', { type: () => String, description: 'The month, as YYYY-MM.' }) label: string,
  ): Promise<UsageReturnType | null> {
    const month = readMonth(label);
    return read(async (tx) => {
      const callOff = await this.callOffs.byId(tx, readId('callOff', callOffId));
      if (callOff === null) throw notFound();
      show('USAGE', [callOff]);
      const found = await this.returns.ofCallOff(tx, callOff, month);
      return found && typeOf(await loadReturns(tx, this, [found]), found);
    });
  }
}

const typeOf = (types: ReadonlyMap<MonthOfReturn, UsageReturnType>, row: MonthOfReturn): UsageReturnType => {
  const type = types.get(row);
  if (!type) throw new Error('a return was not loaded');
  return type;
};

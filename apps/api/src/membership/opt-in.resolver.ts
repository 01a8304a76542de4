import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadOptIns, type OptInState } from '#libs/membership';
import { pageOf } from '../catalogue/page.js';
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
import { OptInStateEnum } from './enums.js';
import { OptInConnection, OptInType, toOptIn } from './opt-in.type.js';

@ArgsType()
class OptInsArgs extends PageArgs {
  @Field(() => [OptInStateEnum], { nullable: true, description: 'In these states only; null for all.' })
  states?: OptInState[] | null;
}

@Resolver(() => OptInType)
export class OptInResolver {
  constructor(private readonly reader: ReadOptIns) {}

  @Query(() => OptInConnection, {
    description:
      'The opt-ins of your body, or of your members when you act for a lead authority. Needs optIn:read.',
  })
  @Requires('optIn:read')
  async optIns(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: OptInsArgs,
  ): Promise<OptInConnection> {
    const page = pageOf(args);
    const rows = await read((tx) => this.reader.page(tx, args.states ?? null, page));
    show('OPT_IN', shownOf(args, rows));
    return toConnection(args, rows, (row) => [row.startedAt.toISOString(), row.id], toOptIn);
  }

  @Query(() => OptInType, { description: 'An opt-in by its id. Needs optIn:read.' })
  @Requires('optIn:read')
  async optIn(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the opt-in.' }) id: string,
  ): Promise<OptInType> {
    const optIn = await read((tx) => this.reader.byId(tx, readId('optIn', id)));
    if (optIn === null) throw notFound();
    show('OPT_IN', [optIn]);
    return toOptIn(optIn);
  }
}

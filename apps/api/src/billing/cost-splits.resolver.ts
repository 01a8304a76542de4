import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadCostSplits } from '#libs/billing';
import { CallOffType } from '../calloffs/call-off.type.js';
import { Reader, readId, type Read } from '../graphql/index.js';
import { CostSplitType, toCostSplit } from './cost-split.type.js';

/** How a member splits its charges: its own affair, of which a lead authority finds nothing. */
@Resolver(() => CallOffType)
export class CostSplitsResolver {
  constructor(private readonly splits: ReadCostSplits) {}

  @ResolveField(() => [CostSplitType], {
    description:
      "How your body splits its charges over its own cost centres, the earliest month first. None for a lead authority: it is the member's own affair.",
  })
  async costSplits(@Parent() { id }: CallOffType, @Reader() read: Read): Promise<CostSplitType[]> {
    const splits = await read((tx) => this.splits.ofCallOff(tx, readId('callOff', id)));
    return splits.map(toCostSplit);
  }
}

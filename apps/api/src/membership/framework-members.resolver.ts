import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readNamePlace } from '#libs/directory';
import { ReadFrameworkMembers } from '#libs/membership';
import { FrameworkType } from '../catalogue/framework.type.js';
import {
  checkedFirst,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { FrameworkMemberConnection, toFrameworkMember } from './framework-member.type.js';

@Resolver(() => FrameworkType)
export class FrameworkMembersResolver {
  constructor(private readonly reader: ReadFrameworkMembers) {}

  @ResolveField(() => FrameworkMemberConnection, {
    description: 'The bodies whose access agreement is in force, by name.',
  })
  async members(
    @Parent() framework: FrameworkType,
    @Reader() read: Read,
    @Args() args: PageArgs,
  ): Promise<FrameworkMemberConnection> {
    const first = checkedFirst(args);
    const values = cursorOf(args);
    const after = values === null ? null : readNamePlace(values);
    if (values !== null && after === null) throw notFound();
    const frameworkId = readId('framework', framework.id);
    const { rows, today } = await read(async (tx) => ({
      rows: await this.reader.page(tx, frameworkId, { first, after }),
      today: tx.today,
    }));
    return toConnection(
      args,
      rows,
      ({ place }) => [place.key, place.id],
      (row) => toFrameworkMember(row, today),
    );
  }
}

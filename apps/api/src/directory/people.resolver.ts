import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListPeople } from '#libs/directory';
import { isUuid, textFaults } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import {
  checkedFirst,
  CurrentActor,
  cursorOf,
  notFound,
  PageArgs,
  Requires,
  toConnection,
} from '../graphql/index.js';
import { ColleagueConnection, toColleague } from './colleague.type.js';

@Resolver()
export class PeopleResolver {
  constructor(private readonly listPeople: ListPeople) {}

  @Query(() => ColleagueConnection, {
    description:
      'The people with roles in the body that you act for, in your capacity there. Needs person:read.',
  })
  @Requires('person:read')
  async people(@CurrentActor() actor: Actor, @Args() args: PageArgs): Promise<ColleagueConnection> {
    const rows = await this.listPeople.execute(actor, { first: checkedFirst(args), after: placeOf(args) });
    return toConnection(args, rows, (row) => [row.name, row.id], toColleague);
  }
}

const placeOf = (args: PageArgs): { name: string; id: string } | null => {
  const values = cursorOf(args);
  if (values === null) return null;
  const [name = '', id = ''] = values;
  const faults = textFaults(name, { field: 'name', path: [] });
  if (values.length !== 2 || !isUuid(id) || faults.length > 0) throw notFound();
  return { name, id };
};

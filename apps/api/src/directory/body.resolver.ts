import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FindBody, readPlace } from '#libs/directory';
import {
  checkedFirst,
  cursorOf,
  notFound,
  PageArgs,
  Public,
  Reader,
  readId,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { BodyConnection, BodyType, toBody } from './body.type.js';

@Resolver(() => BodyType)
export class BodyResolver {
  constructor(private readonly find: FindBody) {}

  @Query(() => BodyConnection, {
    description: 'Public bodies by name, former name, code, GSS code, email address or email domain. Public.',
  })
  @Public()
  async bodySearch(
    @Reader() read: Read,
    @Args('text', {
      type: () => String,
      description: 'What to look for; only its first 200 characters count.',
    })
    text: string,
    @Args() args: PageArgs,
  ): Promise<BodyConnection> {
    const first = checkedFirst(args);
    const values = cursorOf(args);
    const after = values === null ? null : readPlace(values);
    if (values !== null && after === null) throw notFound();
    const { found, today } = await read(async (tx) => ({
      found: await this.find.search(tx, text, { first, after }),
      today: tx.today,
    }));
    return toConnection(
      args,
      found,
      ({ place }) => [String(place.rank), place.key, place.id],
      ({ body }) => toBody(body, today),
    );
  }

  @Query(() => BodyType, { description: 'A public body by its id. Public.' })
  @Public()
  async body(
    @Reader() read: Read,
    @Args('id', { type: () => ID, description: 'The id of the body.' }) id: string,
  ): Promise<BodyType> {
    const bodyId = readId('body', id);
    const found = await read(async (tx) => {
      const body = await this.find.byId(tx, bodyId);
      return body && toBody(body, tx.today);
    });
    if (found === null) throw notFound();
    return found;
  }

  @ResolveField(() => [BodyType], {
    description:
      'The bodies of today that took over the work of an abolished one; more than one when it was split.',
  })
  async successors(@Parent() parent: BodyType, @Reader() read: Read): Promise<readonly BodyType[]> {
    if (parent.standing === 'ACTIVE') return [];
    const bodyId = readId('body', parent.id);
    return read(async (tx) => {
      const body = await this.find.byId(tx, bodyId);
      return body === null
        ? []
        : (await this.find.successorsOf(tx, body)).map((next) => toBody(next, tx.today));
    });
  }

  @ResolveField(() => [String], { description: 'The email domains that find it.' })
  async emailDomains(@Parent() parent: BodyType, @Reader() read: Read): Promise<readonly string[]> {
    const bodyId = readId('body', parent.id);
    return read((tx) => this.find.domainsOf(tx, bodyId));
  }
}

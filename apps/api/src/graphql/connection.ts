import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { Type } from '@nestjs/common';

const MOST = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many items, from 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The endCursor of the page before; null for the first page.',
  })
  after?: string | null;
}

/** Page sizes are checked where they are used, so that a variable is checked like a literal. */
export const checkedFirst = ({ first }: PageArgs): number => {
  if (!Number.isInteger(first) || first < 1 || first > MOST)
    throw new GraphQLError(`Ask for between 1 and ${MOST} items.`, { extensions: { code: 'PAGE_SIZE' } });
  return first;
};

/** The keyset values that a cursor holds, or null for the first page. */
export const cursorOf = ({ after }: PageArgs): readonly string[] | null => {
  if (after === undefined || after === null) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length <= 4 &&
      values.every((value): value is string => typeof value === 'string' && value.length <= 500)
    )
      return values;
  } catch {
    // falls through to the one answer for a cursor that we did not make
  }
  throw new GraphQLError('This page no longer exists. Start again from the first page.', {
    extensions: { code: 'CURSOR_INVALID' },
  });
};

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more items after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass it as after to get the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

interface Edge<N> {
  cursor: string;
  node: N;
}
interface Connection<N> {
  edges: Edge<N>[];
  pageInfo: PageInfo;
}

/** A Relay connection of one node type; extend it with @ObjectType(). */
export const ConnectionOf = <N>(node: Type<N>, name: string): abstract new () => Connection<N> => {
  @ObjectType(`${name}Edge`, { description: `One item of a list of ${name}.` })
  class NodeEdge implements Edge<N> {
    @Field(() => String, { description: 'Where this item stands in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'The item.' })
    node!: N;
  }

  @ObjectType({ isAbstract: true })
  abstract class NodeConnection implements Connection<N> {
    @Field(() => [NodeEdge], { description: 'The items of this page, in order.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;
  }
  return NodeConnection;
};

/** Those of `first + 1` rows that a page shows. */
export const shownOf = <R>(page: PageArgs, rows: readonly R[]): readonly R[] =>
  rows.slice(0, checkedFirst(page));

/** One page from `first + 1` rows: the extra row only tells that there are more. */
export const toConnection = <R, N>(
  page: PageArgs,
  rows: readonly R[],
  keyOf: (row: R) => readonly string[],
  toType: (row: R) => N,
): Connection<N> => {
  const first = checkedFirst(page);
  const edges = shownOf(page, rows).map((row) => ({
    cursor: Buffer.from(JSON.stringify(keyOf(row))).toString('base64url'),
    node: toType(row),
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
};

interface ListPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * One item of a list that the API gives only as a list, or null. It asks for further pages only when the item is not
 * on the first, which holds a hundred.
 */
export const findInList = async <Node extends { readonly id: string }>(
  id: string,
  ask: (after: string | null) => Promise<ListPage<Node>>,
): Promise<Node | null> => {
  let after: string | null = null;
  do {
    const { edges, pageInfo }: ListPage<Node> = await ask(after);
    const found = edges.find(({ node }) => node.id === id);
    if (found) return found.node;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return null;
};

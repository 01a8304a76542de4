import { describe, expect, it } from '@jest/globals';
import { findInList } from './find-in-list.js';

const pages: Readonly<Record<string, { ids: readonly string[]; next: string | null }>> = {
  first: { ids: ['a', 'b'], next: 'second' },
  second: { ids: ['c'], next: null },
};
const asked: string[] = [];
const ask = (after: string | null) => {
  asked.push(after ?? 'first');
  const page = pages[after ?? 'first'] ?? { ids: [], next: null };
  return Promise.resolve({
    edges: page.ids.map((id) => ({ node: { id } })),
    pageInfo: { hasNextPage: page.next !== null, endCursor: page.next },
  });
};

describe('an item of a list', () => {
  it.each([
    ['b', 'b', ['first']],
    ['c', 'c', ['first', 'second']],
    ['d', undefined, ['first', 'second']],
  ])('%s is looked for no further than needed', async (id, found, pagesAsked) => {
    asked.length = 0;
    expect((await findInList(id, ask))?.id).toBe(found);
    expect(asked).toEqual(pagesAsked);
  });
});

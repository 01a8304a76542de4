import { values, wholes } from './argument-values.js';
import { idPathsOf, leavesOf, plausible, variablesOf } from './arguments.js';
import type { Door } from './door.js';
import { idArguments } from './id-arguments.js';
import type { OperationText } from './operation-text.js';

/** An operation of the schema as a door. Throws with the name of an id that is not registered. */
export const graphqlDoor = (text: OperationText, access: string): Door => {
  const leaves = leavesOf(text).map(({ path }) => path);
  const afterPath = `${text.name}.after`;
  const ids = new Set(idPathsOf(text));
  const names = new Map(
    leaves.flatMap((path) => {
      const references = idArguments[path];
      if (!references && ids.has(path))
        throw new Error(
          `${text.kind} ${text.name}: what does the id ${path} name? Say it in id-arguments.ts`,
        );
      return references && !('open' in references) ? [[path, references] as const] : [];
    }),
  );
  return {
    name: `${text.kind} ${text.name}`,
    access,
    changes: text.kind === 'mutation',
    names,
    selected: text.selected,
    pages: leaves.includes(afterPath),
    request: ({ naming, after, as, isKeptOut }) => {
      const { text: query, variables } = isKeptOut ? text.brief : text;
      const filled = variablesOf({ variables }, wholes, (leaf) => {
        if (leaf.path === afterPath) return after;
        const references = names.get(leaf.path);
        if (references) return naming(leaf.path, references, leaf.required);
        const value = values[leaf.path];
        if (value !== undefined) return typeof value === 'function' ? value(as) : value;
        return plausible(leaf);
      });
      return {
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: filled }),
      };
    },
  };
};

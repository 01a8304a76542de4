import type { GraphQLSchema } from 'graphql';
import { listOperations } from '../../tools/generate/operations.js';
import type { Door } from './door.js';
import { graphqlDoor } from './graphql-door.js';
import { httpDoors } from './http-doors.js';
import { idArguments } from './id-arguments.js';
import { operationTexts } from './operation-text.js';

/** Every door that the schema and the controllers have. Throws with the name of what is not registered. */
export const doorsOf = (schema: GraphQLSchema): Door[] => {
  const texts = new Map(operationTexts(schema).map((text) => [`${text.kind} ${text.name}`, text]));
  return listOperations(schema).map(({ kind, name, access }) => {
    const full = `${kind} ${name}`;
    if (kind === 'http') return httpDoor(full, access);
    const text = texts.get(full);
    if (!text) throw new Error(`the schema has no ${full}`);
    return graphqlDoor(text, access);
  });
};

const httpDoor = (name: string, access: string): Door => {
  const door = httpDoors[name];
  if (!door) throw new Error(`${name}: how is this door called? Say it in http-doors.ts`);
  return { name, access, selected: new Set(), pages: false, ...door };
};

/** Registered arguments that no operation has any more. */
export const staleIdArguments = (doors: readonly Door[]): string[] => {
  const used = new Set(doors.flatMap(({ names }) => [...names.keys()]));
  return Object.entries(idArguments)
    .filter(([path, references]) => !('open' in references) && !used.has(path))
    .map(([path]) => path);
};

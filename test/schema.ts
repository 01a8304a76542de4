import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** The API's schema as committed: what `npm run check` holds to the code, without loading the code. */
export const committedSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'));

import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { listOperations } from './generate/operations.js';
import { buildSchema, schemaText } from './generate/schema.js';
import { webOperations } from './generate/web-operations.js';

/** Writes every generated file, or with --check says which are not current and exits 1. */
const schema = await buildSchema();
const files: Readonly<Record<string, string>> = {
  'apps/api/schema.graphql': schemaText(schema),
  'test/operations.json': `${JSON.stringify(listOperations(schema), null, 2)}\n`,
  ...(await webOperations(schema)),
};

const check = process.argv.includes('--check');
let stale = 0;
for (const [name, text] of Object.entries(files)) {
  const path = join(projectRoot(), name);
  const current = await readFile(path, 'utf8').catch(() => null);
  if (current === text) continue;
  stale += 1;
  if (check) console.error(`${name} is not current. Run npm run generate and commit it.`);
  else {
    await writeFile(path, text);
    console.log(`wrote ${name}`);
  }
}
if (check && stale > 0) process.exit(1);

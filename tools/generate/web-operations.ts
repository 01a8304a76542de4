import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { Kind, OperationTypeNode, parse, printSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';

const SOURCES = 'apps/web/src';

/** Scalars of the API as they come over JSON: text, for a decimal is never a binary float. */
const SCALARS = { DateTime: 'string', Decimal: 'string', IdempotencyKey: 'string', LocalDate: 'string' };

/** For each .graphql file of the pages a .generated.ts beside it: the operations' texts with the types of what goes in and out. */
export const webOperations = async (schema: GraphQLSchema): Promise<Readonly<Record<string, string>>> => {
  const root = join(projectRoot(), SOURCES);
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.graphql')).sort();
  const made: Record<string, string> = {};
  for (const name of names)
    made[`${SOURCES}/${name.replace(/graphql$/, 'generated.ts')}`] = await operationsOf(
      schema,
      name,
      await readFile(join(root, name), 'utf8'),
    );
  return made;
};

const operationsOf = async (schema: GraphQLSchema, name: string, text: string): Promise<string> => {
  const document = parse(text);
  const types = await codegen({
    filename: name,
    schema: parse(printSchema(schema)),
    documents: [{ location: name, document }],
    plugins: [{ operations: {} }],
    pluginMap: { operations: typescriptOperations },
    config: {
      scalars: SCALARS,
      strictScalars: true,
      immutableTypes: true,
      skipTypename: true,
      useTypeImports: true,
      enumsAsTypes: true,
      avoidOptionals: { field: true, inputValue: false },
    },
  });
  const up = '../'.repeat(name.split('/').length - 1) || './';
  const from = name.startsWith('api/') ? './operation.js' : `${up}api/operation.js`;
  return `// Made by npm run generate from ${name.split('/').at(-1)}. Do not edit.
import type { Operation } from '${from}';

${types.trim()}

${constantsOf(document, text)}
`;
};

/** Of the file's fragments those that an operation uses, itself or through another: one that is not used is refused. */
const usedBy = (own: string, fragments: readonly string[]): readonly string[] => {
  let used: readonly string[] = [];
  for (;;) {
    const text = [own, ...used].join('\n');
    const found = fragments.filter((fragment) =>
      new RegExp(`\\.\\.\\.\\s*${/fragment (\w+)/.exec(fragment)?.[1]}\\b`).test(text),
    );
    if (found.length === used.length) return used;
    used = found;
  }
};

/** One constant an operation, with the fragments that it uses. */
const constantsOf = (document: DocumentNode, text: string): string => {
  const partsOf = (kind: Kind): string[] =>
    document.definitions
      .filter((definition) => definition.kind === kind)
      .map(({ loc }) => (loc ? text.slice(loc.start, loc.end) : ''));
  const fragments = partsOf(Kind.FRAGMENT_DEFINITION);
  return document.definitions
    .flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name || !definition.loc) return [];
      const name = definition.name.value;
      const own = text.slice(definition.loc.start, definition.loc.end);
      const used = usedBy(own, fragments);
      const kind = definition.operation === OperationTypeNode.QUERY ? 'Query' : 'Mutation';
      const body = JSON.stringify([own, ...used].join('\n').replace(/\s+/g, ' '));
      return [
        `export const ${name}: Operation<${name}${kind}, ${name}${kind}Variables> = {\n  name: '${name}',\n  text: ${body},\n};`,
      ];
    })
    .join('\n');
};

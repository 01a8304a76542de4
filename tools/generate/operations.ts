import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { controllers, resolvers } from '../../apps/api/src/api.module.js';
import { RULE, type AccessRule } from '../../apps/api/src/auth/permission.js';

export interface Operation {
  readonly kind: 'query' | 'mutation' | 'http';
  readonly name: string;
  /** A permission, `public`, `usage key` or `stripe signature`. */
  readonly access: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** Every operation of the API and every HTTP door with whom it is for, from the code itself. */
export const listOperations = (schema: GraphQLSchema): Operation[] => {
  const access = accessByField();
  const fields = (kind: 'query' | 'mutation', type: ReturnType<GraphQLSchema['getQueryType']>): Operation[] =>
    Object.keys(type?.getFields() ?? {}).map((name) => ({
      kind,
      name,
      access: access.get(`${kind}.${name}`) ?? 'undeclared',
    }));
  const all = [
    ...fields('query', schema.getQueryType()),
    ...fields('mutation', schema.getMutationType()),
    ...httpDoors(),
  ];
  return all.sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
};

const wordsOf = (rule: AccessRule | undefined): string => {
  if (rule === undefined) return 'undeclared';
  return rule.kind === 'requires' ? rule.permission : rule.kind.replace('-', ' ');
};

const methodsOf = (type: new (...args: never[]) => object): { name: string; method: object }[] =>
  Object.getOwnPropertyNames(type.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => ({ name, method: (type.prototype as Record<string, object>)[name] as object }));

const accessByField = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const resolver of resolvers)
    for (const { name, method } of methodsOf(resolver)) {
      const type: unknown = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method);
      if (type !== 'Query' && type !== 'Mutation') continue;
      const given: unknown = Reflect.getMetadata(RESOLVER_NAME_METADATA, method);
      const field = typeof given === 'string' ? given : name;
      found.set(
        `${type.toLowerCase()}.${field}`,
        wordsOf(Reflect.getMetadata(RULE, method) as AccessRule | undefined),
      );
    }
  return found;
};

const httpDoors = (): Operation[] =>
  controllers.flatMap((controller) => {
    const base = pathOf(controller);
    return methodsOf(controller as new (...args: never[]) => object).flatMap(({ method }) => {
      const path: unknown = Reflect.getMetadata('path', method);
      if (path === undefined) return [];
      const verb = METHODS[Number(Reflect.getMetadata('method', method))] ?? 'GET';
      const address = `/${[base, pathOf(method)].filter((part) => part !== '').join('/')}`;
      return [
        {
          kind: 'http' as const,
          name: `${verb} ${address}`,
          access: wordsOf(Reflect.getMetadata(RULE, method) as AccessRule | undefined),
        },
      ];
    });
  });

const pathOf = (target: object): string => {
  const path: unknown = Reflect.getMetadata('path', target);
  return (Array.isArray(path) ? String(path[0]) : typeof path === 'string' ? path : '').replace(
    /^\/+|\/+$/g,
    '',
  );
};

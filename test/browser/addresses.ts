import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPages } from '../../apps/web/src/frame/pages.js';
import type { Addresses, Known } from './known.js';

/** A page's address as its code has it, with whom it is for. */
export interface Route {
  /** `/invoices/:id` */
  readonly path: string;
  readonly access: string;
  /** One address of it that exists in the demonstration. */
  readonly address: (known: Known) => string;
}

const METHOD_GET = 0;

const joined = (...parts: readonly string[]): string => {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
  return `/${path}`;
};

/** Every address that can be looked at, from the pages' own code; fails when one with parameters has no example. */
export const findRoutes = async (): Promise<readonly Route[]> => {
  const examples = await findExamples();
  const routes = (await findPages()).flatMap(({ controller, path, access }) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => (controller.prototype as Record<string, unknown>)[name])
      .filter((method): method is object => typeof method === 'function')
      .filter((method) => Reflect.getMetadata('method', method) === METHOD_GET)
      .map((method) => ({ path: joined(path, String(Reflect.getMetadata('path', method))), access })),
  );
  const missing = routes.filter(({ path }) => path.includes(':') && !examples[path]).map(({ path }) => path);
  const stale = Object.keys(examples).filter((path) => !routes.some((route) => route.path === path));
  if (missing.length + stale.length > 0)
    throw new Error(
      `test/browser/addresses lacks ${missing.join(', ') || 'nothing'}, and has ${stale.join(', ') || 'nothing'} too much`,
    );
  return routes.map((route) => ({ ...route, address: examples[route.path] ?? (() => route.path) }));
};

const findExamples = async (): Promise<Addresses> => {
  const folder = join(import.meta.dirname, 'addresses');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const all: { addresses: Addresses }[] = [];
  for (const name of files)
    all.push((await import(pathToFileURL(join(folder, name)).href)) as { addresses: Addresses });
  return Object.assign({}, ...all.map(({ addresses }) => addresses)) as Addresses;
};

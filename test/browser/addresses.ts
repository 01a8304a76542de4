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
  /** A download: nothing to read on a page. */
  readonly isFile: boolean;
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
  const { addresses: examples, files } = await findExamples();
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
  return routes.map((route) => ({
    ...route,
    address: examples[route.path] ?? (() => route.path),
    isFile: files[route.path] !== undefined,
  }));
};

interface Examples {
  readonly addresses: Addresses;
  /** Those of them that are downloads. */
  readonly files: Addresses;
}

const findExamples = async (): Promise<Examples> => {
  const folder = join(import.meta.dirname, 'addresses');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const found = { addresses: {}, files: {} };
  for (const name of names) {
    const { addresses, files = {} } = (await import(
      pathToFileURL(join(folder, name)).href
    )) as Partial<Examples>;
    Object.assign(found.addresses, addresses, files);
    Object.assign(found.files, files);
  }
  return found;
};

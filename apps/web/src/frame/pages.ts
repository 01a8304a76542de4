import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PAGE, type KnownPage, type PageOptions, type Words } from './page.js';

const FOLDER = path.join(import.meta.dirname, '../pages');

/** Every page of the service: each folder under `pages/` that holds a `*.page.ts`, with its words beside it. */
export const findPages = async (): Promise<readonly KnownPage[]> => {
  const names = (await readdir(FOLDER, { recursive: true }))
    .filter((name) => name.endsWith('.page.js'))
    .sort();
  // One after the other: modules that share others are not always linked when several are imported at once.
  const pages: KnownPage[] = [];
  for (const name of names) pages.push(await pageIn(name));
  return pages;
};

const pageIn = async (name: string): Promise<KnownPage> => {
  const folder = path.dirname(name);
  const exports = await importFrom<Record<string, unknown>>(name);
  const { words } = await importFrom<{ words: Words }>(path.join(folder, 'en.js'));
  const controller = Object.values(exports).find(
    (value): value is KnownPage['controller'] =>
      typeof value === 'function' && Reflect.getMetadata(PAGE, value) !== undefined,
  );
  if (!controller) throw new Error(`pages/${name} holds no page`);
  const options = Reflect.getMetadata(PAGE, controller) as PageOptions;
  return { ...options, controller, folder: folder.split(path.sep).join('/'), words };
};

const importFrom = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(path.join(FOLDER, name)).href)) as T;

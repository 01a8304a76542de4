import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const FILE = /^\d{4}-.+\.sql$/;

/** Every lib's `sql/NNNN-name.sql`, in order of their numbers. Throws when two have the same number. */
export const findMigrations = async (root = projectRoot()): Promise<readonly Migration[]> => {
  const libs = await readdir(join(root, 'libs'));
  const folders = libs.map((lib) => join(root, 'libs', lib, 'sql'));
  const files = (await Promise.all(folders.map(filesIn))).flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  files.forEach(({ name }, i) => {
    const next = files[i + 1];
    if (next?.name.slice(0, 4) === name.slice(0, 4))
      throw new Error(
        `Migrations ${name} and ${next.name} have the same number: their order would be chance.`,
      );
  });
  return Promise.all(
    files.map(async ({ name, path }) => {
      const sql = await readFile(path, 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const filesIn = async (folder: string): Promise<{ name: string; path: string }[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.filter((name) => FILE.test(name)).map((name) => ({ name, path: join(folder, name) }));
};

import { readFile } from 'node:fs/promises';
import { atOneMoment } from './onlooker.js';

export interface BrokenInvariant {
  readonly name: string;
  /** A few of the rows that break it. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const SHOWN = 3;

export interface NamedQuery {
  readonly name: string;
  readonly sql: string;
}

/** The queries of a file by their names. */
export const readQueries = async (file: string): Promise<readonly NamedQuery[]> => {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  const [, ...parts] = text.split(/^-- name: /m);
  return parts.map((part) => {
    const [name = '', ...lines] = part.split('\n');
    return { name: name.trim(), sql: lines.join('\n').trim().replace(/;$/, '') };
  });
};

export const readInvariants = (): Promise<readonly NamedQuery[]> => readQueries('test/invariants.sql');

/** Every invariant that does not hold in a database, seen as its superuser. */
export const brokenInvariants = async (adminUrl: string): Promise<readonly BrokenInvariant[]> => {
  const invariants = await readInvariants();
  return atOneMoment(adminUrl, async (ask) => {
    const broken: BrokenInvariant[] = [];
    for (const [place, { name, sql }] of invariants.entries()) {
      const rows = await ask<Record<string, unknown>>(`invariant ${place}`, sql);
      if (rows.length > 0) broken.push({ name, rows: rows.slice(0, SHOWN) });
    }
    return broken;
  });
};

/** Throws, naming each invariant that is broken and some of the rows that break it. */
export const assertInvariants = async (adminUrl: string): Promise<void> => {
  const broken = await brokenInvariants(adminUrl);
  if (broken.length === 0) return;
  const lines = broken.map(({ name, rows }) => `${name}: ${JSON.stringify(rows)}`);
  throw new Error(`these do not hold any more:\n${lines.join('\n')}`);
};

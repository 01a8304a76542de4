import { cpus, totalmem } from 'node:os';
import type pg from 'pg';
import type { Measure } from './measure.js';

const seconds = (value: number): string => value.toFixed(2);

/**
 * docs/benchmarks.md: the figures with the machine they were measured on. What was not measured this time is kept as it
 * stands in `before`, each figure with its day.
 */
export const reportOf = async (
  db: pg.Client,
  measures: readonly Measure[],
  before: string,
): Promise<string> => {
  const {
    rows: [server],
  } = await db.query<{ version: string }>(`select current_setting('server_version') as version`);
  const [cpu] = cpus();
  const today = new Date().toISOString().slice(0, 10);
  const rows = measures.map(
    ({ what, work, limit, ours, ratio, atLeast }) =>
      `| ${what} | ${work} | ${seconds(limit)} | ${seconds(ours)} | ${ratio.toFixed(2)} | ${Number(atLeast.toFixed(2))} | ${today} |`,
  );
  const kept = before
    .split('\n')
    .slice(before.split('\n').findIndex((line) => line.startsWith('| ---')) + 1)
    .filter((line) => line.startsWith('| ') && !measures.some(({ what }) => line.startsWith(`| ${what} |`)));
  return [
    '# Benchmarks',
    'Written by `npm run bench`. Each figure stands against a limit that was measured in the same run on the same PostgreSQL: ratio = limit ÷ ours.',
    '',
    `Machine: ${cpus().length} cores (${cpu?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL ${server?.version ?? 'unknown'}, everything on it at once.`,
    '',
    '| what | work | limit, s | ours, s | ratio | at least | on |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...[...rows, ...kept].sort(),
    '',
  ].join('\n');
};

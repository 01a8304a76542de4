import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const filesOf = (place: string): string[] =>
  statSync(path.join(ROOT, place)).isDirectory()
    ? readdirSync(path.join(ROOT, place)).map((name) => `${place}/${name}`)
    : [place];

/** The compiled tools that the image takes from its build. */
const copied = [
  ...readFileSync(path.join(ROOT, 'docker/Dockerfile'), 'utf8').matchAll(/ (dist\/tools\/\S+)$/gm),
]
  .map(([, place = '']) => place)
  .flatMap(filesOf)
  .filter((file) => file.endsWith('.js'));

test('the image holds every tool that its command can choose', () => {
  const choices = /\n {2}(migrate[^)]*)\)/.exec(readFileSync(path.join(ROOT, 'docker/accede'), 'utf8'))?.[1];
  expect(choices?.split(' | ')).toEqual(['migrate', 'operator', 'audit-verify']);
  for (const choice of choices?.split(' | ') ?? []) expect(copied).toContain(`dist/tools/${choice}.js`);
});

test('the image holds whatever its tools load, and no launcher', () => {
  for (const file of copied) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/^import .*from '(\.[^']+)';$/gm))
      expect(copied).toContain(path.posix.join(path.posix.dirname(file), target));
  }
  expect(copied.filter((file) => /embedded-postgres|stack|demonstration|mailbox/.test(file))).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';

/** Other names for what pages call a service, usage in quarantine, and late usage. */
const OTHER_NAMES = /\bofferings?\b|\bheld usage\b|\busage (that was|is) held\b|\bput aside\b|\blate use\b/i;

/** The sentences and labels of a message file, without what is filled in; a code or a key is neither. */
const wordsIn = (source: string): readonly string[] =>
  [...source.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)]
    .map(([, ...texts]) => (texts.find((text) => text !== undefined) ?? '').replace(/\$?\{[^}]*\}/g, '…'))
    .filter((text) => / |^[A-Z][a-z]/.test(text));
const otherNamesIn = (source: string): readonly string[] =>
  wordsIn(source).filter((text) => OTHER_NAMES.test(text));

const root = projectRoot();
const ofPages = (readdirSync(join(root, 'apps/web/src'), { recursive: true }) as string[])
  .filter((name) => /(^|\/)en\.ts$|^words\/[a-z-]+\.ts$/.test(name))
  .map((name) => `apps/web/src/${name}`);
const files = [
  ...ofPages,
  'apps/api/src/audit/messages.ts',
  'apps/api/src/auth/messages.ts',
  'libs/kernel/src/messages/en/refusals.ts',
];

describe('one name for one thing', () => {
  it.each(files)('%s', (name) => {
    expect(otherNamesIn(readFileSync(join(root, name), 'utf8'))).toEqual([]);
  });

  it('would be missed', () => {
    expect(
      otherNamesIn("quarantine: 'Held usage', 'offering.create': `the ${offering} of an offering`"),
    ).toEqual(['Held usage', 'the … of an offering']);
  });
});

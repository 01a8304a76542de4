// Mutation testing of the code that works out money: `npm run mutate` (tools/run/mutation.mjs) names the lib.
// Changes the code in one small way after the other and looks whether a test of the same lib notices.
import { readdirSync } from 'node:fs';

const lib = process.env.ACCEDE_MUTATE ?? 'pricing';

const MUTATED = {
  kernel: 'libs/kernel/src/{decimal,money,rounding,allocate,period,local-date,financial-year,london}.ts',
};
const mutated = MUTATED[lib] ?? `libs/${lib}/src/domain/**/*.ts`;

/**
 * Left out: tests of thousands of random cases. Stryker runs every test that reaches a change, which would take hours,
 * and what chance finds is no proof that a rule has its example.
 */
const RANDOM = '-properties\\.spec\\.js$';

/** The libs that the code of a domain never imports. */
const others = readdirSync('libs').filter((name) => !['kernel', 'pricing', lib].includes(name));

export default {
  mutate: [mutated, '!**/*.{spec,deep-spec}.ts', '!**/index.ts', '!**/*-cases.ts'],
  plugins: ['./tools/mutation/in-one-process.mjs', './tools/mutation/words-of-bugs.mjs'],
  ignorers: ['words-of-bugs'],

  // The tests run on compiled code, and one build holds every change: which one is on is chosen at run time.
  buildCommand: 'tsc -p tsconfig.json --noCheck',
  disableTypeChecks: false,
  testRunner: 'in-one-process',
  inOneProcess: { tests: `dist/libs/${lib}`, leftOut: RANDOM },
  coverageAnalysis: 'perTest',
  concurrency: 2,

  // Everything that it writes is under .accede/, which is in nobody's way.
  tempDirName: '.accede/mutation/sandbox',
  incremental: true,
  incrementalFile: `.accede/mutation/${lib}.json`,
  // The compiled tests go along, for a result is used again only while its test has not changed.
  ignorePatterns: ['.accede', 'coverage', 'docs', '**/{apps,test,tools}', `**/libs/{${others}}`],
  reporters: ['clear-text', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: `.accede/mutation/${lib}.html` },
  thresholds: { high: 95, low: 90, break: 90 },
};

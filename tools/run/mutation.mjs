import path from 'node:path';
import { runProgram } from './program.mjs';

/** The libs that work out money, in the order of their imports. */
const LIBS = ['kernel', 'pricing', 'ledger', 'costs', 'billing', 'payments'];

/**
 * `npm run mutate`: whether the unit tests of the money code notice when it is changed (stryker.config.mjs).
 * Takes names of libs, and options of Stryker (`--force` tries everything again).
 */
export async function mutate(root, args) {
  const named = args.filter((arg) => LIBS.includes(arg));
  const options = args.filter((arg) => !LIBS.includes(arg));
  // Random tests have their seed in their name, by which Stryker picks them: it must stay the same.
  process.env.ACCEDE_TEST_SEED ??= '1';
  let worst = 0;
  for (const lib of named.length > 0 ? named : LIBS) {
    console.log(`\n${lib}`);
    process.env.ACCEDE_MUTATE = lib;
    const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
    worst = Math.max(worst, await runProgram([stryker, 'run', ...options], { cwd: root }));
  }
  return worst;
}

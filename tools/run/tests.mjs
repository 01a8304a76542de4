import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './program.mjs';

// Jest loads ES modules through an interface that Node still calls experimental; the warning tells nobody anything.
const NODE_FLAGS = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--enable-source-maps',
];

/** Runs a program without input; answers its exit code and the last line of its output. */
async function run(root, args, env = process.env) {
  let tail = '';
  const onOutput = (chunk) => {
    process.stdout.write(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-2000);
  };
  const code = await runProgram(args, { cwd: root, input: 'ignore', onOutput, env });
  return { code, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' };
}

/** Jest's own count; a file that could not be loaded is a failure, and so is a run that ends badly. */
function countOf(file, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

async function jest(root, projects, args) {
  const folder = mkdtempSync(path.join(tmpdir(), 'accede-jest-'));
  try {
    const file = path.join(folder, 'result.json');
    // Paths of sources are as good as paths of outputs; the list of projects goes last, for it takes every word after it.
    const wanted = args.map((arg) => arg.replace(/\.ts$/, '.js'));
    const options = [...wanted, '--json', `--outputFile=${file}`, '--selectProjects', ...projects];
    // Libraries run as they do for real, without what they check for their developers at each call; Accede's own
    // settings are given to it in the tests themselves.
    const env = { ...process.env, NODE_ENV: 'production' };
    const command = [...NODE_FLAGS, path.join(root, 'node_modules/jest/bin/jest.js'), ...options];
    const { code } = await run(root, command, env);
    return countOf(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(counts) {
  const sum = (key) => counts.reduce((total, count) => total + (count[key] ?? 0), 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  if (skipped > 0) console.log(`${skipped} skipped`);
  if (passed + failed === 0) console.log('No test was run, which counts as a failure.');
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** `npm test`: every test of the three quick kinds. */
export async function test(root, args) {
  return report([await jest(root, ['unit', 'int', 'e2e'], args)]);
}

/** Programs named *.deep.ts under test/: long checks that are not jest's (another server, another machine). */
function deepPrograms(root) {
  const names = readdirSync(path.join(root, 'dist/test'), { recursive: true });
  return names.filter((name) => name.endsWith('.deep.js')).sort();
}

/** `npm run test:deep`: the repetitions that take too long for every day. */
export async function testDeep(root, args) {
  const counts = [await jest(root, ['deep', 'rested'], args)];
  for (const name of args.length === 0 ? deepPrograms(root) : []) {
    console.log(`\n${name.replace(/\.js$/, '.ts')}`);
    const { code, lastLine } = await run(root, ['--enable-source-maps', path.join(root, 'dist/test', name)]);
    const said = /^(\d+) passed, (\d+) failed$/.exec(lastLine);
    const failed = said ? Number(said[2]) : 0;
    counts.push({
      passed: said ? Number(said[1]) : code === 0 ? 1 : 0,
      failed: failed || (code === 0 ? 0 : 1),
    });
  }
  return report(counts);
}

import { readFileSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';
import { bind } from 'jest-each';

/**
 * Stryker's runner of jest begins every test file anew for every change, which takes hours. The unit tests of the money
 * code need nothing of jest but describe, it, it.each and expect: this runner loads each file once and runs the tests
 * that reach a change. For a change of what a file does when it is loaded, those test files that import it are loaded
 * anew with all of ours that they need, its own tests first.
 */
class InOneProcess {
  static inject = ['options'];
  /** By test file. */
  loaded = new Map();
  titles = [];

  constructor({ inOneProcess: { tests, leftOut } }) {
    const folder = path.resolve(tests);
    this.files = readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.spec.js') && !new RegExp(leftOut).test(name))
      .sort()
      .map((name) => path.join(folder, name));
    register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    for (const file of this.files) await this.testsOf(file);
    const stryker = strykerOf();
    const tests = [];
    for (const { id, name, fileName, run } of [...this.loaded.values()].flat()) {
      stryker.currentTestId = id;
      const begun = Date.now();
      const failureMessage = await failureOf(run);
      const timeSpentMs = Date.now() - begun;
      const status = failureMessage === undefined ? 0 : 1;
      tests.push({ id, name, fileName, timeSpentMs, status, failureMessage });
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, sandboxFileName }) {
    const isStatic = mutantActivation === 'static';
    const anew = isStatic ? `?change=${activeMutant.id}` : '';
    const stryker = strykerOf();
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    try {
      const files = isStatic ? this.filesThatReach(sandboxFileName) : this.filesOf(testFilter);
      if (!isStatic) for (const file of files) await this.testsOf(file);
      stryker.activeMutant = activeMutant.id;
      return await this.tryTests(files, { anew, wanted: testFilter && new Set(testFilter) }, stryker);
    } catch (error) {
      return { status: 'error', errorMessage: String(error?.stack ?? error) };
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  async tryTests(files, { anew, wanted }, stryker) {
    let nrOfTests = 0;
    for (const file of files)
      for (const { id, run } of await this.testsOf(file, anew)) {
        if (wanted && !wanted.has(id)) continue;
        nrOfTests += 1;
        const failureMessage = await failureOf(run);
        if (stryker.hitCount > stryker.hitLimit) return { status: 'timeout', reason: 'it never ends' };
        if (failureMessage === undefined) continue;
        if (anew === '') await assertNothingStays(run, stryker);
        return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
    return { status: 'survived', nrOfTests };
  }

  /** The tests of a file, which is loaded once, or anew under another address. */
  async testsOf(fileName, anew = '') {
    const before = anew === '' ? this.loaded.get(fileName) : undefined;
    if (before) return before;
    const tests = [];
    const describe = (title, body) => {
      this.titles.push(title);
      body();
      this.titles.pop();
    };
    const it = (title, run) => {
      const name = [...this.titles, title].join(' ');
      const again = tests.filter((test) => test.name === name).length;
      const id = `${path.basename(fileName)}: ${name}${again > 0 ? ` (${again + 1})` : ''}`;
      tests.push({ id, name, fileName, run });
    };
    Object.assign(it, { each: bind(it, false) });
    Object.assign(describe, { each: bind(describe, false) });
    Object.assign(globalThis, { describe, it, test: it, expect });
    this.titles = [];
    await import(pathToFileURL(fileName).href + anew);
    if (anew === '') this.loaded.set(fileName, tests);
    return tests;
  }

  filesOf(ids) {
    const names = new Set(ids.map((id) => id.slice(0, id.indexOf(': '))));
    return this.files.filter((file) => names.has(path.basename(file)));
  }

  filesThatReach(sandboxFileName) {
    const changed = path.resolve('dist', path.relative('', sandboxFileName)).replace(/\.ts$/, '.js');
    const own = changed.replace(/\.js$/, '.spec.js');
    const reaching = this.files.filter((file) => reachedFrom(file).has(changed));
    return [...reaching.filter((file) => file === own), ...reaching.filter((file) => file !== own)];
  }
}

const IMPORTED = /(?:from|import)\s*\(?['"]([.#][^'"]+)['"]/g;

/** Every compiled file that one needs, itself included. */
const reachedFrom = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
    const lib = /^#libs\/(.+)$/.exec(name)?.[1];
    reachedFrom(lib ? path.resolve('dist/libs', lib, 'src/index.js') : path.resolve(file, '..', name), seen);
  }
  return seen;
};

/**
 * Who imports the globals of jest gets those of the file that is being loaded; what is loaded anew has what it imports
 * of ours anew too.
 */
const HOOKS = `
  const source = ['describe', 'it', 'test', 'expect']
    .map((name) => 'export const ' + name + ' = globalThis.' + name + ';')
    .join('');
  export const resolve = async (name, context, next) => {
    if (name === '@jest/globals') return { url: 'jest-globals:' + context.parentURL, shortCircuit: true };
    const found = await next(name, context);
    const anew = /[?]change=.*$/.exec(context.parentURL ?? '')?.[0] ?? '';
    const isOurs = found.url.startsWith('file:') && !found.url.includes('/node_modules/');
    return isOurs ? { ...found, url: found.url + anew } : found;
  };
  export const load = (url, context, next) =>
    url.startsWith('jest-globals:') ? { format: 'module', source, shortCircuit: true } : next(url, context);
`;

/** Where the changed code looks which change is on, and keeps which tests reach it. */
const strykerOf = () => (globalThis.__stryker__ ??= {});

/** What a changed function left behind would fail tests of other changes: Stryker goes on with a new process. */
const assertNothingStays = async (run, stryker) => {
  const { activeMutant } = stryker;
  stryker.activeMutant = undefined;
  if ((await failureOf(run)) !== undefined) process.exit(1);
  stryker.activeMutant = activeMutant;
};

const failureOf = async (run) => {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
};

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', injectableClass: InOneProcess }];

export const strykerValidationSchema = {
  type: 'object',
  properties: {
    inOneProcess: {
      type: 'object',
      additionalProperties: false,
      properties: { tests: { type: 'string' }, leftOut: { type: 'string' } },
    },
  },
};

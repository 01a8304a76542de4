import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const FOLDERS = ['apps', 'libs', 'test', 'tools'];

function* filesUnder(root, folder) {
  if (!existsSync(path.join(root, folder))) return;
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesUnder(root, name);
    else yield name;
  }
}

/** The sources of the pages' style sheet. */
const stylesOf = (root) => [...filesUnder(root, 'apps/web/styles')].sort();
const STYLE_SHEET = 'dist/apps/web/assets/app.css';

/** Writes the pages' style sheet. Loaded only when it is needed: on a fresh checkout the compiler is not there yet. */
async function buildStyles(root) {
  const { compile } = await import('sass');
  const { css } = compile(path.join(root, 'apps/web/styles/app.scss'), {
    loadPaths: [path.join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  mkdirSync(path.join(root, path.dirname(STYLE_SHEET)), { recursive: true });
  writeFileSync(path.join(root, STYLE_SHEET), css);
}

/** The TypeScript sources, relative to the checkout. */
function sourcesOf(root) {
  const all = FOLDERS.flatMap((folder) => [...filesUnder(root, folder)]);
  return all.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
}

const outputOf = (source) => `dist/${source.slice(0, -3)}.js`;

/** Changes whenever a source, its list, the compiler's settings or the installed packages change. */
function stampOf(root, sources) {
  const hash = createHash('sha256');
  for (const name of [...sources, ...stylesOf(root), 'tsconfig.json', 'package.json', 'package-lock.json']) {
    const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
    hash.update(`${name}\0${stat?.mtimeMs}\0${stat?.size}\n`);
  }
  return hash.digest('hex');
}

/** tsc leaves the output of a deleted source behind, and a deleted test would go on running. */
function prune(root, sources) {
  const wanted = new Set(sources.map(outputOf));
  for (const folder of FOLDERS) {
    const emptied = new Set();
    for (const name of [...filesUnder(root, `dist/${folder}`)]) {
      if (!/\.js(\.map)?$/.test(name) || wanted.has(name.replace(/\.map$/, ''))) continue;
      rmSync(path.join(root, name), { force: true });
      emptied.add(path.dirname(name));
    }
    for (const start of emptied) {
      for (let dir = start; dir !== 'dist' && readdirSync(path.join(root, dir)).length === 0;) {
        rmdirSync(path.join(root, dir));
        dir = path.dirname(dir);
      }
    }
  }
}

/**
 * Compiles the checkout into dist, and does nothing when nothing has changed since the last build that passed.
 * Answers `{ ok, output, seconds }`; the compiler's words are the caller's to show.
 */
export async function build(root, { evenIfUnchanged = false } = {}) {
  const started = Date.now();
  const sources = sourcesOf(root);
  const stampFile = path.join(root, 'dist/.build-stamp');
  const outputs = [...sources.map(outputOf), STYLE_SHEET];
  const complete = outputs.every((output) => existsSync(path.join(root, output)));
  const stamp = stampOf(root, sources);
  const current = complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (current && !evenIfUnchanged) return { ok: true, output: '', seconds: 0 };

  rmSync(stampFile, { force: true });
  // The compiler believes its own record of what it wrote; where an output is gone, the record must go too.
  if (!complete) rmSync(path.join(root, 'dist/.tsbuildinfo'), { force: true });
  if (!evenIfUnchanged)
    console.error(existsSync(path.join(root, 'dist')) ? 'Building …' : 'Building, the first time …');
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const pretty = process.stderr.isTTY ? ['--pretty'] : [];
  const result = spawnSync(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.json'), ...pretty], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  prune(root, sources);
  const fault = await buildStyles(root).then(
    () => '',
    (error) => String(error.message),
  );
  const ok = result.status === 0 && fault === '';
  if (ok) writeFileSync(stampFile, stamp);
  return { ok, output: `${result.stdout}${result.stderr}${fault}`, seconds: (Date.now() - started) / 1000 };
}

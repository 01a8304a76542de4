import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What a commit must pass. A step is a Node program; it has passed when it ends with 0. */
function stepsOf(root) {
  const bin = (file) => path.join(root, 'node_modules', file);
  const steps = [
    { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0'] },
    { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
    {
      name: 'directions',
      args: [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'apps',
        'libs',
        'test',
        'tools',
      ],
    },
    { name: 'unused code', args: [bin('knip/bin/knip.js'), '--no-progress'] },
  ];
  const generator = path.join(root, 'dist/tools/generate.js');
  if (existsSync(generator)) steps.push({ name: 'generated files', args: [generator, '--check'] });
  return steps;
}

function run(root, { name, args }) {
  const started = Date.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve) => {
    const end = (ok) => resolve({ name, ok, output, seconds: (Date.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

function say({ name, ok, output, seconds }) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1)} s`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '        '));
}

/**
 * Runs every step, two at a time, and says a line for each. `built` is the outcome of the build just made, which
 * looked at every type. Answers the exit code.
 */
export async function check(root, built) {
  const results = [{ name: 'types', ...built }];
  say(results[0]);
  const waiting = stepsOf(root);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const result = await run(root, step);
      say(result);
      results.push(result);
    }
  };
  await Promise.all([lane(), lane()]);
  const failed = results.filter((result) => !result.ok).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

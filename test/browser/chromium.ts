import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright, type Browser } from 'playwright-core';

const projectRoot = join(import.meta.dirname, '../../..');

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** What Chromium would otherwise look up or fetch by itself, and what a machine without a sandbox or a screen needs. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
];

const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/**
 * The Chromium that came with the packages, unpacked once for this checkout. The package would unpack it into the
 * machine's folder for temporary files, where another person's copy, or one that another test is still writing, would
 * be taken for ours: so it is unpacked elsewhere, and moved here when it is whole.
 */
const unpacked = async (): Promise<string> => {
  const data = join(projectRoot, '.accede');
  const folder = join(data, 'chromium');
  if (!existsSync(folder)) {
    await mkdir(data, { recursive: true });
    const fresh = await mkdtemp(`${folder}-`);
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
      cwd: projectRoot,
      env: { ...process.env, TMPDIR: fresh },
    });
    // Another test may have been first.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return join(folder, 'chromium');
};

/** The machine's own Chromium where there is one, else the one that came with the packages: browser tests never skip. */
const executable = async (): Promise<{ path: string; args: readonly string[] }> => {
  const own = [process.env['CHROMIUM_PATH'] ?? '', ...INSTALLED].find(
    (path) => path !== '' && existsSync(path),
  );
  return own
    ? { path: own, args: [] }
    : { path: await unpacked(), args: ['--headless=shell', '--no-zygote'] };
};

export const launchChromium = async (): Promise<Browser> => {
  const { path, args } = await executable();
  return playwright.launch({ executablePath: path, args: [...ARGS, ...args], headless: true });
};

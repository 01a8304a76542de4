import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';
import { chromium as playwright, type Browser } from 'playwright-core';

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

/** The machine's own Chromium where there is one, else the one that came with the packages: browser tests never skip. */
const executable = async (): Promise<{ path: string; args: readonly string[] }> => {
  const own = [process.env['CHROMIUM_PATH'] ?? '', ...INSTALLED].find(
    (path) => path !== '' && existsSync(path),
  );
  return own
    ? { path: own, args: [] }
    : { path: await chromium.executablePath(), args: ['--headless=shell', '--no-zygote'] };
};

export const launchChromium = async (): Promise<Browser> => {
  const { path, args } = await executable();
  return playwright.launch({ executablePath: path, args: [...ARGS, ...args], headless: true });
};

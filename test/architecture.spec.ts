import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A direction that nobody has seen refused may not be watched at all. So each rule of .dependency-cruiser.mjs meets an
 * import that it must refuse, in a small tree of its own, and the imports that are meant to be allowed meet none.
 * That the real tree is clean is said by `npm run check`.
 */
const CHECKOUT = path.resolve(import.meta.dirname, '../..');
const FLOW = [
  'directory',
  'catalogue',
  'membership',
  'calloffs',
  'metering',
  'costs',
  'billing',
  'payments',
  'performance',
  'partnership',
];
const LIBS = ['kernel', 'pricing', 'platform', 'documents', 'ledger', ...FLOW];
const PACKAGES = [
  'typeorm',
  'temporal-polyfill',
  'stripe',
  'uuid',
  '@jest/globals',
  '@nestjs/graphql',
  '@apollo/server',
];

interface Probe {
  readonly file: string;
  readonly imports: string;
  /** The rules that must fire, in order of their names. None: the import is allowed. */
  readonly rules: readonly string[];
}

const probe = (file: string, imports: string, ...rules: string[]): Probe => ({ file, imports, rules });

/** In the tree before any probe; they import nothing. */
const TARGETS = [
  ...LIBS.map((lib) => `libs/${lib}/src/index.ts`),
  'libs/billing/src/domain/line.ts',
  'libs/billing/src/persistence/line.repository.ts',
  'libs/billing/src/application/issue.ts',
  'libs/billing/src/billing.module.ts',
  'apps/api/src/api.ts',
  'test/given.ts',
  'tools/double.ts',
];

/** Each lib of the flow reaches for the one after it; the last has only an app left to reach for. */
const upstream = FLOW.map((lib, place) => {
  const next = FLOW[place + 1];
  return probe(
    `libs/${lib}/src/next.ts`,
    next ? `#libs/${next}` : '../../../apps/api/src/api.js',
    `direction-${lib}`,
  );
});

const refused: readonly Probe[] = [
  ...upstream,
  probe('libs/costs/src/bill.ts', '#libs/billing', 'direction-costs'),
  probe('libs/directory/src/last.ts', '#libs/partnership', 'direction-directory'),
  probe('libs/ledger/src/app.ts', '../../../apps/api/src/api.js', 'direction-ledger'),
  probe('libs/kernel/src/up.ts', '#libs/platform', 'direction-kernel', 'kernel-stands-alone'),
  probe('libs/kernel/src/package.ts', 'uuid', 'kernel-stands-alone'),
  probe('libs/kernel/src/node.ts', 'node:fs', 'kernel-stands-alone'),
  probe('libs/pricing/src/up.ts', '#libs/platform', 'direction-pricing', 'pricing-is-pure'),
  probe('libs/pricing/src/package.ts', 'temporal-polyfill', 'pricing-is-pure'),
  probe('libs/platform/src/up.ts', '#libs/directory', 'direction-platform'),
  probe('libs/platform/src/aside.ts', '#libs/ledger', 'direction-platform'),
  probe('libs/documents/src/aside.ts', '#libs/ledger', 'direction-documents'),
  probe('libs/ledger/src/aside.ts', '#libs/documents', 'direction-ledger'),
  probe('libs/ledger/src/up.ts', '#libs/billing', 'direction-ledger'),
  probe('libs/billing/src/domain/platform.ts', '#libs/platform', 'domain-is-pure'),
  probe('libs/billing/src/domain/package.ts', 'uuid', 'domain-is-pure'),
  probe('libs/billing/src/domain/node.ts', 'node:fs', 'domain-is-pure'),
  probe('libs/billing/src/domain/earlier.ts', '#libs/metering', 'domain-is-pure'),
  probe('libs/billing/src/domain/saved.ts', '../persistence/line.repository.js', 'domain-is-pure'),
  probe('libs/billing/src/persistence/action.ts', '../application/issue.js', 'persistence-below-application'),
  probe('libs/billing/src/persistence/earlier.ts', '#libs/metering', 'persistence-below-application'),
  probe('libs/billing/src/application/wiring.ts', '../billing.module.js', 'application-below-wiring'),
  probe('libs/billing/src/application/own-index.ts', '../index.js', 'application-below-wiring'),
  probe('libs/billing/src/application/table.ts', 'typeorm', 'typeorm-in-persistence'),
  probe('libs/payments/src/deep.ts', '../../billing/src/domain/line.js', 'entered-through-index'),
  probe(
    'apps/worker/src/deep.ts',
    '../../../libs/billing/src/domain/line.js',
    'entered-through-index-from-outside',
  ),
  probe('test/deep.ts', '../libs/billing/src/domain/line.js', 'entered-through-index-from-outside'),
  probe('apps/api/src/table.ts', 'typeorm', 'typeorm-in-persistence'),
  probe('libs/billing/src/type.ts', '@nestjs/graphql', 'graphql-in-api'),
  probe('apps/worker/src/server.ts', '@apollo/server', 'graphql-in-api'),
  probe('libs/payments/src/application/charge.ts', 'stripe', 'stripe-in-its-adapter'),
  probe('apps/worker/src/other.ts', '../../api/src/api.js', 'apps-stand-apart'),
  probe('apps/web/src/business.ts', '#libs/billing', 'web-is-a-client'),
  probe('libs/platform/src/test.ts', '../../../test/given.js', 'no-tests-in-production'),
  probe('apps/api/src/test.ts', '@jest/globals', 'no-tests-in-production'),
  probe('tools/test.ts', '../test/given.js', 'no-tests-in-production'),
  probe('apps/api/src/spec.ts', './api.spec.js', 'no-tests-in-production'),
  probe('libs/payments/src/stripe/double.ts', '../../../../tools/double.js', 'no-tools-in-production'),
  probe('apps/api/src/tool.ts', '../../../tools/double.js', 'no-tools-in-production'),
  probe('libs/platform/src/one.ts', './other.js', 'no-circular'),
  probe('libs/platform/src/nothing.ts', './is-not-there.js', 'not-to-unresolvable'),
  probe('libs/platform/src/not-installed.ts', 'is-not-installed', 'not-to-unresolvable'),
];

const allowed: readonly Probe[] = [
  probe('libs/kernel/src/dates.ts', 'temporal-polyfill'),
  probe('libs/pricing/src/money.ts', '#libs/kernel'),
  probe('libs/platform/src/table.ts', 'typeorm'),
  probe('libs/partnership/src/application/first.ts', '#libs/directory'),
  probe('libs/billing/src/application/gather.ts', '../persistence/line.repository.js'),
  probe('libs/costs/src/application/record.ts', '#libs/metering'),
  probe('libs/billing/src/application/income.ts', '#libs/costs'),
  probe('libs/billing/src/application/prices.ts', '#libs/pricing'),
  probe('libs/billing/src/persistence/line.entity.ts', 'typeorm'),
  probe('libs/billing/src/persistence/own.ts', '../domain/line.js'),
  probe('libs/billing/src/persistence/price.ts', '#libs/pricing'),
  probe('libs/billing/src/domain/own.ts', './line.js'),
  probe('libs/billing/src/domain/kernel.ts', '#libs/kernel'),
  probe('libs/billing/src/domain/digest.ts', 'node:crypto'),
  probe('libs/billing/src/domain/line.spec.ts', '@jest/globals'),
  probe('libs/billing/src/application/issue.int-spec.ts', '../../../../test/given.js'),
  probe('libs/payments/src/stripe/adapter.ts', 'stripe'),
  probe('apps/api/src/type.ts', '@nestjs/graphql'),
  probe('apps/api/src/api.spec.ts', '@jest/globals'),
  probe('apps/api/src/all.ts', '#libs/partnership'),
  probe('apps/web/src/money.ts', '#libs/kernel'),
  probe('test/entities.int-spec.ts', 'typeorm'),
  probe('test/journey.e2e-spec.ts', '../tools/double.js'),
];

interface Report {
  readonly summary: { readonly violations: readonly { from: string; rule: { name: string } }[] };
}

function write(root: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function plant(root: string): void {
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    cpSync(path.join(CHECKOUT, file), path.join(root, file));
  }
  for (const name of PACKAGES) {
    write(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    write(root, `node_modules/${name}/index.js`, '');
  }
  for (const file of TARGETS) write(root, file, 'export {};\n');
  // The other half of the circle, which is reported at its first.
  write(root, 'libs/platform/src/other.ts', `import './one.js';\n`);
  for (const { file, imports } of [...refused, ...allowed]) write(root, file, `import '${imports}';\n`);
}

/** The rules that each file of the tree breaks, in order of their names. */
function cruise(root: string): Map<string, string[]> {
  const program = path.join(CHECKOUT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'apps',
    'libs',
    'test',
    'tools',
  ];
  const result = spawnSync(process.execPath, [program, ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (result.stdout === '') throw new Error(result.stderr);
  const { summary } = JSON.parse(result.stdout) as Report;
  const broken = new Map<string, string[]>();
  for (const { from, rule } of summary.violations)
    broken.set(from, [...(broken.get(from) ?? []), rule.name].sort());
  return broken;
}

describe('the directions', () => {
  let broken = new Map<string, string[]>();

  beforeAll(() => {
    const root = mkdtempSync(path.join(tmpdir(), 'accede-directions-'));
    try {
      plant(root);
      broken = cruise(root);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  test.each(refused)('$file may not import $imports', ({ file, rules }) => {
    expect(broken.get(file)).toEqual(rules);
  });

  test.each(allowed)('$file may import $imports', ({ file }) => {
    expect(broken.get(file)).toBeUndefined();
  });

  test('every rule has a probe that it refuses', async () => {
    const url = pathToFileURL(path.join(CHECKOUT, '.dependency-cruiser.mjs')).href;
    const config = (await import(url)) as { default: { forbidden: { name: string }[] } };
    const names = config.default.forbidden.map(({ name }) => name);
    expect([...new Set(refused.flatMap(({ rules }) => rules))].sort()).toEqual(names.sort());
    expect(new Set(names).size).toBe(names.length);
  });
});

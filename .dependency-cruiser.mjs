// The architecture as one list: data flows from left to right, imports point from right to left.
// test/architecture.spec.ts proves that every rule here fires.
const FLOW = [
  'directory',
  'catalogue',
  'membership',
  'calloffs',
  'metering',
  'billing',
  'payments',
  'performance',
  'partnership',
];

/** What each lib below the flow may use. The libs of the flow may use all of these. */
const FOUNDATION = {
  kernel: [],
  pricing: ['kernel'],
  platform: ['kernel'],
  documents: ['kernel', 'platform'],
  ledger: ['kernel', 'platform'],
};

const TEST = '(\\.(spec|int-spec|e2e-spec|deep-spec|split-spec|deep)|-cases)\\.ts$';
const NOT_A_TEST = { pathNot: TEST };

/** A package, whether it is installed or not. */
const packages = (...names) => `^(node_modules/)?(${names.join('|')})(/|$)`;

function libMayUse(lib, allowed) {
  const libs = [lib, ...allowed].join('|');
  return {
    name: `direction-${lib}`,
    severity: 'error',
    comment: `${lib} may use ${allowed.join(', ') || 'no other lib'}; never what comes after it, and never an app.`,
    from: { path: `^libs/${lib}/` },
    to: { path: '^(libs|apps)/', pathNot: `^libs/(${libs})/` },
  };
}

const directions = [
  ...Object.entries(FOUNDATION).map(([lib, allowed]) => libMayUse(lib, allowed)),
  ...FLOW.map((lib, place) => libMayUse(lib, [...FLOW.slice(0, place), ...Object.keys(FOUNDATION)])),
];

const insideALib = [
  {
    name: 'kernel-stands-alone',
    severity: 'error',
    comment: 'The kernel imports nothing but temporal-polyfill.',
    from: { path: '^libs/kernel/', ...NOT_A_TEST },
    to: { pathNot: ['^libs/kernel/', packages('temporal-polyfill')] },
  },
  {
    name: 'pricing-is-pure',
    severity: 'error',
    comment: 'The calculator computes: no package, no Node, nothing but the kernel.',
    from: { path: '^libs/pricing/', ...NOT_A_TEST },
    to: { pathNot: ['^libs/pricing/', '^libs/kernel/'] },
  },
  {
    name: 'domain-is-pure',
    severity: 'error',
    comment:
      'A domain folder imports its own, the kernel and pricing: no framework, no other context, and of Node only ' +
      'what computes (a digest, the form of an address). ESLint keeps chance out.',
    from: { path: '^libs/([^/]+)/src/domain/', ...NOT_A_TEST },
    to: { pathNot: ['^libs/$1/src/domain/', '^libs/(kernel|pricing)/', '^(node:)?(crypto|url)$'] },
  },
  {
    name: 'persistence-below-application',
    severity: 'error',
    comment:
      'Persistence imports its own, its domain, platform and kernel: never an action, never another context.',
    from: { path: '^libs/([^/]+)/src/persistence/', ...NOT_A_TEST },
    to: {
      path: '^libs/',
      pathNot: ['^libs/$1/src/(domain|persistence)/', '^libs/(platform|pricing|kernel)/'],
    },
  },
  {
    name: 'application-below-wiring',
    severity: 'error',
    comment: 'An action does not know the module that wires it, nor the index that shows it.',
    from: { path: '^libs/([^/]+)/src/application/', ...NOT_A_TEST },
    to: { path: '^libs/$1/src/([^/]+\\.module|index)\\.ts$' },
  },
  {
    name: 'entered-through-index',
    severity: 'error',
    comment: 'A lib is entered through its index.ts.',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
  },
  {
    name: 'entered-through-index-from-outside',
    severity: 'error',
    comment: 'Apps, tests and tools enter a lib through its index.ts too.',
    // The entities are compared with the catalogue, and no index shows them.
    from: { path: '^(apps|test|tools)/', pathNot: '^test/entities\\.int-spec\\.ts$' },
    to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  },
];

const whoKnowsWhat = [
  {
    name: 'typeorm-in-persistence',
    severity: 'error',
    comment:
      'Only persistence folders and the platform know TypeORM; a test may compare entities with tables.',
    from: {
      path: '^(apps|libs|test|tools)/',
      pathNot: [TEST, '^libs/[^/]+/src/persistence/', '^libs/platform/'],
    },
    to: { path: packages('typeorm', '@nestjs/typeorm') },
  },
  {
    name: 'graphql-in-api',
    severity: 'error',
    comment: 'GraphQL types and the server live in apps/api alone; one generator prints its schema.',
    from: {
      path: '^(apps|libs|test|tools)/',
      pathNot: ['^apps/api/', '^tools/generate/', '^test/graphql-limits'],
    },
    to: { path: packages('@nestjs/graphql', '@nestjs/apollo', '@apollo/[^/]+', 'graphql-query-complexity') },
  },
  {
    name: 'stripe-in-its-adapter',
    severity: 'error',
    comment: 'Stripe is one way to collect: its package is known in one folder.',
    from: { path: '^(apps|libs|test|tools)/', pathNot: '^libs/payments/src/stripe/' },
    to: { path: packages('stripe') },
  },
  {
    name: 'apps-stand-apart',
    severity: 'error',
    comment: 'An app does not import another app.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'web-is-a-client',
    severity: 'error',
    comment: 'The pages talk to the api over GraphQL; of the libs they use the kernel and the platform.',
    from: { path: '^apps/web/', ...NOT_A_TEST },
    to: { path: '^libs/', pathNot: '^libs/(kernel|platform)/' },
  },
  {
    name: 'no-tests-in-production',
    severity: 'error',
    comment: 'The service imports no test, nothing of test/ and nothing that only tests install.',
    from: { path: '^(apps|libs|tools)/', ...NOT_A_TEST },
    to: { path: [TEST, '^test/', packages('@jest/globals', 'fast-check', '@nestjs/testing')] },
  },
  {
    name: 'no-tools-in-production',
    severity: 'error',
    comment: 'Launchers, the mailbox, doubles and demonstration data are never part of the service.',
    from: { path: '^(apps|libs)/', ...NOT_A_TEST },
    to: { path: '^tools/' },
  },
];

const everywhere = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'A circle has no direction.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'An import that nothing answers to is a typing mistake, or a package that is not installed.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...directions, ...insideALib, ...whoKnowsWhat, ...everywhere],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // A browser's script imports by the address that the web serves it at.
    exclude: { path: ['^dist/', '^apps/web/assets/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
    },
  },
};

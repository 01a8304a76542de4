// Jest runs the compiled ES modules in dist/ as they are: no transform, one compiler for the service and its tests.
const base = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/dist'],
  testEnvironment: 'node',
  transform: {},
};

/** Tests on a real PostgreSQL: one server and one migrated template for all of them. */
const onDatabase = {
  ...base,
  globalSetup: '<rootDir>/dist/test/global-setup.js',
  globalTeardown: '<rootDir>/dist/test/global-teardown.js',
};

/** Journeys that take turns: some are gone every day, and the others in `npm run test:deep`. */
const JOURNEYS = [
  ['joining', 'late-usage'],
  ['catalogue', 'services', 'reviews'],
  ['collection', 'hosting', 'public'],
];
const day = Number(process.env.ACCEDE_TEST_DAY ?? Math.floor(Date.now() / 86_400_000));
const today = day % JOURNEYS.length;
const resting = JOURNEYS.filter((_, turn) => turn !== today).flat();
// Whoever names a file on the command line gets it.
const isNamed = process.argv.slice(2).some((word) => /browser|-spec/.test(word));
const rest = isNamed ? [] : resting.map((name) => `/test/browser/${name}\\.split-spec\\.js$`);

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/tools/run/long-first.mjs',
  testTimeout: 30_000,
  coverageProvider: 'v8',
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/dist/{apps,libs,tools,test}/**/*.spec.js'] },
    {
      ...onDatabase,
      displayName: 'int',
      testMatch: ['<rootDir>/dist/{apps,libs,tools,test}/**/*.int-spec.js'],
    },
    {
      ...onDatabase,
      displayName: 'e2e',
      testMatch: ['<rootDir>/dist/test/**/*.{e2e,split}-spec.js'],
      testPathIgnorePatterns: ['/node_modules/', ...rest],
    },
    {
      ...onDatabase,
      displayName: 'rested',
      testMatch: resting.map((name) => `<rootDir>/dist/test/browser/${name}.split-spec.js`),
    },
    {
      ...onDatabase,
      displayName: 'deep',
      // A split spec leaves a part of itself for this project: test/part.ts.
      globals: { ACCEDE_PART: 'deep' },
      testMatch: ['<rootDir>/dist/{apps,libs,tools,test}/**/*.{deep,split}-spec.js'],
    },
  ],
};

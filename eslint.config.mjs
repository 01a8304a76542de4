import tseslint from 'typescript-eslint';

const SPECS = [
  '**/*.spec.ts',
  '**/*.int-spec.ts',
  '**/*.e2e-spec.ts',
  '**/*.deep-spec.ts',
  '**/*.split-spec.ts',
];

/** Calls that read the machine's clock. */
const CLOCK = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time comes in as an argument, from tx.now and tx.today.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as an argument, from tx.now and tx.today.',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Time comes in as an argument, from tx.now and tx.today.',
  },
];

/** Ways from exact decimals to binary floats. */
const FLOATS = [
  {
    selector: 'CallExpression[callee.name=/^(parseFloat|Number)$/]',
    message: 'Quantities and money are exact: use Decimal and bigint.',
  },
  {
    selector: 'CallExpression[callee.object.name="Number"][callee.property.name="parseFloat"]',
    message: 'Quantities and money are exact: use Decimal and bigint.',
  },
];

/** The way round the repositories. */
const MANAGER = [
  {
    selector: 'MemberExpression[property.name="manager"]',
    message: 'Tables are reached in persistence/ only: tx.manager is read nowhere else.',
  },
  {
    selector: 'ObjectPattern > Property[key.name="manager"]',
    message: 'Tables are reached in persistence/ only: tx.manager is read nowhere else.',
  },
];

/** ESLint lets the last matching block win, so each block lists all that it forbids. */
const forbid = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

const CHANCE = {
  'no-restricted-imports': [
    'error',
    {
      paths: ['node:crypto', 'crypto'].map((name) => ({
        name,
        importNames: ['default', 'randomBytes', 'randomInt', 'randomUUID', 'randomFill', 'webcrypto'],
        message: 'Ids and chance come in as arguments.',
      })),
    },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Ids and chance come in as arguments.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist/', '**/*.generated.ts', 'node_modules/', '.accede/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      complexity: ['error', 16],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // In files with decorators the rule holds its tongue: their metadata needs the classes themselves.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // The compiler reports these two already.
      '@typescript-eslint/no-unused-vars': 'off',
      'no-unused-vars': 'off',
      // An interface may ask for a promise where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['libs/**/*.ts'], ignores: SPECS, rules: { 'no-console': 'error' } },
  {
    files: ['libs/**/*.ts'],
    ignores: ['libs/platform/**', 'libs/*/src/persistence/**', ...SPECS],
    rules: forbid(MANAGER),
  },
  {
    files: ['libs/kernel/src/**/*.ts', 'libs/pricing/src/**/*.ts'],
    ignores: SPECS,
    rules: { ...CHANCE, ...forbid(MANAGER, CLOCK) },
  },
  { files: ['libs/*/src/domain/**/*.ts'], ignores: SPECS, rules: CHANCE },
  {
    files: ['libs/*/src/domain/**/*.ts', 'libs/*/src/application/**/*.ts'],
    ignores: SPECS,
    rules: forbid(MANAGER, CLOCK, FLOATS),
  },
  {
    files: [...SPECS, 'test/**/*.ts'],
    rules: {
      // Answers of the outside are looked at by the test itself, which says what it expects of them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    rules: { complexity: ['error', 16], eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' },
  },
  // An independent calculation in a test is long on purpose.
  { files: ['**/*spec.ts', '**/*-cases.ts', 'test/**'], rules: { complexity: 'off' } },
);

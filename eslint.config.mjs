import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What pure rooms may not touch: they would read a clock, a random number or a machine, and replay would no longer agree. */
const impure = {
  'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'crypto'],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is an argument (`now`), or caseNow() in a workflow.' },
    { object: 'Math', property: 'random', message: 'Decisions and replays must agree.' },
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time is an argument (`now`), or caseNow() in a workflow.',
    },
  ],
};
const noFrameworks = [
  'node:*',
  'fs',
  'path',
  'crypto',
  '@nestjs/*',
  'kysely',
  'pg',
  '@eventstore/*',
  '@temporalio/client',
  '@temporalio/worker',
  '@temporalio/activity',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      'data/**',
      '.tools/**',
      'apps/web/**',
      'test/architecture/fixtures/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Nest modules are empty decorated classes.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A promise-returning method of a port may have nothing to await in one implementation.
      '@typescript-eslint/require-await': 'off',
      // The compiler's noUncheckedIndexedAccess makes `!` the honest word after a length check.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/unified-signatures': 'off',
      // Classes that describe answers for OpenAPI, and Nest's option classes, are filled by plain records everywhere.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Strings are NFC here; spreading one gives its letters.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: [
      'libs/kernel/**/*.ts',
      'libs/*/domain/**/*.ts',
      'libs/calendar/**/*.ts',
      'libs/rulebook/**/*.ts',
      'workflows/**/*.ts',
      'libs/temporal/workflow*.ts',
    ],
    ignores: ['**/*.spec.ts'],
    rules: {
      ...impure,
      'no-restricted-imports': [
        'error',
        {
          patterns: noFrameworks.map((name) => ({
            group: [name],
            message: 'Pure rooms import the kernel and other pure doors only.',
          })),
        },
      ],
    },
  },
  {
    files: ['workflows/**/*.ts', 'libs/temporal/workflow*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      // caseNow() is the one reader of the clock; it lives in the workflow door.
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Decisions and replays must agree.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/*/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

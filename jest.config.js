/** Jest projects are chosen by file suffix; `infra/embedded/test.mjs` starts what a suite needs and runs it. */
const base = {
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j|mj)sx?$': ['@swc/jest'] },
  // ESM-only packages are transformed so that Jest's CommonJS runtime can load them.
  transformIgnorePatterns: [
    'node_modules/(?!(@nestjs|@casl|jose|uuid|openid-client|oauth4webapi|oidc-provider|file-type|strtok3|token-types|uint8array-extras|kysely|flydrive|@poppinss|case-anything|@ucast|@borewit|@tokenizer|nanoid|quick-lru|eta|koa|debug|content-disposition|cookie)/)',
  ],
  moduleNameMapper: {
    '^@hoptac/temporal/workflow$': '<rootDir>/libs/temporal/workflow.ts',
    '^@hoptac/([^/]+)/testing$': '<rootDir>/libs/$1/testing/index.ts',
    '^@hoptac/([^/]+)/domain$': '<rootDir>/libs/$1/domain/index.ts',
    '^@hoptac/([^/]+)$': '<rootDir>/libs/$1/index.ts',
    '^@workflows/(.*)$': '<rootDir>/workflows/$1.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.tools/'],
  setupFiles: ['reflect-metadata'],
};
const suite = (displayName, testMatch, more = {}) => ({
  ...base,
  displayName,
  testMatch,
  setupFilesAfterEnv: [`<rootDir>/test/support/${displayName === 'unit' ? 'steady' : 'patient'}.js`],
  ...more,
});

module.exports = {
  projects: [
    suite('unit', ['<rootDir>/{libs,apps,workflows,infra}/**/*.spec.ts', '<rootDir>/test/architecture/*.spec.ts'], {
      testPathIgnorePatterns: ['\\.(int|conformance)\\.spec\\.ts$'],
    }),
    suite('int', ['<rootDir>/{libs,apps,infra}/**/*.int.spec.ts', '<rootDir>/test/security/*.spec.ts']),
    suite('acceptance', ['<rootDir>/test/acceptance/**/*.spec.ts']),
    suite('replay', ['<rootDir>/test/replay/**/*.spec.ts']),
    suite('conformance', ['<rootDir>/test/conformance/**/*.spec.ts']),
    suite('e2e', ['<rootDir>/test/e2e/**/*.spec.ts']),
    suite('chaos', ['<rootDir>/test/chaos/**/*.spec.ts']),
  ],
};

const { mkdirSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');

// Every CDK app without an outdir leaves a folder in the temporary directory: give the run one of its own.
process.env.LIONROCK_TEST_TMP ??= mkdtempSync(join(tmpdir(), 'lionrock-test-'));
process.env.TMPDIR = process.env.LIONROCK_TEST_TMP;
// Below the project, so that a build finds packages as it does in dist.
const cache = join(__dirname, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
process.env.LIONROCK_TEST_BUILD = join(cache, `built-${basename(process.env.LIONROCK_TEST_TMP)}`);

// The validator bundled with aws-cdk-lib costs seconds in each process; one integration test turns it on again.
process.env.CDK_VALIDATION = 'false';
process.env.CDK_DISABLE_LEGACY_EXPORT_WARNING = '1';

module.exports = {
  testEnvironment: '<rootDir>/tools/jest-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '<rootDir>/(lib|constructs)/.+\\.ts$': '<rootDir>/tools/jest-require-once.cjs',
    '^.+\\.ts$': '<rootDir>/tools/esbuild-transform.cjs',
    '/node_modules/(aws-cdk-lib|constructs|cdk-nag|fast-check)/.+\\.js$': '<rootDir>/tools/jest-require-once.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!(aws-cdk-lib|constructs|cdk-nag|fast-check)/)'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  globalSetup: '<rootDir>/tools/jest-global-setup.cjs',
  globalTeardown: '<rootDir>/test/teardown.cjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};

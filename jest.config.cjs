const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Every CDK app without an outdir leaves a folder in the temporary directory: give the run one of its own.
process.env.LIONROCK_TEST_TMP ??= mkdtempSync(join(tmpdir(), 'lionrock-test-'));
process.env.TMPDIR = process.env.LIONROCK_TEST_TMP;

// The validator bundled with aws-cdk-lib costs seconds in each process; one integration test turns it on again.
process.env.CDK_VALIDATION = 'false';
process.env.CDK_DISABLE_LEGACY_EXPORT_WARNING = '1';

module.exports = {
  testEnvironment: '<rootDir>/tools/jest-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': '<rootDir>/tools/esbuild-transform.cjs',
    '/node_modules/(aws-cdk-lib|constructs|cdk-nag)/.+\\.js$': '<rootDir>/tools/jest-require-once.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!(aws-cdk-lib|constructs|cdk-nag)/)'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  globalSetup: '<rootDir>/tools/jest-global-setup.cjs',
  globalTeardown: '<rootDir>/test/teardown.cjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};

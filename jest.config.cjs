const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// Every CDK app without an outdir leaves a folder in the temporary directory: give the run one of its own.
process.env.LIONROCK_TEST_TMP ??= mkdtempSync(join(tmpdir(), 'lionrock-test-'));
process.env.TMPDIR = process.env.LIONROCK_TEST_TMP;

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/esbuild-transform.cjs' },
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  globalSetup: '<rootDir>/tools/jest-global-setup.cjs',
  setupFiles: ['<rootDir>/test/setup.ts'],
  globalTeardown: '<rootDir>/test/teardown.cjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};

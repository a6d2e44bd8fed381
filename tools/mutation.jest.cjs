// The tests that judge mutants of one engine: its own, without those that measure time or start processes.
const engine = process.env.LIONROCK_MUTATED;

module.exports = {
  ...require('../jest.config.cjs'),
  rootDir: '..',
  roots: ['<rootDir>/lib', `<rootDir>/test/${engine}`],
  testPathIgnorePatterns: ['fuzz\\.test', 'speed\\.test', 'limits\\.test', 'kernel', 'assembly\\.test'],
};

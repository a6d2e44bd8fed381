// Lets tests load the library and its packages as Node.js does: once for each worker, instead of once for each file of
// tests, which took a third of the time of all.
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');
const forgetTokens = require('./forget-tokens.cjs');
const loadTypescript = require('./load-typescript.cjs');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    loadTypescript();
    this.global.requireOnce = createRequire(__filename);
  }

  async teardown() {
    await super.teardown();
    forgetTokens();
  }
};

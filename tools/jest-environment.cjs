// Lets tests load packages as Node.js does: once for each worker, instead of once for each file of tests.
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireOnce = createRequire(__filename);
  }
};

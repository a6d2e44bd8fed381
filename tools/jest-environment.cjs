// Lets tests load the library and its packages as Node.js does: once for each worker, instead of once for each file of
// tests, which took a third of the time of all.
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');
const forgetTokens = require('./forget-tokens.cjs');
const loadTypescript = require('./load-typescript.cjs');

/**
 * The CDK takes a stack trace of every construct, by an object that is no error: Jest, which has a hundred frames taken,
 * would translate each of them, a sixteenth of the time of all tests.
 */
function sparePlaces() {
  const translated = Error.prepareStackTrace;
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (error, frames) =>
    Object.getPrototypeOf(error) === Object.prototype ? PLACE : translated(error, frames);
}

/** A frame of our own code: where the first trace has none, the CDK takes a second one. */
const PLACE = `Error\n    at test (${__filename}:1:1)`;

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    loadTypescript();
    sparePlaces();
    this.global.requireOnce = createRequire(__filename);
  }

  async teardown() {
    await super.teardown();
    forgetTokens();
  }
};

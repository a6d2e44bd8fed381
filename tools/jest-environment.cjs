// Lets tests load the library and its packages as Node.js does: once for each worker, instead of once for each file of
// tests, which took a third of the time of all.
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');
const forgetTokens = require('./forget-tokens.cjs');
const loadTypescript = require('./load-typescript.cjs');

/**
 * The CDK takes a stack trace of every construct, by an object that is no error: to take and write out its frames is an eighth
 * of the time of tests that synthesize. A file that asks for places, by `@jest-environment-options {"places": true}`, has them.
 */
function sparePlaces(hasPlaces) {
  const translated = Error.prepareStackTrace;
  const placesOf = hasPlaces ? (frames) => ['Error', ...frames].join('\n    at ') : () => PLACE;
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (error, frames) =>
    Object.getPrototypeOf(error) === Object.prototype ? placesOf(frames) : translated(error, frames);
}

/** A frame of our own code: where the first trace has none, the CDK takes a second one. */
const PLACE = `Error\n    at test (${__filename}:1:1)`;

module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.hasPlaces = config.projectConfig.testEnvironmentOptions.places === true;
  }

  async setup() {
    await super.setup();
    loadTypescript();
    sparePlaces(this.hasPlaces);
    this.global.requireOnce = createRequire(__filename);
  }

  async teardown() {
    await super.teardown();
    forgetTokens();
  }
};

// Runs handlers of custom resources as Lambda would, one after the other: reads a line of JSON for each on standard input
// ({ folder, handler, environment, event }), and writes a line when it has ended ({ error } or {}).
const http = require('node:http');
const https = require('node:https');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const timers = require('node:timers/promises');

const RESPONSES = 'cloudformation-custom-resource-response.invalid';
const own = { ...process.env };

// Handlers answer over TLS, as they must; the emulator has none, so that this one host is reached without.
const original = https.request;
https.request = (options, ...rest) => {
  const { hostname, host, path, pathname, search, method, headers } = options;
  if ((hostname ?? host) !== RESPONSES) return original(options, ...rest);
  const target = new URL(path ?? `${pathname}${search ?? ''}`, own.EMULATOR_ENDPOINT);
  return http.request(
    target,
    { method, headers, agent: false },
    rest.find((item) => typeof item === 'function'),
  );
};
const fetched = globalThis.fetch;
globalThis.fetch = (url, ...rest) =>
  fetched(String(url).replace(`https://${RESPONSES}`, own.EMULATOR_ENDPOINT), ...rest);

// Handlers wait for what takes AWS minutes and nothing here.
const { setTimeout: wait } = timers;
timers.setTimeout = (milliseconds, ...rest) => wait(Math.min(milliseconds, 20), ...rest);

// What a handler prints is no answer of this program.
const { log } = console;
console.log = console.info = console.error;

/** A minute, which is more than handlers of this emulator need. */
const TIME = 60_000;

function contextOf({ AWS_LAMBDA_FUNCTION_NAME: functionName }) {
  const end = Date.now() + TIME;
  return { functionName, logStreamName: 'emulator', getRemainingTimeInMillis: () => end - Date.now() };
}

async function run({ folder, handler, environment, event }) {
  // Packages of the SDK stay loaded, the code of the function does not: each function starts with clients of its own.
  for (const path of Object.keys(require.cache)) if (path.startsWith(folder)) delete require.cache[path];
  for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
  Object.assign(process.env, environment);
  const [file, name] = handler.split('.');
  try {
    await require(join(folder, `${file}.js`))[name](event, contextOf(environment));
    return {};
  } catch (error) {
    return { error: String(error?.stack ?? error) };
  }
}

async function main() {
  for await (const line of createInterface({ input: process.stdin })) log(JSON.stringify(await run(JSON.parse(line))));
}
void main();

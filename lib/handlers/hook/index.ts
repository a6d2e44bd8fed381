import { hookHandler } from './hook-handler';

/** The gate as a CloudFormation Lambda hook: what Lambda calls. */
export const handler = hookHandler({
  folder: __dirname,
  env: process.env,
  fetch: (url, options) => fetch(url, options),
  // Lambda sends what is written here to the log as it is; `console.log` would put words before it.
  log: (line) => process.stdout.write(`${line}\n`),
  now: () => new Date(),
});

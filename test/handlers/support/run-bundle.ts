import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { requestOf } from './custom-resource';

const FOLDER = join(__dirname, '../../../dist/lib/handlers');
/** These are deployed as files, everything else as part of a template. */
const FILES = ['exchange', 'hook'];

/** Handlers whose bundle is part of a template. */
export const INLINE = readdirSync(FOLDER).filter(
  (name) => !FILES.includes(name) && existsSync(join(FOLDER, name, 'index.js')),
);

/** Answers a call of the SDK, or refuses it. */
export type Sdk = (client: string, call: string, input: object) => object;

type Answer = Readonly<Record<string, unknown>>;

/** What a run of a bundle came to. */
export interface Ran {
  /** `EC2.describeVpcs {…}`. */
  readonly calls: readonly string[];
  /** What CloudFormation received. */
  readonly answers: readonly Answer[];
}

export function sourceOf(handler: string): string {
  return readFileSync(join(FOLDER, handler, 'index.js'), 'utf8');
}

/**
 * Runs a bundle as Lambda does, with an SDK that answers as told.
 * @param event What it is called with. @default a request to create a resource with the properties
 * @param lost How many answers get lost before one arrives.
 */
export async function runBundle(
  handler: string,
  properties: object,
  sdk: Sdk,
  event: object = requestOf('Create', { ...properties }),
  lost = 0,
): Promise<Ran> {
  const calls: string[] = [];
  const answers: Answer[] = [];
  let left = lost;
  const client = (name: string) =>
    function made() {
      const get = (_: object, call: string | symbol) => async (input: object) => {
        calls.push(`${name}.${String(call)} ${JSON.stringify(input)}`);
        return sdk(name, String(call), input);
      };
      return new Proxy({}, { get });
    };
  const module: { exports: { handler?: (request: object, context: object) => Promise<void> } } = { exports: {} };
  runInNewContext(sourceOf(handler), {
    module,
    exports: module.exports,
    AbortSignal,
    // Errors that the SDK throws are of its own realm, as in Lambda.
    Error,
    require: (name: string) =>
      name.startsWith('@aws-sdk/')
        ? new Proxy({}, { get: (_, made) => client(String(made)) })
        : { setTimeout: async () => {} },
    fetch: async (_: string, { body }: { body: string }) => {
      if (left-- > 0) throw new Error('the network broke');
      answers.push(JSON.parse(body) as Answer);
      return { ok: true };
    },
  });
  await module.exports.handler?.(event, { getRemainingTimeInMillis: () => 600_000 });
  return { calls, answers };
}

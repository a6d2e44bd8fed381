import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const FUNCTIONS = join(__dirname, '../../../examples/hk-government/functions');

type Handler = (event?: unknown) => Promise<unknown>;

/** A command that a function sent to AWS, by the name of its class. */
export interface Sent {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const folder = mkdtempSync(join(tmpdir(), 'lionrock-function-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bundles a function as a module that takes its `require` as an argument. */
function bundle(name: string): string {
  const outfile = join(folder, `${name}.cjs`);
  buildSync({
    entryPoints: [join(FUNCTIONS, name, 'index.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@aws-sdk/*'],
    banner: { js: 'module.exports = (require) => { const module = { exports: {} };' },
    footer: { js: 'return module.exports; };' },
  });
  return outfile;
}

/**
 * Loads a function of the example as Lambda would, with an SDK that hands each command to `answer` and notes it.
 */
export function loadFunction(name: string, answer: (sent: Sent) => unknown): { handler: Handler; sent: Sent[] } {
  const sent: Sent[] = [];
  const send = async (command: Sent) => {
    sent.push({ command: command.command, input: command.input });
    return answer(command);
  };
  const load: (require: () => object) => { handler?: Handler } = jest.requireActual(bundle(name));
  const { handler } = load(() => sdk(send));
  if (!handler) throw new Error(`${name} exports no handler`);
  return { handler, sent };
}

/** A class of commands that carry their input. */
const command = (name: string) =>
  class {
    readonly command = name;
    constructor(readonly input: Record<string, unknown>) {}
  };

/** Stands for every package of the SDK: clients send, commands carry their input, paginators follow the token. */
function sdk(send: (command: Sent) => Promise<unknown>): object {
  class Client {
    static from = (client: Client) => client;
    readonly send = send;
  }
  const paginator = (name: string, token: string, next: string) =>
    async function* pages(_: unknown, input: Record<string, unknown>): AsyncGenerator<Record<string, unknown>> {
      let start: unknown;
      do {
        const page = {
          ...Object(await send({ command: name, input: { ...input, ...(start ? { [token]: start } : {}) } })),
        };
        start = page[next];
        yield page;
      } while (start);
    };
  return {
    DynamoDBClient: Client,
    DynamoDBDocumentClient: Client,
    S3Client: Client,
    GetCommand: command('Get'),
    PutCommand: command('Put'),
    PutObjectCommand: command('PutObject'),
    paginateScan: paginator('Scan', 'ExclusiveStartKey', 'LastEvaluatedKey'),
    paginateListObjectsV2: paginator('ListObjectsV2', 'ContinuationToken', 'NextContinuationToken'),
  };
}

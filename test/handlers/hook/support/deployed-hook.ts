import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { profileById } from '../../../../lib/profiles';

const ROOT = resolve(__dirname, '../../../..');

/** What a call of the hook gave. */
export interface Called {
  readonly answer: Readonly<Record<string, string>>;
  readonly log: Readonly<Record<string, unknown>>;
  /** URLs that were fetched. */
  readonly fetched: readonly string[];
}

/**
 * Stands for the Lambda service and for S3: calls the handler with one event after the other, as Lambda does in an
 * environment that it keeps, answers what it fetches, and writes the outcome behind the line of the log.
 */
const SERVICE = `
const { handler } = require(process.argv[1]);
let fetched = [];
let served = {};
globalThis.fetch = async (url) => {
  fetched.push(String(url));
  return new Response(served.payload, { status: served.status });
};
const given = { ...process.env };
(async () => {
  for await (const line of require('readline').createInterface({ input: process.stdin })) {
    served = JSON.parse(line);
    fetched = [];
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, given, served.env);
    const answer = await handler(served.event);
    console.log(JSON.stringify({ answer, fetched }));
  }
})();
`;

class Service {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private stderr = '';

  constructor(folder: string) {
    this.process = spawn(process.execPath, ['-e', SERVICE, join(folder, 'index.js')], {
      cwd: folder,
      env: { AWS_REGION: 'ap-east-1' },
    });
    this.process.stderr.on('data', (chunk) => (this.stderr += String(chunk)));
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** The line of the log, and the outcome; anything else that is written is an error. */
  async ask(request: string): Promise<readonly [string, string]> {
    this.process.stdin.write(`${request}\n`);
    const written: string[] = [];
    while (!written.at(-1)?.startsWith('{"answer":')) {
      const line = await this.lines.next();
      if (line.done === true) throw new Error(`the handler ended: ${written.join('\n')}\n${this.stderr}`);
      written.push(line.value);
    }
    const [log, outcome, ...more] = written;
    if (log === undefined || outcome === undefined || more.length > 0) throw new Error(written.join('\n'));
    return [log, outcome];
  }

  stop(): void {
    this.process.stdin.end();
  }
}

/** The bundle as it is deployed: outside of the project, with what the construct puts beside it. */
export class DeployedHook {
  readonly folder = mkdtempSync(join(tmpdir(), 'lionrock-hook-'));
  private service: Service | undefined;

  /**
   * @param files what the construct puts beside the handler. Default: a profile alone
   * @param asset folder that a construct staged, instead
   */
  constructor(files: Readonly<Record<string, string>> = {}, asset?: string) {
    cpSync(asset ?? join(ROOT, 'dist/lib/handlers/hook'), this.folder, { recursive: true });
    const { absentTypes: _, ...profile } = profileById('hk-s17');
    if (asset === undefined) this.write('profile.json', JSON.stringify({ ...profile, absentTypes: {} }));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  async call(event: unknown, { payload = '', status = 200, env = {} }: CallOptions = {}): Promise<Called> {
    this.service ??= new Service(this.folder);
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const [log, outcome] = await this.service.ask(JSON.stringify({ event, payload: text, status, env }));
    return { log: JSON.parse(log), ...JSON.parse(outcome) };
  }

  /** Bytes of all that is deployed. */
  size(): number {
    return readdirSync(this.folder).reduce((sum, file) => sum + statSync(join(this.folder, file)).size, 0);
  }

  clean(): void {
    this.service?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content);
  }
}

export interface CallOptions {
  readonly payload?: string | object;
  readonly status?: number;
  readonly env?: Readonly<Record<string, string>>;
}

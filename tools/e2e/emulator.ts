import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Estate } from './estate';

/** The Python of this machine that has moto, by the name under which it is looked for. */
const PYTHON = process.env['LIONROCK_PYTHON'] ?? 'python3.11';

/** Path of the emulator's package from the root of the project, where npm starts scripts. */
const FOLDER = 'tools/e2e';

/** What signs requests. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Something that goes wrong on purpose, `times` times (once): a call that is refused, or a resource that cannot be made. */
export type Fault = { readonly times?: number } & (
  | {
      /** Name that the service signs with: `cloudformation`. */
      readonly service: string;
      readonly action?: string;
      readonly code: string;
      readonly status?: number;
      readonly message?: string;
    }
  | {
      readonly account?: string;
      readonly stack?: string;
      readonly type?: string;
      readonly logicalId?: string;
      /** Why it cannot be made; without it, it is only late. */
      readonly message?: string;
      /** Seconds to wait before it. */
      readonly seconds?: number;
    }
);

/** What the emulator says that it did. */
export interface Report {
  /** Resources made, by type. */
  readonly made: Readonly<Record<string, number>>;
  /** Resources of types that the emulator lacks, by type. */
  readonly listed: Readonly<Record<string, number>>;
  /** Properties that it did not carry over, by type. */
  readonly dropped: Readonly<Record<string, readonly string[]>>;
}

/** Why this machine cannot hold the test; undefined when it can. */
export function unable(): string | undefined {
  const trial = spawnSync(PYTHON, ['-c', 'import moto, boto3; print(moto.__version__)'], { encoding: 'utf8' });
  const install = `pip install "moto[all,server]==5.2.1", for the Python that LIONROCK_PYTHON names (${PYTHON} now)`;
  if (trial.error) return `it needs Python 3.11 or later with moto, found no ${PYTHON}; then: ${install}`;
  if (trial.status !== 0) return `it needs moto, an emulator of AWS: ${install}`;
  return undefined;
}

/** An AWS of one organisation on this machine: moto, with an engine of CloudFormation of our own (tools/e2e/emulator). */
export class Emulator {
  private constructor(
    private readonly process: ChildProcess,
    readonly port: number,
  ) {}

  /** @param log File for what the emulator complains about. */
  static async start(log: string): Promise<Emulator> {
    mkdirSync(dirname(log), { recursive: true });
    const errors = openSync(log, 'w');
    const started = spawn(PYTHON, ['-B', '-m', 'emulator'], {
      cwd: FOLDER,
      stdio: ['ignore', 'pipe', errors],
      env: { ...withoutAws(process.env), EMULATOR_NODE_PATH: resolve('node_modules') },
    });
    closeSync(errors);
    if (!started.stdout) throw new Error('the emulator has no output');
    const lines = createInterface({ input: started.stdout });
    const [port]: unknown[] = await Promise.race([once(lines, 'line'), once(started, 'exit')]);
    if (typeof port !== 'string') throw new Error(`the emulator did not start: see ${log}`);
    return new Emulator(started, Number(port));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Makes the organisation. @returns the keys of the person who operates it, in the management account. */
  async found(estate: Estate): Promise<Keys> {
    return await this.ask<Keys>('estate', estate);
  }

  /** Keys of a session of a role, whoever it trusts. */
  async session(role: string, region: string): Promise<Keys> {
    return await this.ask<Keys>('session', { role, region });
  }

  async expire({ accessKeyId }: Keys): Promise<void> {
    await this.ask('expire', { accessKeyId });
  }

  async plan(fault: Fault): Promise<void> {
    await this.ask('faults', fault);
  }

  async clearFaults(): Promise<void> {
    await this.ask('faults/clear', {});
  }

  async report(): Promise<Report> {
    return await this.ask<Report>('report', {});
  }

  /** Environment of programs that are to reach this AWS, and no other. */
  environment(keys: Keys, region: string): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_ENDPOINT_URL_S3: this.url,
      // CloudFormation reads templates from buckets by this name; moto finds a bucket in a path only behind it.
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: `http://localhost:${this.port}`,
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_SESSION_TOKEN: keys.sessionToken,
      AWS_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      CI: 'true',
    };
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }

  private async ask<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(`${this.url}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`the emulator answers ${response.status} to ${path}`);
    return (await response.json()) as T;
  }
}

/** Settings of clients would send the emulator's own calls elsewhere. */
function withoutAws(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));
}

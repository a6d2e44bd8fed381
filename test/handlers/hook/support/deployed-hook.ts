import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { profileById } from '../../../../lib/profiles';

const ROOT = resolve(__dirname, '../../../..');

/** What a call of the hook gave. */
export interface Called {
  readonly answer: Readonly<Record<string, string>>;
  readonly log: Readonly<Record<string, unknown>>;
  /** URLs that were fetched. */
  readonly fetched: readonly string[];
}

/** Stands for the Lambda service and for S3: calls the handler with an event, answers what it fetches. */
const SERVICE = `
const { event, payload, status } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const fetched = [];
globalThis.fetch = async (url) => {
  fetched.push(String(url));
  return new Response(payload, { status });
};
require(process.argv[1]).handler(event).then((answer) => console.log(JSON.stringify({ answer, fetched })));
`;

/** The bundle as it is deployed: outside of the project, with what the construct puts beside it. */
export class DeployedHook {
  readonly folder = mkdtempSync(join(tmpdir(), 'lionrock-hook-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    cpSync(join(ROOT, 'dist/lib/handlers/hook'), this.folder, { recursive: true });
    const { absentTypes: _, ...profile } = profileById('hk-s17');
    this.write('profile.json', JSON.stringify({ ...profile, absentTypes: {} }));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  call(event: unknown, { payload = '', status = 200, env = {} }: CallOptions = {}): Called {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', SERVICE, join(this.folder, 'index.js')], {
      cwd: this.folder,
      encoding: 'utf8',
      input: JSON.stringify({
        event,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
        status,
      }),
      env: { AWS_REGION: 'ap-east-1', ...env },
    });
    const [log, outcome, ...more] = stdout.trim().split('\n');
    if (log === undefined || outcome === undefined || more.length > 0) throw new Error(`${stdout}\n${stderr}`);
    return { log: JSON.parse(log), ...JSON.parse(outcome) };
  }

  /** Bytes of all that is deployed. */
  size(): number {
    return readdirSync(this.folder).reduce((sum, file) => sum + statSync(join(this.folder, file)).size, 0);
  }

  clean(): void {
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

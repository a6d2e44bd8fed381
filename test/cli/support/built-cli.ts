import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Outcome } from './run';

const ROOT = resolve(__dirname, '../../..');

/** The command line as users run it: built, in a process of its own. */
export class BuiltCli {
  private readonly folder: string;
  readonly script: string;

  constructor() {
    const cache = join(ROOT, 'node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    // Below the project, so that packages are found as they are from dist.
    this.folder = mkdtempSync(join(cache, 'built-cli-'));
    this.script = join(this.folder, 'bin', 'lionrock.js');
    execFileSync(process.execPath, [join(ROOT, 'tools', 'build.mjs'), this.folder], { stdio: 'pipe' });
  }

  run(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv; preload?: string } = {}): Outcome {
    const { cwd, env = {}, preload } = options;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...(preload === undefined ? [] : ['--require', preload]), this.script, ...args],
      {
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { PATH: process.env['PATH'], ...env },
        ...(cwd === undefined ? {} : { cwd }),
      },
    );
    return { status: status ?? -1, stdout, stderr };
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import type { Outcome } from './run';

const ROOT = resolve(__dirname, '../../..');
const SOURCES = ['bin', 'lib', 'constructs'];

/** The command line as users run it: transpiled, in a process of its own. */
export class BuiltCli {
  private readonly folder: string;
  readonly script: string;

  constructor() {
    const cache = join(ROOT, 'node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    // Below the project, so that packages are found as they are from dist.
    this.folder = mkdtempSync(join(cache, 'built-cli-'));
    this.script = join(this.folder, 'bin', 'lionrock.js');
    const files = SOURCES.flatMap((source) =>
      readdirSync(join(ROOT, source), { recursive: true, encoding: 'utf8' }).map((file) => join(source, file)),
    );
    buildSync({
      absWorkingDir: ROOT,
      entryPoints: files.filter((file) => file.endsWith('.ts')),
      outdir: this.folder,
      outbase: '.',
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    for (const file of files.filter((name) => name.endsWith('.json'))) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      cpSync(join(ROOT, file), join(this.folder, file));
    }
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

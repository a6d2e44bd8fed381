import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Outcome } from './run';

const ROOT = resolve(__dirname, '../../..');

/** The command line as users run it: built, in a process of its own. All files of tests in a run share one build. */
export class BuiltCli {
  readonly script: string;

  /** @param folder a build, by default the one that the run shares: change nothing in that. */
  constructor(readonly folder = built()) {
    this.script = join(folder, 'bin', 'lionrock.js');
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
}

/** The folder of the build, which the worker that comes first makes and the end of the run removes. */
function built(): string {
  const folder = process.env['LIONROCK_TEST_BUILD'];
  if (folder === undefined) throw new Error('expected LIONROCK_TEST_BUILD, which jest.config.cjs sets');
  const finished = join(folder, 'finished');
  if (isFirst(folder)) {
    try {
      execFileSync(process.execPath, [join(ROOT, 'tools', 'build.mjs'), join(folder, 'dist')], { stdio: 'pipe' });
    } finally {
      writeFileSync(finished, '');
    }
  }
  for (const start = Date.now(); !existsSync(finished); pause(100)) {
    if (Date.now() - start > 120_000) throw new Error(`expected a build in ${folder} within two minutes`);
  }
  return join(folder, 'dist');
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

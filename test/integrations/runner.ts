import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { BuiltCli } from '../cli/support/built-cli';
import { Scratch } from '../gate/support/scratch';

export const ROOT = resolve(__dirname, '../..');

const RESIDENT = join(__dirname, 'resident.cjs');

/** A file of the repository, parsed as YAML. */
export function yamlFile(path: string): unknown {
  return parse(readFileSync(join(ROOT, path), 'utf8'));
}

/**
 * A machine of a pipeline: an empty working folder, and a registry of which npm installs nothing but the built command
 * line. Only the download is replaced: scripts run in bash, and the gate judges, in one process for all (resident.cjs).
 */
export class Runner {
  private readonly cli = new BuiltCli();
  private resident?: ChildProcess;
  readonly scratch = new Scratch();
  private readonly npmLog = this.scratch.path('npm.log');

  constructor() {
    const start = this.executable('start/lionrock', `exec '${process.execPath}' '${RESIDENT}' '${this.socket}' "$@"`);
    this.executable(
      'bin/npm',
      `printf '%s\\n' "$@" >>'${this.npmLog}'
case "$*" in *lionrock@9.9.9*) exit 1;; esac
if [ "$2" = --prefix ]; then to="$3/node_modules/.bin"; else to='${this.scratch.path('bin')}'; fi
mkdir -p "$to" && ln -sf '${start}' "$to/lionrock"`,
    );
    this.scratch.write('work/.keep', '');
  }

  /** Starts the command line; before the first run. */
  async start(): Promise<void> {
    this.resident = fork(RESIDENT, ['serve', this.socket, this.cli.folder]);
    await once(this.resident, 'message');
  }

  private get socket(): string {
    return this.scratch.path('lionrock.socket');
  }

  get folder(): string {
    return this.scratch.path('work');
  }

  /** What npm was asked for, a word each. */
  npmWords(): readonly string[] {
    return existsSync(this.npmLog) ? readFileSync(this.npmLog, 'utf8').split('\n') : [];
  }

  /** Puts `lionrock` on the path, as a hook that installed this repository does. */
  install(): void {
    this.run(['npm install --global lionrock'], {});
  }

  /** Runs commands one after the other in one shell, until one fails. */
  run(commands: readonly string[], env: NodeJS.ProcessEnv, folder = this.folder): { status: number; output: string } {
    const script = this.scratch.write('script.sh', commands.join('\n'));
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${this.scratch.path('bin')}:${process.env['PATH']}`, HOME: this.scratch.folder, ...env },
    });
    return { status: status ?? -1, output: `${stdout}${stderr}` };
  }

  clean(): void {
    this.resident?.kill();
    this.scratch.clean();
  }

  private executable(name: string, body: string): string {
    const path = this.scratch.write(name, `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  }
}

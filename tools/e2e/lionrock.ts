import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Run {
  /** Undefined when it was killed. */
  readonly status: number | undefined;
  readonly output: string;
}

export interface RunOptions {
  /** Kills the program, as a machine that stops would, once its output shows this. */
  readonly killAt?: RegExp;
}

/** Runs our command line as its users do: a process of its own, by environment and arguments. */
export async function lionrock(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { killAt }: RunOptions = {},
): Promise<Run> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/bin/lionrock.js', ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listen = (chunk: Buffer): void => {
    output += chunk.toString();
    if (killAt?.test(output)) child.kill('SIGKILL');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? undefined, output };
}

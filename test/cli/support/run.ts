import { main, type Io } from '../../../lib/cli';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, with its output caught. */
export async function run(
  args: readonly string[],
  more: Partial<Pick<Io, 'env'>> & { tty?: boolean } = {},
): Promise<Outcome> {
  const { env = {}, tty = false } = more;
  const caught = { stdout: '', stderr: '' };
  const stdout = { isTTY: tty, write: (text: string) => void (caught.stdout += text) };
  const stderr = { isTTY: tty, write: (text: string) => void (caught.stderr += text) };
  const status = await main(args, { stdout, stderr, env });
  return { status, ...caught };
}

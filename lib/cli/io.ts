import { writeSync } from 'node:fs';
import { errorText } from '../model';
import { EXIT } from './exit';

/** Where a command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** What a command has of its surroundings. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A run of the command line: what it writes to, and the exit status that its command decides. */
export interface Session extends Io {
  /** When it began, by the clock. */
  readonly began: Date;
  status: number;
}

/** Whether an output shows colours: a terminal, no NO_COLOR (https://no-color.org), no pipeline. */
export function showsColour(output: Output, env: Io['env']): boolean {
  return isInteractive(output, env) && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** Whether somebody is watching: progress and durations are for them. */
export function isInteractive(output: Output, env: Io['env']): boolean {
  const ci = env['CI'] ?? '';
  return output.isTTY === true && (ci === '' || ci === 'false' || ci === '0');
}

/** The streams and the environment of this process. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that went away (`| head`) is no error: the exit status still tells the verdict.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') giveUp(error);
    });
  }
  return { stdout: process.stdout, stderr: process.stderr, env: process.env };
}

/** What was printed is cut short: the exit status must not be taken for a verdict that somebody can read. */
function giveUp(error: Error): never {
  try {
    writeSync(process.stderr.fd, `lionrock: cannot write to the output: ${errorText(error)}\n`);
  } catch {
    // Nobody can be told in words.
  }
  process.exit(EXIT.undecided);
}

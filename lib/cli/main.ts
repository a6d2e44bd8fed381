import { CommanderError } from 'commander';
import { CannotError, EXIT } from './exit';
import { processIo, type Io, type Session } from './io';
import { lionrockProgram } from './program';

/**
 * Runs the command line.
 * @param argv Arguments, without the names of the interpreter and the script.
 * @param io Streams and environment. @default those of the process
 * @returns the exit status: 0 pass, 1 fail, 2 could not decide
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const session: Session = { ...io, began: new Date(), status: EXIT.pass };
  try {
    await lionrockProgram(session).parseAsync([...argv], { from: 'user' });
    return session.status;
  } catch (error) {
    return statusOf(error, io);
  }
}

function statusOf(error: unknown, io: Io): number {
  // Commander has written its message or help by now; all that it calls an error is wrong usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.undecided;
  const debug = Boolean(io.env['LIONROCK_DEBUG']);
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CannotError) {
    io.stderr.write(`lionrock: ${message}\n${debug ? `${stackOf(error.cause ?? error)}\n` : ''}`);
  } else if (debug) {
    io.stderr.write(`lionrock: internal error: ${stackOf(error)}\n`);
  } else {
    io.stderr.write(`lionrock: internal error: ${firstLine(message)} (LIONROCK_DEBUG=1 shows where)\n`);
  }
  return EXIT.undecided;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

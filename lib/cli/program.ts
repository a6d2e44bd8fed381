import { Command } from 'commander';
import { toolVersion } from '../model/package';
import { accessReviewCommand } from './commands/access-review';
import { allocateCommand } from './commands/allocate';
import { deployCommand } from './commands/deploy';
import { destroyCommand } from './commands/destroy';
import { diffCommand } from './commands/diff';
import { doctorCommand } from './commands/doctor';
import { driftCommand } from './commands/drift';
import { explainCommand } from './commands/explain';
import { gateCommand } from './commands/gate';
import { initCommand } from './commands/init';
import { oscalCommand } from './commands/oscal';
import { proveCommand } from './commands/prove';
import { reviewCommand } from './commands/review';
import { synthCommand } from './commands/synth';
import { validateCommand } from './commands/validate';
import { waiverCommand } from './commands/waiver';
import type { Session } from './io';

const HELP_WIDTH = 80;

const EXIT_STATUS = `
Exit status: 0 pass, 1 fail, 2 could not decide (unreadable input, nothing
evaluated, wrong usage, internal error).`;

/** The whole command line: what it can do, declared once; help and the reference page are made from it. */
export function lionrockProgram(session: Session): Command {
  const program = new Command('lionrock');
  const commands = [
    initCommand(session),
    allocateCommand(session),
    validateCommand(session),
    synthCommand(session),
    gateCommand(session),
    oscalCommand(session),
    proveCommand(session),
    diffCommand(session),
    reviewCommand(session),
    accessReviewCommand(session),
    waiverCommand(session),
    explainCommand(session),
    doctorCommand(session),
    deployCommand(session),
    driftCommand(session),
    destroyCommand(session),
  ];
  program.description('Secure government landing zones on AWS: build them, and prove them before deployment.');
  for (const command of commands) program.addCommand(command);
  for (const command of withSubcommands(program)) {
    command
      .version(toolVersion(), '--version', 'print the version')
      .helpOption('--help', 'print this help')
      .helpCommand(false)
      .addHelpText('after', EXIT_STATUS)
      .showHelpAfterError(`("${nameOf(command)} --help" lists what there is)`)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void session.stdout.write(text),
        writeErr: (text) => void session.stderr.write(text),
        getOutHelpWidth: () => HELP_WIDTH,
        getErrHelpWidth: () => HELP_WIDTH,
      });
  }
  return program;
}

function withSubcommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** With the names of the commands that it belongs to. */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}

import { loadConfig, type ConfigProblem, type LoadedConfig, type NamedByConfig, type WrongConfig } from '../../config';
import { counted } from '../../report/layout';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { tellGrowth } from './growth-lines';
import { registerFaults, type RegisterFaults } from '../named-registers';
import { writeProblems } from '../problem-lines';
import { timeOf } from '../time-of';

export interface ValidateFlags {
  readonly config: string;
  readonly now?: Date;
  /** Further departments for which the network has to have room. */
  readonly departments?: number;
}

/** Checks a config, with the registers that it names, and says what is wrong with them; returns the exit status. */
export function runValidate({ config: file, now, departments }: ValidateFlags, session: Session): number {
  const result = loadConfig(file, { environment: session.env });
  if (result.kind === 'unreadable') throw new CannotError(result.message);
  const named = namedBy(result);
  const faults = named ? registerFaults(named, timeOf(now, session)) : NONE;
  const ofConfig = result.kind === 'wrong' ? result.problems : [];
  if (ofConfig.length + faults.problems.length > 0) {
    tell(file, ofConfig, faults, session);
    return EXIT.fail;
  }
  if (faults.unreadable.length > 0) throw new CannotError(faults.unreadable.join('\nlionrock: '));
  if (result.kind === 'wrong') return EXIT.pass;
  session.stdout.write(`${sumOf(file, result, faults.files)}\n`);
  return departments === undefined ? EXIT.pass : tellGrowth(result, departments, session);
}

const NONE: RegisterFaults = { files: [], problems: [], unreadable: [] };

function namedBy(result: LoadedConfig | WrongConfig): NamedByConfig | undefined {
  if (result.kind === 'wrong') return result.named;
  const { config, profile, folder } = result;
  return { ...config, profile, folder };
}

/** All that is wrong, with the config first. */
function tell(
  file: string,
  ofConfig: readonly ConfigProblem[],
  { problems, unreadable }: RegisterFaults,
  { stdout, stderr }: Session,
): void {
  const wrong = new Set([...(ofConfig.length > 0 ? [file] : []), ...problems.map((problem) => problem.file)]);
  const names = `${[...wrong].join(', ')} ${wrong.size === 1 ? 'is' : 'are'} wrong`;
  writeProblems(names, [...ofConfig, ...problems], stdout);
  for (const message of unreadable) stderr.write(`lionrock: ${message}\n`);
}

function sumOf(file: string, { config }: LoadedConfig, registers: readonly string[]): string {
  const { accounts, deploymentModel, profile } = config;
  const sum = `${file} is valid: ${counted(accounts.length, 'account')}, profile ${profile}, deployment model ${deploymentModel}`;
  return [sum, ...registers.map((register) => `${register} is valid`)].join('\n');
}

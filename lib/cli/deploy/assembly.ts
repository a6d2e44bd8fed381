import type { LoadedConfig } from '../../config';
import type { PlannedStack } from '../../deploy';
import { nearest } from '../../model';
import { CannotError } from '../exit';
import type { Session } from '../io';
import { loadDeploy } from '../load-deploy';
import { orCannot } from './or-cannot';
import { synthesizeConfig } from '../run/synth';

export interface AssemblyFlags {
  readonly config: string;
  /** Folder into which the config is synthesized. */
  readonly output: string;
}

/**
 * The folder of the cloud assembly: the one that was named, else the config's, synthesized now.
 * @returns undefined when the config cannot be built, which has been said
 */
export function assemblyFolder(
  named: string | undefined,
  flags: AssemblyFlags,
  loaded: LoadedConfig,
  session: Session,
): string | undefined {
  return named ?? synthesizeConfig(flags, loaded, session)?.directory;
}

/**
 * The stacks of an assembly.
 * @throws CannotError when it cannot be read, or is of another landing zone.
 */
export function stacksOf(folder: string, loaded: LoadedConfig): PlannedStack[] {
  const { AssemblyError, readAssembly } = loadDeploy();
  return orCannot(() => {
    const all = readAssembly(folder, loaded.profile.partition);
    if (all.length === 0) throw new AssemblyError(`${folder} holds no stacks: synthesize again`);
    requireAccounts(all, loaded);
    return all;
  });
}

/**
 * Those of the accounts asked for; all where none is.
 * @throws CannotError when the config has no account of a name.
 */
export function inAccounts(
  stacks: readonly PlannedStack[],
  names: readonly string[],
  loaded: LoadedConfig,
): readonly PlannedStack[] {
  if (names.length === 0) return stacks;
  const ids = idsOf(names, loaded);
  return stacks.filter(({ account }) => ids.has(account));
}

function idsOf(names: readonly string[], { config }: LoadedConfig): ReadonlySet<string> {
  return new Set(
    names.map((name) => {
      const account = config.accounts.find((candidate) => candidate.name === name);
      if (account) return account.id;
      const known = config.accounts.map((candidate) => candidate.name);
      const best = nearest(name, known);
      const hint = best === undefined ? `expected one of ${known.join(', ')}` : `did you mean ${best}?`;
      throw new CannotError(`the config holds no account "${name}": ${hint}`);
    }),
  );
}

/** An assembly of another landing zone would pass every check of its own. */
function requireAccounts(stacks: readonly PlannedStack[], { config }: LoadedConfig): void {
  const known = new Set(config.accounts.map(({ id }) => id));
  const foreign = stacks.find(({ account }) => !known.has(account));
  if (!foreign) return;
  throw new CannotError(
    `stack ${foreign.id} is for account ${foreign.account}, which is not in the config: expected one of ${[...known].join(', ')}; synthesize this config again`,
  );
}

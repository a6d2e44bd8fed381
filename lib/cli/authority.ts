import { resolve } from 'node:path';
import { registersOf, type Floor, type Registers } from '../gate';
import { DEFAULT_PROFILE, profileById, type Profile } from '../profiles';
import { CannotError } from './exit';
import type { Session } from './io';
import { loadConfigFile } from './load-config';
import { profileNamed } from './profile-option';
import { shownPath } from './shown-path';

/** Flags that say by which rules to judge. */
export interface AuthorityFlags {
  /** The config of the landing zone. */
  readonly config?: string;
  /** Id of a built-in profile, or the file of an organisation's own. */
  readonly profile?: string;
}

/** What judgements go by. */
export interface Authority {
  readonly profile: Profile;
  /** Of the config; absent where none was named. */
  readonly registers?: Registers;
  readonly blocksFrom?: Readonly<Record<string, string>>;
  /** The policy that the config states. */
  readonly floor?: Floor;
  /** Registers of waivers that the config names. */
  readonly waiverFiles: readonly string[];
}

/**
 * The profile and the registers to judge by; undefined when the config or the profile is wrong, which has been said.
 * @throws CannotError when the config cannot be read, or the profile is unknown or not that of the config.
 */
export function authorityOf({ config: file, profile: id }: AuthorityFlags, session: Session): Authority | undefined {
  if (file === undefined) {
    const profile = id === undefined ? profileById(DEFAULT_PROFILE) : profileNamed(id, session.stderr, session);
    return profile && { profile, waiverFiles: [] };
  }
  const loaded = loadConfigFile(file, session.stderr, session);
  if (!loaded) return undefined;
  if (id !== undefined && id !== loaded.config.profile) {
    if (!profileNamed(id, session.stderr, session)) return undefined;
    throw new CannotError(
      `--profile ${id} contradicts ${file}, which says ${loaded.config.profile}: leave --profile out`,
    );
  }
  const { config, profile, folder } = loaded;
  return {
    profile,
    registers: registersOf(config),
    ...(config.gatePolicy ? { floor: { source: `${file} (gatePolicy)`, policy: config.gatePolicy } } : {}),
    blocksFrom: config.blocksFrom,
    waiverFiles: config.waivers.map((path) => shownPath(resolve(folder, path))),
  };
}

import type { AccountConfig, LandingZoneConfig } from '../config';
import type { Profile } from '../profiles';
import type { Names } from './names';

/** What every stack of the landing zone is given. A stack reads the config; constructs never do. */
export interface StackContext {
  readonly config: LandingZoneConfig;
  readonly profile: Profile;
  /** The account in which the stack stands. */
  readonly account: AccountConfig;
  readonly names: Names;
  /** Folder of the config file: relative paths in the config start here. */
  readonly configFolder: string;
}

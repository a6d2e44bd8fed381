import type { DeploymentModel } from '../../../lib/model';

/** What {@link LionrockDefaults} must be told besides the profile; each has a default. */
export interface LionrockDefaultsOptions {
  /**
   * Department (B/D) that owns the data: lower case, digits and hyphens. Part of the aliases of the keys.
   * @default - the name of the stack
   */
  readonly department?: string;
  /** @default 'public' */
  readonly deploymentModel?: DeploymentModel;
  /**
   * Highest classification of the information, as the profile names it.
   * @default - the least sensitive level of the profile
   */
  readonly classification?: string;
  /** @default false */
  readonly personalData?: boolean;
  /**
   * Roles that administer the keys: names, wildcards allowed, or ARNs.
   * @default - those of a Lionrock landing zone, `*-key-administrator`
   */
  readonly keyAdministrators?: readonly string[];
  /**
   * Roles that alone may disable and delete the keys.
   * @default - those of a Lionrock landing zone, `*-break-glass`
   */
  readonly breakGlassRoles?: readonly string[];
  /**
   * Days to keep logs, where the profile states no figure.
   * @default 365 (ours)
   */
  readonly logRetentionDays?: number;
}

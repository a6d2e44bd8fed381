import type { StackContext } from './context';

/** Kinds of logs for which the profile, and the config, state how long they are kept. */
export type RetentionClass = 'infrastructure' | 'application' | 'security';

/**
 * Days to keep logs: what the profile asks for, or longer where the config says so.
 * @throws Error when neither states a figure.
 */
export function retentionDays(
  { config, profile }: Pick<StackContext, 'config' | 'profile'>,
  kind: RetentionClass,
): number {
  const stated = [profile.retentionDays[kind].value, config.logging.retentionDays[kind]].filter(
    (days) => days !== undefined,
  );
  if (stated.length > 0) return Math.max(...stated);
  throw new Error(
    `profile ${profile.id} does not state how long ${kind} logs are kept: set logging.retentionDays.${kind} in the config`,
  );
}

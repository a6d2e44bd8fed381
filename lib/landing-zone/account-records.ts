import type { AccountRecordsProps } from '../../constructs/baseline';
import type { StackContext } from './context';
import { retentionDays } from './retention';

/** What the config says of the records that accounts keep of themselves. */
export function accountRecords({
  config,
  names,
  profile,
}: Pick<StackContext, 'config' | 'names' | 'profile'>): AccountRecordsProps {
  const { idleMinutes, maxMinutes } = config.logging.sessions;
  return {
    profile,
    retentionDays: retentionDays({ config, profile }, 'infrastructure'),
    collection: { destinationArn: names.logDestinationArn, exclude: names.uncollectedLogGroups },
    maskIdentifiers: config.logging.maskIdentifiers,
    sessions: { idleMinutes, sessionMinutes: maxMinutes },
  };
}

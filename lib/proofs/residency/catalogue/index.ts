import { egressPath, type EgressPath } from './egress-path';
import { aiPaths } from './paths/ai';
import { analyticsAndSharingPaths } from './paths/analytics-and-sharing';
import { backupPaths } from './paths/backup';
import { databasePaths } from './paths/database';
import { eventsAndStreamsPaths } from './paths/events-and-streams';
import { imagesAndDeliveryPaths } from './paths/images-and-delivery';
import { keysPaths } from './paths/keys';
import { loggingAndMonitoringPaths } from './paths/logging-and-monitoring';
import { networkAndEdgePaths } from './paths/network-and-edge';
import { ourPaths } from './paths/ours';
import { storagePaths } from './paths/storage';
import type { Concern } from './row';

export type { EgressPath } from './egress-path';
export type { Concern, Predicate } from './row';

/** Every known path by which something leaves a region, by service. */
export const EGRESS_PATHS: readonly EgressPath[] = [
  ...aiPaths,
  ...analyticsAndSharingPaths,
  ...backupPaths,
  ...databasePaths,
  ...eventsAndStreamsPaths,
  ...imagesAndDeliveryPaths,
  ...keysPaths,
  ...loggingAndMonitoringPaths,
  ...networkAndEdgePaths,
  ...ourPaths,
  ...storagePaths,
].map(egressPath);

const NONE: readonly EgressPath[] = [];
const BY_TYPE = new Map<string, readonly EgressPath[]>();
for (const path of EGRESS_PATHS) BY_TYPE.set(path.type, [...(BY_TYPE.get(path.type) ?? []), path]);

/** The paths of a resource type. */
export function egressPathsOf(type: string): readonly EgressPath[] {
  return BY_TYPE.get(type) ?? NONE;
}

/** The types that have paths of a concern. */
export function typesOfConcern(concern: Concern): readonly string[] {
  return [...new Set(EGRESS_PATHS.filter((path) => path.concern === concern && !path.wanted).map(({ type }) => type))];
}

import type { Movement, Severity } from '../../../model';

/** What decides whether a path leads out of the region. */
export type Predicate =
  /** Names a region, or a zone, that the profile does not allow. */
  | 'region-not-allowed'
  /** An ARN whose region the profile does not allow. */
  | 'arn-region-not-allowed'
  /** A name, such as a bucket’s, that does not tell its region. */
  | 'unresolvable-name'
  /** A host outside AWS, or in another region of it. */
  | 'external-host'
  /** A model id or ARN of an inference profile that spans regions. */
  | 'inference-profile-prefix'
  /** A resource policy that lets principals of other accounts in. */
  | 'policy-external-principal'
  /** A document that is searched for regions and hosts. */
  | 'definition-scan'
  | 'present'
  | 'absent'
  | 'true'
  /** One of these values, separated by `|`. */
  | `value-in:${string}`;

/** What a path is about; a rule of the gate judges the paths of one concern. */
export type Concern =
  | 'abroad'
  | 'acceleration'
  | 'analysis'
  | 'backups'
  | 'buckets'
  | 'edge'
  | 'edge-apis'
  | 'endpoints'
  | 'events'
  | 'exposure'
  | 'images'
  | 'keys'
  | 'logs'
  | 'models'
  | 'named'
  | 'network'
  | 'replicas'
  | 'replication'
  | 'secrets'
  | 'sharing'
  | 'spanning'
  | 'subscriptions'
  | 'zones';

/** What a path has beside its columns. */
export interface RowOptions {
  /** Where it leads, where the value does not say: a region or words. */
  readonly to?: string;
  /** Not set counts as the value that leads out: the service’s default. */
  readonly byDefault?: true;
  /** Wanted: it moves nothing out, and is listed so that it is never reported. */
  readonly wanted?: true;
  /** It leads to the region of the stack itself: out only where that is not allowed. */
  readonly ownRegion?: true;
  /** Page on which the mechanism was read. Default: it is from memory. */
  readonly source?: string;
  /** Why it must be there, where a service leaves no choice. */
  readonly why?: string;
}

/**
 * Type without `AWS::`, path below `Properties`, predicate, what moves, severity (`info` where it is wanted), concern,
 * mechanism in words, hash of the provider schema in which type and path were found (empty: none was compared).
 */
export type PathRow = readonly [
  type: string,
  path: string,
  predicate: Predicate,
  moves: Movement,
  severity: Severity | 'info',
  concern: Concern,
  mechanism: string,
  schemaHash: string,
  options?: RowOptions,
];

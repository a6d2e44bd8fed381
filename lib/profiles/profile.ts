import type { ClassificationScheme, DeploymentModel, Partition, Severity } from '../model';

/**
 * How far a fact of a profile was checked: read in the named source, read in what others write of the source, from
 * memory, chosen by this project, stated by the organisation that extends the profile, or not stated by any source.
 */
export const FACT_STATUSES = [
  'verified',
  'secondary sources',
  'from memory',
  'ours',
  'organisation',
  'not stated',
] as const;
export type FactStatus = (typeof FACT_STATUSES)[number];

/** Where a fact comes from. */
export interface Provenance {
  readonly status: FactStatus;
  /** Clause or document, e.g. `S17 17.3.1`. */
  readonly source: string;
}

/** A value together with where it comes from; `value` is undefined when the sources do not state it. */
export interface Fact<T> extends Provenance {
  readonly value: T | undefined;
}

/** Who may talk to a zone from outside its VPC, and whether it may hold an internet gateway route. */
export interface ZoneModel {
  readonly name: string;
  readonly title: string;
  /** Trust level, 0 = untrusted; traffic towards a higher level needs a flow with a reason (all traffic does). */
  readonly trust: number;
  /** True when the zone's subnets may route to an internet gateway. */
  readonly internetFacing: boolean;
}

/** Kinds of logs for which a profile states how long they are kept. */
export const LOG_CLASSES = ['infrastructure', 'application', 'security', 'host'] as const;

export interface RetentionDays {
  /** Firewall, web server, remote access, authentication logs. */
  readonly infrastructure: Fact<number>;
  /** E-mail, database, internet access logs. */
  readonly application: Fact<number>;
  /** Intrusion detection, anti-virus logs. */
  readonly security: Fact<number>;
  readonly host: Fact<number>;
}

/** Where the facts of a profile that are lists or words come from; the others carry it themselves. */
export interface ProfileProvenance {
  readonly framework: Provenance;
  readonly regions: Provenance;
  readonly classification: Provenance;
  readonly zones: Provenance;
}

/** A jurisdiction's rules as data. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The profile on which this one rests: an overlay's, or the one that an organisation extends. */
  readonly extends?: string;
  readonly framework: string;
  readonly partition: Partition;
  /** Regions in which data may be kept and processed; compared by name. */
  readonly regions: readonly string[];
  /** Where services without a region of their own answer API calls in this partition. */
  readonly globalServicesRegion: string;
  /** Levels of information, the least sensitive first; none where the sources state none. */
  readonly classification: ClassificationScheme;
  /** Highest level allowed for each deployment model. Says nothing of system tiers, which are another axis. */
  readonly ceilings: Readonly<Record<DeploymentModel, Fact<string>>>;
  /** Lowest classification of personal data. */
  readonly personalDataLevel: Fact<string>;
  /**
   * Lowest classification of data whose keys the department makes and keeps itself, apart from the data; no level where
   * nobody asks for it.
   */
  readonly ownKeysFrom?: Fact<string>;
  /** Lowest classification from which people sign in with a second factor; no level where nobody asks for it. */
  readonly mfaFrom?: Fact<string>;
  /** The zone model; empty where the sources state none. */
  readonly zones: readonly ZoneModel[];
  readonly retentionDays: RetentionDays;
  /** Longest life of a waiver in days, from the day of its approval, by the severity of what it waives. */
  readonly waiverDays: Readonly<Record<Severity, Fact<number>>>;
  /** Where days begin and end, for expiry and schedules; ours in every profile. */
  readonly timeZone: string;
  /** CloudFormation types that a region does not publish, by region; a region without an entry was not looked up. */
  readonly absentTypes: Readonly<Record<string, ReadonlySet<string>>>;
  readonly provenance: ProfileProvenance;
  readonly notes: readonly string[];
}

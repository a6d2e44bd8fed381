import type { ClassificationScheme, DeploymentModel, Partition, Severity } from '../model';

/** How far a fact of a profile was checked: read in the named source, from memory, or chosen by this project. */
export type FactStatus = 'verified' | 'from memory' | 'ours' | 'not stated';

/** A value together with where it comes from; `value` is undefined when the sources do not state it. */
export interface Fact<T> {
  readonly value: T | undefined;
  readonly status: FactStatus;
  /** Clause or document, e.g. `S17 17.3.1`. */
  readonly source: string;
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

export interface RetentionDays {
  /** Firewall, web server, remote access, authentication logs. */
  readonly infrastructure: Fact<number>;
  /** E-mail, database, internet access logs. */
  readonly application: Fact<number>;
  /** Intrusion detection, anti-virus logs. */
  readonly security: Fact<number>;
  readonly host: Fact<number>;
}

/** A jurisdiction's rules as data. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly framework: string;
  readonly partition: Partition;
  /** Regions in which data may be kept and processed; compared by name. */
  readonly regions: readonly string[];
  readonly regionsStatus: FactStatus;
  /** Where services without a region of their own answer API calls in this partition. */
  readonly globalServicesRegion: string;
  readonly classification: ClassificationScheme;
  /** Highest level allowed for each deployment model. */
  readonly ceilings: Readonly<Record<DeploymentModel, Fact<string>>>;
  /** Lowest classification of personal data. */
  readonly personalDataLevel: Fact<string>;
  readonly zones: readonly ZoneModel[];
  readonly retentionDays: RetentionDays;
  /** Longest life of a waiver in days, from the day of its approval, by the severity of what it waives. */
  readonly waiverDays: Readonly<Record<Severity, Fact<number>>>;
  readonly timeZone: string;
  /** CloudFormation types that the region does not publish, by region. */
  readonly absentTypes: Readonly<Record<string, ReadonlySet<string>>>;
  readonly notes: readonly string[];
}

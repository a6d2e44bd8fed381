import {
  archiveBucketName,
  archiveKeyAlias,
  collectionErrorGroup,
  lockedBucketName,
  logDestinationArn,
  trailArn,
  type ArchiveKind,
} from '../../constructs/logging';
import { sessionLogGroup } from '../../constructs/baseline';
import { enrolmentBusName } from '../../constructs/detection';
import type { AccountConfig, LandingZoneConfig } from '../config';
import type { Profile } from '../profiles';

/**
 * Names and ARNs that one account needs of another. They are computed from the config alone, so that each account's
 * stage can be synthesized by itself.
 */
export class Names {
  constructor(
    private readonly config: LandingZoneConfig,
    private readonly profile: Profile,
  ) {}

  /** The one account of a role that exists once (`log-archive`, `audit`, `network`, …). */
  accountOf(role: AccountConfig['role']): AccountConfig {
    const found = this.config.accounts.find((account) => account.role === role);
    if (!found) throw new Error(`the config has no account with the role "${role}"`);
    return found;
  }

  account(name: string): AccountConfig {
    const found = this.config.accounts.find((account) => account.name === name);
    if (!found) throw new Error(`the config has no account named "${name}"`);
    return found;
  }

  /** Account that owns the stack sets. */
  get stackSetAdministrator(): AccountConfig {
    const { administrator } = this.config.baseline;
    return administrator === undefined ? this.accountOf('management') : this.account(administrator);
  }

  /** Bucket from which accounts read the handler of the deployment hook, in the account of the stack sets. */
  get hookCodeBucket(): string {
    return `${this.config.name}-${this.stackSetAdministrator.id}-deployment-hook`;
  }

  /** Bucket of the log archive; names are global, so they hold the account id. */
  archiveBucket(kind: ArchiveKind): string {
    return archiveBucketName(this.archivePrefix, kind);
  }

  /** Buckets that keep each kind of log, locked. */
  get lockedBuckets(): Readonly<Record<ArchiveKind, string>> {
    const locked = (kind: ArchiveKind) => lockedBucketName(this.archivePrefix, kind);
    return {
      trail: locked('trail'),
      config: locked('config'),
      network: locked('network'),
      access: locked('access'),
      groups: locked('groups'),
    };
  }

  /** The firewall between VPCs. */
  get inspectionFirewall(): string {
    return `${this.config.name}-inspection`;
  }

  /** Begins the names of the archive's buckets. */
  get archivePrefix(): string {
    return `${this.config.name}-${this.accountOf('log-archive').id}`;
  }

  archiveBucketArn(kind: ArchiveKind): string {
    return `arn:${this.profile.partition}:s3:::${this.archiveBucket(kind)}`;
  }

  /** Alias of the archive's key for a kind of log. */
  archiveKeyAlias(kind: ArchiveKind): string {
    return archiveKeyAlias(this.config.name, kind);
  }

  /** The archive's key as other accounts name it. */
  archiveKeyAliasArn(kind: ArchiveKind): string {
    return this.arn('kms', this.accountOf('log-archive').id, this.archiveKeyAlias(kind));
  }

  /** Name of the organisation trail, which stands in the management account. */
  get trail(): string {
    return `${this.config.name}-organization`;
  }

  get trailArn(): string {
    return trailArn(this.profile.partition, this.config.homeRegion, this.accountOf('management').id, this.trail);
  }

  /** Log group of the management account that holds a copy of the trail. */
  get trailLogGroup(): string {
    return `/${this.config.name}/organization-trail`;
  }

  /** Destination in the log archive to which accounts send what their log groups hold. */
  get logDestination(): string {
    return `${this.config.name}-log-groups`;
  }

  get logDestinationArn(): string {
    const { id } = this.accountOf('log-archive');
    return logDestinationArn(this.profile.partition, this.config.homeRegion, id, this.logDestination);
  }

  /** Event bus of the audit account, to which accounts report that their baseline is there. */
  get enrolmentBusArn(): string {
    return this.arn('events', this.accountOf('audit').id, `event-bus/${enrolmentBusName(this.config.name)}`);
  }

  /** Log groups that are not collected: the archive has the trail already, and the collection must not collect itself. */
  get uncollectedLogGroups(): readonly string[] {
    return [...this.config.logging.collection.exclude, this.trailLogGroup, collectionErrorGroup(this.logDestination)];
  }

  /** Log group of an account for sessions of Session Manager. */
  get sessionLogGroup(): string {
    return sessionLogGroup(this.config.name);
  }

  /** Name, without path, of a role that exists in every account: `break-glass`, `key-administrator`, `audit`, … */
  role(purpose: string): string {
    return `${this.config.name}-${purpose}`;
  }

  roleArn(account: AccountConfig, purpose: string): string {
    return `arn:${this.profile.partition}:iam::${account.id}:role/${this.role(purpose)}`;
  }

  /** Pattern that matches the role in every account of the organisation. */
  rolePattern(purpose: string): string {
    return `arn:${this.profile.partition}:iam::*:role/${this.role(purpose)}`;
  }

  get organizationArn(): string {
    const management = this.accountOf('management').id;
    return `arn:${this.profile.partition}:organizations::${management}:organization/${this.config.organization.id}`;
  }

  /** SSM parameter, written in the hub's account, that holds the transit gateway's id. */
  get transitGatewayParameter(): string {
    return `/${this.config.name}/network/transit-gateway-id`;
  }

  /** SSM parameter, written in the VPC's account, that holds the id of its attachment to the hub. */
  attachmentParameter(vpcName: string): string {
    return `/${this.config.name}/network/attachments/${vpcName}`;
  }

  /** SSM parameter, written in the account of central services, that holds the id of the network profile. */
  get networkProfileParameter(): string {
    return `/${this.config.name}/network/profile-id`;
  }

  /** A parameter of another account, as shared through Resource Access Manager. */
  parameterArn(account: AccountConfig, parameterName: string): string {
    return this.arn('ssm', account.id, `parameter${parameterName}`);
  }

  private arn(service: string, accountId: string, resource: string): string {
    return `arn:${this.profile.partition}:${service}:${this.config.homeRegion}:${accountId}:${resource}`;
  }
}

/** Name of a VPC: its own, or its account's. */
export function vpcName(account: AccountConfig, vpc: AccountConfig['vpcs'][number]): string {
  return vpc.name ?? account.name;
}

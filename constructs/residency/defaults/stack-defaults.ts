import { Names, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import type { Profile } from '../../../lib/profiles';
import { DepartmentKey } from '../../keys';
import { AccessLogBucket, EncryptedLogGroup, logGroupRetention } from '../../logging';
import type { LionrockDefaultsOptions } from './options';

const ID = 'LionrockDefaults';
const DAYS_OF_OURS = 365;
const LONGEST_NAME = 40;

/** What the defaults add to a stack, made when the first construct needs it: a key, and a bucket for access logs. */
export class StackDefaults {
  private readonly keys = new WeakMap<Stack, kms.IKey>();
  private readonly logs = new WeakMap<Stack, s3.IBucket>();

  constructor(
    readonly profile: Profile,
    private readonly options: LionrockDefaultsOptions,
  ) {}

  /** Key of the stack in which a construct stands. */
  key(scope: IConstruct): kms.IKey {
    const stack = Stack.of(scope);
    const known = this.keys.get(stack);
    if (known) return known;
    const { department = nameOf(stack), keyAdministrators, breakGlassRoles } = this.options;
    const key = new DepartmentKey(this.holder(stack), 'Key', {
      department,
      purpose: `data-${nameOf(stack)}`.slice(0, LONGEST_NAME).replace(/-+$/, ''),
      classification: this.classification,
      administrators: keyAdministrators ?? ['*-key-administrator'],
      breakGlassRoles: breakGlassRoles ?? ['*-break-glass'],
    });
    key.allowLogGroups();
    key.allowEvents();
    key.allowAlarms();
    this.keys.set(stack, key);
    return key;
  }

  /** Bucket of the stack for server access logs. */
  accessLogs(scope: IConstruct): s3.IBucket {
    const stack = Stack.of(scope);
    const known = this.logs.get(stack);
    if (known) return known;
    const { bucket } = new AccessLogBucket(this.holder(stack), 'AccessLogs', {
      retentionDays: this.logDays('infrastructure'),
    });
    this.logs.set(stack, bucket);
    return bucket;
  }

  /** A log group for what a resource writes. */
  logGroup(resource: IConstruct, what: string): logs.ILogGroup {
    const id = `${Names.nodeUniqueId(resource.node)}-${what}`;
    return new EncryptedLogGroup(this.holder(Stack.of(resource)), id, {
      encryptionKey: this.key(resource),
      retentionDays: this.logDays('application'),
    });
  }

  /** How long application logs are kept, in a period that CloudWatch Logs knows. */
  get logRetention(): logs.RetentionDays {
    return logGroupRetention(ID, { retentionDays: this.logDays('application') });
  }

  /** Least days to keep logs: the profile's figure, or the one that the options give, or ours. */
  logDays(kind: 'application' | 'infrastructure'): number {
    return this.profile.retentionDays[kind].value ?? this.options.logRetentionDays ?? DAYS_OF_OURS;
  }

  /** The level that the options name, or the least sensitive one. */
  get classification(): string {
    return this.options.classification ?? this.profile.classification.levels[0] ?? 'not stated';
  }

  private holder(stack: Stack): Construct {
    const found = stack.node.tryFindChild(ID);
    return found instanceof Construct ? found : new Construct(stack, ID);
  }
}

/** Whether a construct is one that the defaults themselves added. */
export function isOwn(scope: IConstruct): boolean {
  return scope.node.scopes.some(({ node }) => node.id === ID);
}

function nameOf(stack: Stack): string {
  const name = stack.stackName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name.slice(0, LONGEST_NAME).replace(/-+$/, '') || 'stack';
}

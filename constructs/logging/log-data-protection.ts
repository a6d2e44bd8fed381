import { aws_logs as logs, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import { checkIdentifiers, PERSONAL_IDENTIFIERS } from './personal-identifiers';
import type { RetentionProps } from './retention';

/** Properties of {@link LogDataProtection}. */
export interface LogDataProtectionProps extends RetentionProps {
  /** Name of the policy: an account and region has one of this kind. */
  readonly policyName: string;
  /** Key of the log group that is told where something was found. */
  readonly encryptionKey: kms.IKey;
  /**
   * What is masked.
   * @default - identity card numbers, payment cards, mail addresses and secrets ({@link PERSONAL_IDENTIFIERS})
   */
  readonly identifiers?: readonly logs.DataIdentifier[];
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * Masks personal identifiers in all log groups of an account and region, those of tomorrow too, before anybody or any
 * subscription reads them. Who may call `logs:Unmask` sees them; guardrails leave that to break-glass. Findings tell which
 * group holds what, never the value. Evidence for LOG-05 (S17 14.4.4: logs do not profile a user).
 */
export class LogDataProtection extends Construct {
  /** Which log groups hold identifiers, and how many. */
  readonly findings: logs.ILogGroup;

  /** @throws Error when an identifier is not what CloudWatch Logs accepts, or nobody says how long to keep findings. */
  constructor(scope: Construct, id: string, props: LogDataProtectionProps) {
    super(scope, id);
    const { identifiers = PERSONAL_IDENTIFIERS, policyName, ...group } = props;
    checkIdentifiers(this.node.path, identifiers);
    // AWS lets itself write to all groups whose names begin like this at once: one by one its policy would outgrow its quota.
    this.findings = new EncryptedLogGroup(this, 'Findings', {
      ...group,
      logGroupName: `/aws/vendedlogs/data-protection/${policyName}`,
    });
    const policy = new logs.CfnAccountPolicy(this, 'Policy', {
      policyName,
      policyType: 'DATA_PROTECTION_POLICY',
      scope: 'ALL',
      policyDocument: Stack.of(this).toJsonString(this.document(policyName, identifiers)),
    });
    policy.node.addDependency(this.findings);
  }

  private document(name: string, identifiers: readonly logs.DataIdentifier[]): object {
    const custom = identifiers.filter((identifier) => identifier instanceof logs.CustomDataIdentifier);
    const names = identifiers.map((identifier) => this.nameOf(identifier));
    const group = { LogGroup: this.findings.logGroupName };
    return {
      Name: name,
      Version: '2021-06-01',
      ...(custom.length > 0
        ? { Configuration: { CustomDataIdentifier: custom.map(({ name: Name, regex: Regex }) => ({ Name, Regex })) } }
        : {}),
      Statement: [
        {
          Sid: 'audit',
          DataIdentifier: names,
          Operation: { Audit: { FindingsDestination: { CloudWatchLogs: group } } },
        },
        { Sid: 'mask', DataIdentifier: names, Operation: { Deidentify: { MaskConfig: {} } } },
      ],
    };
  }

  private nameOf(identifier: logs.DataIdentifier): string {
    if (identifier instanceof logs.CustomDataIdentifier) return identifier.name;
    return `arn:${Stack.of(this).partition}:dataprotection::aws:data-identifier/${identifier.name}`;
  }
}

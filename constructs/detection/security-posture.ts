import { aws_securityhub as securityhub, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Standards of Security Hub, by the path of their ARN. */
export const SECURITY_STANDARDS = {
  foundationalBestPractices: 'aws-foundational-security-best-practices/v/1.0.0',
  nist80053: 'nist-800-53/v/5.0.0',
  cisFoundations: 'cis-aws-foundations-benchmark/v/5.0.0',
} as const;
export type SecurityStandard = keyof typeof SECURITY_STANDARDS;

/** Properties of {@link SecurityPosture}. */
export interface SecurityPostureProps {
  /**
   * Standards to check the account against.
   * @default - foundational best practices, NIST 800-53 revision 5, CIS foundations benchmark 5.0
   */
  readonly standards?: readonly SecurityStandard[];
}

/**
 * Security Hub in this account and region with its standards; one finding for each check, new checks switched on by
 * themselves. It needs the Config recorder of the account. Evidence for DET-02.
 */
export class SecurityPosture extends Construct {
  readonly hubArn: string;

  /** @throws Error when `standards` is empty: a hub without a standard checks nothing. */
  constructor(scope: Construct, id: string, props: SecurityPostureProps = {}) {
    super(scope, id);
    const standards = props.standards ?? ['foundationalBestPractices', 'nist80053', 'cisFoundations'];
    if (standards.length === 0) {
      throw new Error(
        `[${this.node.path}] found no standards: expected at least one of ${Object.keys(SECURITY_STANDARDS).join(', ')}; leave the property out for all of them`,
      );
    }
    const hub = new securityhub.CfnHub(this, 'Hub', {
      autoEnableControls: true,
      controlFindingGenerator: 'SECURITY_CONTROL',
      enableDefaultStandards: false,
    });
    this.hubArn = hub.attrArn;
    for (const standard of standards) {
      const subscription = new securityhub.CfnStandard(this, standard, { standardsArn: this.standardArn(standard) });
      subscription.addResourceDependency(hub);
    }
  }

  private standardArn(standard: SecurityStandard): string {
    const { partition, region } = Stack.of(this);
    return `arn:${partition}:securityhub:${region}::standards/${SECURITY_STANDARDS[standard]}`;
  }
}

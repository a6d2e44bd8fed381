import { aws_accessanalyzer as accessanalyzer } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Properties of {@link AccountAccessAnalyzer}. */
export interface AccountAccessAnalyzerProps {
  /**
   * Days after which access that was not used is a finding, 1 to 365. The figure is ours: half of the six months after
   * which privileged access of tier 2 systems is checked (G3 Appendix C).
   * @default 90
   */
  readonly unusedAccessDays?: number;
  /**
   * Analyse the whole organisation; for its delegated administrator of Access Analyzer or the management account only.
   * @default false
   */
  readonly organization?: boolean;
}

/**
 * Finds resources that principals outside the account (or organisation) can reach, and roles and permissions that
 * nobody uses. Evidence for IDN-04 and IDN-09.
 */
export class AccountAccessAnalyzer extends Construct {
  /** @throws Error when `unusedAccessDays` is not a whole number from 1 to 365. */
  constructor(scope: Construct, id: string, props: AccountAccessAnalyzerProps = {}) {
    super(scope, id);
    const days = props.unusedAccessDays ?? 90;
    if (!Number.isInteger(days) || days < 1 || days > 365) {
      throw new Error(
        `[${this.node.path}] found unusedAccessDays ${days}: expected a whole number from 1 to 365; choose one`,
      );
    }
    const zone = props.organization ? 'ORGANIZATION' : 'ACCOUNT';
    new accessanalyzer.CfnAnalyzer(this, 'External', { type: zone });
    new accessanalyzer.CfnAnalyzer(this, 'Unused', {
      type: `${zone}_UNUSED_ACCESS`,
      analyzerConfiguration: { unusedAccessConfiguration: { unusedAccessAge: days } },
    });
  }
}

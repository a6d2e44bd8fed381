import type { IConstruct } from 'constructs';
import { NIST_MODERATE_BASELINE } from './nist-moderate-baseline';
import { citing } from './queries';
import { RulePack } from './rule-pack';
import type { RulePackProps } from './rule-pack-props';

/** Controls that evidence one of the moderate baseline of NIST SP 800-53 revision 5; the mapping is ours. */
export class Nist80053R5ModerateChecks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    const cites = ['nist-800-53r5'];
    const clauses = NIST_MODERATE_BASELINE;
    super(scope, { name: 'Nist80053R5Moderate', cites, clauses, selects: citing(cites, clauses) }, props);
  }
}

/** Controls that evidence one of Annex A of ISO/IEC 27001:2022; the mapping is ours. */
export class Iso27001Checks extends RulePack {
  constructor(scope?: IConstruct, props?: RulePackProps) {
    const cites = ['iso-27001'];
    super(scope, { name: 'Iso27001', cites, selects: citing(cites) }, props);
  }
}

export interface CisAwsFoundationsChecksProps extends RulePackProps {
  /** Version of the benchmark. @default 'v7' */
  readonly benchmark?: 'v5' | 'v7';
}

/** Controls that evidence a recommendation of the CIS AWS Foundations Benchmark; the mapping is ours. */
export class CisAwsFoundationsChecks extends RulePack {
  constructor(scope?: IConstruct, props: CisAwsFoundationsChecksProps = {}) {
    const cites = [`cis-aws-${props.benchmark ?? 'v7'}`];
    super(scope, { name: 'CisAwsFoundations', cites, selects: citing(cites) }, props);
  }
}

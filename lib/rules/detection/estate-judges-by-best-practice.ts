import type { Trilean } from '../../model';
import { arnOf, textIncludes, type Value } from '../../template';
import { everyAccount } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const STANDARD = 'AWS::SecurityHub::Standard';
const HUB = 'AWS::SecurityHub::Hub';

/** Judged where hubs are made one by one; a central configuration policy brings standards to all accounts. */
export const estateJudgesByBestPractice: Rule = {
  id: 'estate-judges-by-best-practice',
  control: 'DET-02',
  message: 'Some account of the landing zone is not judged by the foundational security best practices.',
  remediation: 'Add the standard aws-foundational-security-best-practices to the hub of each account.',
  types: [STANDARD, HUB, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: [STANDARD],
    expected: 'the foundational security best practices in every account with a hub',
    is: ({ properties }) => isFoundational(properties['StandardsArn']),
    where: (resources) => resources.some(({ type }) => type === HUB),
    together: ({ graph }) => graph.ofType('AWS::SecurityHub::ConfigurationPolicy').length > 0,
  }),
};

/** The name stands at the end of the ARN: that the region before it is that of the deployment leaves nothing open. */
function isFoundational(arn: Value | undefined): Trilean {
  return textIncludes(arnOf(arn)?.resource ?? arn, 'aws-foundational-security-best-practices');
}

import { forSome, type Trilean } from '../../model';
import { NOT_APPLICABLE } from '../check';
import type { Rule } from '../rule';

const EXPECTED = 'a role';

/** cfn-init reads this section; everybody who may describe the stack reads it too. */
export const instanceInitWithoutCredentials: Rule = {
  id: 'instance-init-without-credentials',
  control: 'KEY-11',
  category: 'public-exposure',
  message: 'The metadata of the instance hold credentials for its start.',
  remediation: 'Use a role (type S3 with roleName) instead of an access key or a password.',
  types: [
    'AWS::EC2::Instance',
    'AWS::EC2::LaunchTemplate',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::AutoScaling::LaunchConfiguration',
  ],
  scope: 'resource',
  evaluate: (resource) => {
    const authentication = resource.metadata['AWS::CloudFormation::Authentication'];
    const property = 'Metadata.AWS::CloudFormation::Authentication';
    if (typeof authentication !== 'object' || authentication === null) return NOT_APPLICABLE;
    const held = Object.values(authentication).map(credentials);
    if (held.includes(true)) return { status: 'fail', property, observed: '[masked]', expected: EXPECTED };
    if (held.includes('unknown'))
      return {
        status: 'unknown',
        property,
        expected: EXPECTED,
        because: 'a credential is given by a function that the rule does not resolve',
      };
    return { status: 'pass', property, expected: EXPECTED };
  },
};

function credentials(entry: unknown): Trilean {
  if (typeof entry !== 'object' || entry === null) return false;
  const held = Object.entries(entry).filter(([name]) => /^(password|secretKey)$/i.test(name));
  return forSome(held, ([, value]): Trilean => (typeof value === 'string' || isRef(value) ? true : 'unknown'));
}

/** The value of a parameter is shown in the processed template all the same. */
function isRef(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'Ref' in value;
}

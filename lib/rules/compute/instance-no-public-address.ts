import type { Resource } from '../../template';
import { at, isFalse, isNotTrue, judge } from '../check';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'NetworkInterfaces[].AssociatePublicIpAddress',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.NetworkInterfaces[].AssociatePublicIpAddress',
  'AWS::AutoScaling::LaunchConfiguration': 'AssociatePublicIpAddress',
};

const isConfiguration = ({ type }: Resource): boolean => type === 'AWS::AutoScaling::LaunchConfiguration';

/**
 * An interface without the property follows its subnet, which has a rule of its own; a launch configuration has to
 * say it, because a default VPC gives one.
 */
export const instanceNoPublicAddress: Rule = {
  id: 'instance-no-public-address',
  control: 'NET-07',
  message: 'The instance gets a public address.',
  remediation: 'Set AssociatePublicIpAddress to false.',
  types: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  scope: 'resource',
  evaluate: (resource) =>
    judge(at(resource.properties, PATHS[resource.type] ?? ''), isConfiguration(resource) ? isFalse : isNotTrue),
};

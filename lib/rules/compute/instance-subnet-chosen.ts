import { anyOf, filled, present, property } from '../check';
import type { Rule } from '../rule';

/**
 * Without a subnet EC2 uses the default VPC, if the account still has one. A launch template may name interfaces.
 */
export const instanceSubnetChosen: Rule = {
  id: 'instance-subnet-chosen',
  control: 'NET-01',
  severity: 'medium',
  message: 'The instance lands in the default VPC.',
  remediation: 'Name a SubnetId of a zone.',
  types: ['AWS::EC2::Instance'],
  scope: 'resource',
  evaluate: anyOf(
    property('SubnetId', present),
    property('NetworkInterfaces', filled),
    property('LaunchTemplate', filled),
  ),
};

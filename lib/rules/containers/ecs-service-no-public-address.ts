import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set is DISABLED in CloudFormation. */
export const ecsServiceNoPublicAddress: Rule = {
  id: 'ecs-service-no-public-address',
  control: 'NET-07',
  message: 'Tasks of the service get public addresses.',
  remediation: 'Set AssignPublicIp to DISABLED.',
  types: ['AWS::ECS::Service'],
  scope: 'resource',
  evaluate: property('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', orAbsent(among('DISABLED'))),
};

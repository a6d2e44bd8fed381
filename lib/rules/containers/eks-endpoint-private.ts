import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** Public unless it is told otherwise; a list of allowed addresses does not make it private. */
export const eksEndpointPrivate: Rule = {
  id: 'eks-endpoint-private',
  control: 'WKL-06',
  message: 'The Kubernetes API answers from the internet.',
  remediation: 'Set EndpointPublicAccess to false and EndpointPrivateAccess to true.',
  types: ['AWS::EKS::Cluster'],
  scope: 'resource',
  evaluate: property('ResourcesVpcConfig.EndpointPublicAccess', isFalse),
};

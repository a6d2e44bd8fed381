import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** The custom resource of the CDK that makes clusters; public unless it is told otherwise. */
export const eksCustomResourcePrivate: Rule = {
  id: 'eks-custom-resource-private',
  control: 'WKL-06',
  message: 'The Kubernetes API answers from the internet.',
  remediation: 'Make the cluster with EndpointAccess.PRIVATE.',
  types: ['Custom::AWSCDK-EKS-Cluster'],
  scope: 'resource',
  evaluate: property('Config.resourcesVpcConfig.endpointPublicAccess', isFalse),
};

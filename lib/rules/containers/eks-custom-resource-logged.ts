import { all, among, field, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

const TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/** The custom resource of the CDK that makes clusters; it passes its configuration to the service. */
export const eksCustomResourceLogged: Rule = {
  id: 'eks-custom-resource-logged',
  control: 'LOG-06',
  message: 'The control plane does not record all of its logs.',
  remediation: 'Enable api, audit, authenticator, controllerManager and scheduler in the cluster’s logging.',
  types: ['Custom::AWSCDK-EKS-Cluster'],
  scope: 'resource',
  evaluate: property(
    'Config.logging.clusterLogging',
    all(...TYPES.map((type) => some(all(field('enabled', isTrue), field('types', some(among(type))))))),
  ),
};

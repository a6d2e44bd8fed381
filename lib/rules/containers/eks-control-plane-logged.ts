import { all, among, field, property, some } from '../check';
import type { Rule } from '../rule';

const TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/** Nothing is recorded unless it is asked for. */
export const eksControlPlaneLogged: Rule = {
  id: 'eks-control-plane-logged',
  control: 'LOG-06',
  message: 'The control plane does not record all of its logs.',
  remediation:
    'List api, audit, authenticator, controllerManager and scheduler under Logging.ClusterLogging.EnabledTypes.',
  types: ['AWS::EKS::Cluster'],
  scope: 'resource',
  evaluate: property(
    'Logging.ClusterLogging.EnabledTypes',
    all(...TYPES.map((type) => some(field('Type', among(type))))),
  ),
};

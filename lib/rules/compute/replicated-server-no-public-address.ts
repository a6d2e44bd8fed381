import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

const LAUNCH = 'AWS::MGN::LaunchConfigurationTemplate';

const launched = property('AssociatePublicIpAddress', isNotTrue);
const replicated = property('CreatePublicIP', isNotTrue);

/** Templates of replication have to say it; a server that is launched gets a public address where it is asked for. */
export const replicatedServerNoPublicAddress: Rule = {
  id: 'replicated-server-no-public-address',
  control: 'NET-07',
  message: 'A server of the migration or of the recovery gets a public address.',
  remediation: 'Set CreatePublicIP or AssociatePublicIpAddress to false.',
  types: ['AWS::DRS::ReplicationConfigurationTemplate', LAUNCH, 'AWS::MGN::ReplicationConfigurationTemplate'],
  scope: 'resource',
  evaluate: (resource, context) => (resource.type === LAUNCH ? launched : replicated)(resource, context),
};

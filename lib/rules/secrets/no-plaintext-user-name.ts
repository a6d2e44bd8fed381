import { isTrue, NOT_APPLICABLE } from '../check';
import { judgeSecret } from './plaintext';
import type { Rule } from '../rule';

/**
 * Half of what is needed to log in. Where the service manages the password the name has to be given, and is not
 * judged.
 */
export const noPlaintextUserName: Rule = {
  id: 'no-plaintext-user-name',
  control: 'KEY-11',
  severity: 'low',
  message: 'The name of the database’s administrator stands in the template.',
  remediation:
    'Let the service manage the administrator (ManageMasterUserPassword), or refer to the secret that holds name and password.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::Redshift::Cluster', 'AWS::DocDB::DBCluster'],
  scope: 'resource',
  evaluate: (resource) => {
    const { MasterUsername, ManageMasterUserPassword } = resource.properties;
    if (MasterUsername === undefined || isTrue.test(ManageMasterUserPassword) === true) return NOT_APPLICABLE;
    return judgeSecret({ path: 'MasterUsername', value: MasterUsername }, resource);
  },
};

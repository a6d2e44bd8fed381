import { customerKey, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Without KmsKeyId the AWS-managed key is used, whose policy and rotation nobody here decides. */
export const databaseCustomerKey: Rule = {
  id: 'database-customer-key',
  control: 'KEY-02',
  message: 'The database is encrypted with a key that AWS shares over the account.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey, when('StorageEncrypted', isTrue)),
};

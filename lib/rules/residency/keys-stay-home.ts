import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::PaymentCryptography::Key': { region: ['ReplicationRegions'] },
  'AWS::SecretsManager::Secret': { region: ['ReplicaRegions[].Region'], arn: ['ReplicaRegions[].KmsKeyId'] },
};

/** A secret has replicas only where they are asked for. */
export const keysStayHome: Rule = {
  id: 'keys-stay-home',
  control: 'RES-05',
  message: 'A secret is copied to another region.',
  remediation: 'Remove ReplicaRegions, or name regions of the profile.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};

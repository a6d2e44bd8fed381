import { all, among, field, present, property, some } from '../check';
import type { Rule } from '../rule';

/**
 * Since Kubernetes 1.28 EKS encrypts with a key of AWS; the envelope with a key of one’s own is added only when it
 * is asked for.
 */
export const eksSecretsEncrypted: Rule = {
  id: 'eks-secrets-encrypted',
  control: 'KEY-01',
  message: 'Secrets of the cluster are not encrypted with a key of one’s own.',
  remediation: 'Add EncryptionConfig for secrets with a customer-managed key.',
  types: ['AWS::EKS::Cluster'],
  scope: 'resource',
  evaluate: property(
    'EncryptionConfig',
    some(all(field('Provider.KeyArn', present), field('Resources', some(among('secrets'))))),
  ),
};

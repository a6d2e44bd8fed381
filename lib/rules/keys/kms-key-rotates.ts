import { and, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { among, isTrue, orAbsent, property } from '../check';
import type { Rule } from '../rule';

const ROTATING = {
  spec: orAbsent(among('SYMMETRIC_DEFAULT')),
  usage: orAbsent(among('ENCRYPT_DECRYPT')),
  origin: orAbsent(among('AWS_KMS')),
};

/**
 * Off unless it is asked for. Asymmetric keys, keys for MACs and imported material cannot rotate by themselves and
 * are not judged.
 */
export const kmsKeyRotates: Rule = {
  id: 'kms-key-rotates',
  control: 'KEY-05',
  message: 'The key keeps the same material for ever.',
  remediation: 'Set EnableKeyRotation to true.',
  types: ['AWS::KMS::Key'],
  scope: 'resource',
  evaluate: property('EnableKeyRotation', isTrue, rotates),
};

/** Only symmetric keys that KMS makes for encryption rotate by themselves. */
function rotates({ properties }: Resource): Trilean {
  const { KeySpec, KeyUsage, Origin } = properties;
  return and(ROTATING.spec.test(KeySpec), ROTATING.usage.test(KeyUsage), ROTATING.origin.test(Origin));
}

import { among, property } from '../check';
import type { Rule } from '../rule';

/** Mutable unless it is asked for. */
export const ecrTagsImmutable: Rule = {
  id: 'ecr-tags-immutable',
  control: 'CHG-08',
  message: 'A tag of the repository can be moved to another image.',
  remediation: 'Set ImageTagMutability to IMMUTABLE.',
  types: ['AWS::ECR::Repository'],
  scope: 'resource',
  evaluate: property('ImageTagMutability', among('IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION')),
};

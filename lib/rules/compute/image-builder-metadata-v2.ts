import { among, property } from '../check';
import type { Rule } from '../rule';

/** Build instances accept version 1 unless tokens are required. */
export const imageBuilderMetadataV2: Rule = {
  id: 'image-builder-metadata-v2',
  control: 'IDN-11',
  severity: 'medium',
  message: 'A build step that can be made to fetch an address gives away the credentials of the build instance.',
  remediation: 'Set InstanceMetadataOptions.HttpTokens to required.',
  types: ['AWS::ImageBuilder::InfrastructureConfiguration'],
  scope: 'resource',
  evaluate: property('InstanceMetadataOptions.HttpTokens', among('required')),
};

import { among, property } from '../check';
import type { Rule } from '../rule';

/** Version 1 is accepted too unless the minimum is 2. */
export const notebookMetadataV2: Rule = {
  id: 'notebook-metadata-v2',
  control: 'IDN-11',
  message: 'Code in the notebook that can be made to fetch an address gives away the notebook’s credentials.',
  remediation: 'Set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion to 2.',
  types: ['AWS::SageMaker::NotebookInstance'],
  scope: 'resource',
  evaluate: property('InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion', among('2')),
};

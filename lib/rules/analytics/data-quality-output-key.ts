import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it the destination’s default is used. */
export const dataQualityOutputKey: Rule = {
  id: 'data-quality-output-key',
  control: 'KEY-02',
  message: 'Reports of the job are encrypted with a key that nobody here controls.',
  remediation: 'Name a KmsKeyId in DataQualityJobOutputConfig.',
  types: ['AWS::SageMaker::DataQualityJobDefinition'],
  scope: 'resource',
  evaluate: property('DataQualityJobOutputConfig.KmsKeyId', customerKey),
};

import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it an AWS key is used. */
export const dataQualityVolumeKey: Rule = {
  id: 'data-quality-volume-key',
  control: 'KEY-02',
  message: 'Volumes of the job are encrypted with a key that nobody here controls.',
  remediation: 'Name a VolumeKmsKeyId in JobResources.ClusterConfig.',
  types: [
    'AWS::SageMaker::DataQualityJobDefinition',
    'AWS::SageMaker::ModelBiasJobDefinition',
    'AWS::SageMaker::ModelExplainabilityJobDefinition',
    'AWS::SageMaker::ModelQualityJobDefinition',
  ],
  scope: 'resource',
  evaluate: property('JobResources.ClusterConfig.VolumeKmsKeyId', customerKey),
};

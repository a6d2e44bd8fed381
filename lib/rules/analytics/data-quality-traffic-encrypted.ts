import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const dataQualityTrafficEncrypted: Rule = {
  id: 'data-quality-traffic-encrypted',
  control: 'NET-14',
  message: 'Instances of the job talk without TLS.',
  remediation: 'Set NetworkConfig.EnableInterContainerTrafficEncryption to true.',
  types: [
    'AWS::SageMaker::DataQualityJobDefinition',
    'AWS::SageMaker::ModelBiasJobDefinition',
    'AWS::SageMaker::ModelExplainabilityJobDefinition',
    'AWS::SageMaker::ModelQualityJobDefinition',
    'AWS::SageMaker::ProcessingJob',
  ],
  scope: 'resource',
  evaluate: property('NetworkConfig.EnableInterContainerTrafficEncryption', isTrue),
};

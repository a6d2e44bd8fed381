import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it an AWS-managed key is used. */
export const notebookCustomerKey: Rule = {
  id: 'notebook-customer-key',
  control: 'KEY-02',
  message: 'The volume is encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::EndpointConfig', 'AWS::SageMaker::Domain'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};

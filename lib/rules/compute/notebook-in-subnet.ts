import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without one it runs in a VPC of AWS. */
export const notebookInSubnet: Rule = {
  id: 'notebook-in-subnet',
  control: 'NET-01',
  message: 'The notebook runs outside every network zone.',
  remediation: 'Name a SubnetId of a zone.',
  types: ['AWS::SageMaker::NotebookInstance'],
  scope: 'resource',
  evaluate: property('SubnetId', present),
};

import { among, property } from '../check';
import type { Rule } from '../rule';

/** Enabled unless it is told otherwise. */
export const notebookNoDirectInternet: Rule = {
  id: 'notebook-no-direct-internet',
  control: 'NET-04',
  category: 'public-exposure',
  message: 'The notebook reaches the internet past every inspection.',
  remediation: 'Set DirectInternetAccess to Disabled and name a SubnetId.',
  types: ['AWS::SageMaker::NotebookInstance'],
  scope: 'resource',
  evaluate: property('DirectInternetAccess', among('Disabled')),
};

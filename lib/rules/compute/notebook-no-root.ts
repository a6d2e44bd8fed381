import { among, property } from '../check';
import type { Rule } from '../rule';

/** Enabled unless it is disabled. */
export const notebookNoRoot: Rule = {
  id: 'notebook-no-root',
  control: 'IDN-04',
  severity: 'medium',
  message: 'Whoever uses the notebook is root on its instance.',
  remediation: 'Set RootAccess to Disabled.',
  types: ['AWS::SageMaker::NotebookInstance'],
  scope: 'resource',
  evaluate: property('RootAccess', among('Disabled')),
};

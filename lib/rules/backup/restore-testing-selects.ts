import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A plan without a selection runs, and restores nothing. */
export const restoreTestingSelects: Rule = {
  id: 'restore-testing-selects',
  control: 'BKP-04',
  message: 'The plan of restore tests restores nothing.',
  remediation: 'Add a RestoreTestingSelection with the kinds of resources to restore.',
  types: ['AWS::Backup::RestoreTestingPlan'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [
      {
        type: 'AWS::Backup::RestoreTestingSelection',
        path: 'RestoreTestingPlanName',
        name: 'RestoreTestingPlanName',
      },
    ],
    expected: 'a selection of the plan',
  }),
};

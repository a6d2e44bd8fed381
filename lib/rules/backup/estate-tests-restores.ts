import { everyAccount, present } from '../check';
import type { Rule } from '../rule';

const TYPES = ['AWS::Backup::RestoreTestingPlan'];
const PLAN = 'AWS::Backup::BackupPlan';

/** Judged where backups are made. What the tests found is evidence that people keep. */
export const estateTestsRestores: Rule = {
  id: 'estate-tests-restores',
  control: 'BKP-04',
  message: 'Backups are made, and nobody tries whether they can be restored.',
  remediation: 'Add a RestoreTestingPlan with a schedule to each account that has a backup plan.',
  types: [...TYPES, PLAN],
  scope: 'estate',
  evaluate: everyAccount({
    types: TYPES,
    expected: 'a schedule of restore tests in every account with a backup plan',
    is: ({ properties }) => present.test(properties['ScheduleExpression']),
    where: (resources) => resources.some(({ type }) => type === PLAN),
  }),
};

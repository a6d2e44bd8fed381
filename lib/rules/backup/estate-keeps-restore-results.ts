import { and, or } from '../../model';
import { among, at, everyAccount, noneOf, some } from '../check';
import type { Rule } from '../rule';

const RULE = 'AWS::Events::Rule';
const PLAN = 'AWS::Backup::RestoreTestingPlan';

const ofBackup = some(among('aws.backup'));
const ofRestores = some(among('Restore Job State Change'));
const notDisabled = noneOf('DISABLED');

/** Judged where restores are tested. A rule that matches failures alone keeps no proof that a test went well. */
export const estateKeepsRestoreResults: Rule = {
  id: 'estate-keeps-restore-results',
  control: 'BKP-04',
  message: 'Restores are tested, and nothing keeps what the tests found.',
  remediation:
    'Send every Restore Job State Change of aws.backup to a log group, by a rule without a filter on its state.',
  types: [RULE, PLAN],
  scope: 'estate',
  evaluate: everyAccount({
    types: [RULE],
    expected: 'a rule that keeps how restores ended, in every account that tests them',
    is: ({ properties }) => {
      const pattern = properties['EventPattern'];
      const [source] = at(pattern, 'source');
      const [kinds] = at(pattern, 'detail-type');
      const [detail] = at(pattern, 'detail');
      return and(
        ofBackup.test(source?.value),
        or(kinds?.value === undefined, ofRestores.test(kinds?.value)),
        detail?.value === undefined,
        notDisabled.test(properties['State']),
        or(...at(properties, 'Targets[].Arn').map(({ value }) => value !== undefined)),
      );
    },
    where: (resources) => resources.some(({ type }) => type === PLAN),
  }),
};

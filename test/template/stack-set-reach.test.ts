import { graphOf, stackSetReaches, templateFromObject } from '../../lib/template';
import type { Trilean } from '../../lib/model';

const HERE = '111122223333';

test.each<[string, object, Trilean]>([
  ['a unit above it', { OrganizationalUnitIds: ['ou-1'] }, true],
  ['another unit', { OrganizationalUnitIds: ['ou-2'] }, false],
  ['its id', { Accounts: [HERE], AccountFilterType: 'NONE' }, false],
  [
    'its id in the unit',
    { OrganizationalUnitIds: ['ou-1'], Accounts: [HERE], AccountFilterType: 'INTERSECTION' },
    true,
  ],
  [
    'all of the unit but it',
    { OrganizationalUnitIds: ['ou-1'], Accounts: [HERE], AccountFilterType: 'DIFFERENCE' },
    false,
  ],
  ['a list elsewhere', { AccountsUrl: 'https://example.s3.amazonaws.com/list' }, 'unknown'],
  [
    'all of the unit but a list elsewhere',
    {
      OrganizationalUnitIds: ['ou-1'],
      AccountsUrl: 'https://example.s3.amazonaws.com/list',
      AccountFilterType: 'DIFFERENCE',
    },
    'unknown',
  ],
])('an account is reached by %s: %s', (_, DeploymentTargets, expected) => {
  const StackInstancesGroup = [{ DeploymentTargets, Regions: ['ap-east-1'] }];
  const set = { Type: 'AWS::CloudFormation::StackSet', Properties: { StackInstancesGroup } };
  const [resource] = graphOf([templateFromObject('set.json', { Resources: { Set: set } })]).ofType(set.Type);
  expect(resource && stackSetReaches(resource, { id: HERE, isManagement: false, units: ['ou-1'] })).toBe(expected);
});

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
  ['a unit that is not known', { OrganizationalUnitIds: [{ Ref: 'Unit' }] }, 'unknown'],
  ['its id, where nothing filters', { Accounts: [HERE] }, true],
  ['its id as a number', { Accounts: [Number(HERE)] }, true],
  ['another id', { Accounts: ['999999999999'] }, false],
  ['an id that is not known', { Accounts: [{ Ref: 'AWS::AccountId' }] }, 'unknown'],
  ['nothing', {}, false],
  ['the unit, where ids do not count', { OrganizationalUnitIds: ['ou-1'], AccountFilterType: 'NONE' }, true],
  [
    'another id of the unit',
    { OrganizationalUnitIds: ['ou-1'], Accounts: ['999999999999'], AccountFilterType: 'INTERSECTION' },
    false,
  ],
  [
    'its id in another unit',
    { OrganizationalUnitIds: ['ou-2'], Accounts: [HERE], AccountFilterType: 'INTERSECTION' },
    false,
  ],
  [
    'all of the unit but another',
    { OrganizationalUnitIds: ['ou-1'], Accounts: ['999999999999'], AccountFilterType: 'DIFFERENCE' },
    true,
  ],
  ['its id or a unit', { OrganizationalUnitIds: ['ou-2'], Accounts: [HERE], AccountFilterType: 'UNION' }, true],
  ['a unit or another id', { OrganizationalUnitIds: ['ou-1'], Accounts: [], AccountFilterType: 'UNION' }, true],
  ['neither', { OrganizationalUnitIds: ['ou-2'], Accounts: [], AccountFilterType: 'UNION' }, false],
  ['a filter that is not known', { OrganizationalUnitIds: ['ou-1'], AccountFilterType: 'OTHER' }, 'unknown'],
  ['a filter to come', { OrganizationalUnitIds: ['ou-1'], AccountFilterType: { Ref: 'Filter' } }, 'unknown'],
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
  expect(reaches({ StackInstancesGroup: [{ DeploymentTargets, Regions: ['ap-east-1'] }] })).toBe(expected);
});

const unit = { OrganizationalUnitIds: ['ou-1'] };
const group = (...Regions: readonly unknown[]) => ({ DeploymentTargets: unit, Regions });
const managed = (PermissionModel: unknown) => ({ PermissionModel, StackInstancesGroup: [group('ap-east-1')] });

test.each<[string, object, string | undefined, boolean, Trilean]>([
  ['in any region', { StackInstancesGroup: [group('eu-west-1')] }, undefined, false, true],
  ['in that region', { StackInstancesGroup: [group('eu-west-1', 'ap-east-1')] }, 'ap-east-1', false, true],
  ['in no such region', { StackInstancesGroup: [group('eu-west-1')] }, 'ap-east-1', false, false],
  ['in a region to come', { StackInstancesGroup: [group({ Ref: 'Where' })] }, 'ap-east-1', false, 'unknown'],
  ['by the second group', { StackInstancesGroup: [group('eu-west-1'), group('ap-east-1')] }, 'ap-east-1', false, true],
  ['by no group', {}, undefined, false, false],
  ['as an account', managed('SERVICE_MANAGED'), undefined, false, true],
  ['as the management account', managed('SERVICE_MANAGED'), undefined, true, false],
  ['as the management account, by itself', managed('SELF_MANAGED'), undefined, true, true],
  ['as the management account, perhaps', managed({ Ref: 'Model' }), undefined, true, 'unknown'],
  ['as the management account, by default', managed(undefined), undefined, true, true],
])('an account is reached %s', (_, properties, region, isManagement, expected) => {
  expect(reaches(properties, region, isManagement)).toBe(expected);
});

test('a stack set under a condition may reach nobody', () => {
  const set = (OrganizationalUnitIds: readonly string[]) => ({
    condition: 'C',
    properties: { StackInstancesGroup: [{ DeploymentTargets: { OrganizationalUnitIds: [...OrganizationalUnitIds] } }] },
  });
  const account = { id: HERE, isManagement: false, units: ['ou-1'] };
  expect(stackSetReaches(set(['ou-1']), account)).toBe('unknown');
  expect(stackSetReaches(set(['ou-2']), account)).toBe(false);
});

function reaches(Properties: object, region?: string, isManagement = false): Trilean | undefined {
  const set = { Type: 'AWS::CloudFormation::StackSet', Properties };
  const [resource] = graphOf([templateFromObject('set.json', { Resources: { Set: set } })]).ofType(set.Type);
  return resource && stackSetReaches(resource, { id: HERE, isManagement, units: ['ou-1'] }, region);
}

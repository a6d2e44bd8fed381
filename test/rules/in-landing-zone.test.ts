import { Scratch } from '../gate/support/scratch';
import { profileById } from '../../lib/profiles';
import { evaluateRules, ruleById } from '../../lib/rules';
import { readUnit } from '../../lib/template';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const MARKER = {
  landingZone: 'zone',
  profile: 'hk-s17',
  deploymentModel: 'public',
  account: 'a',
  classification: 'UNCLASSIFIED',
  personalData: false,
  systemTier: 1,
  capability: 'management',
};

/** What the rule on alarms says of one that a stack set brings to accounts, by the template that holds the set. */
function statusOf(metadata: object): readonly string[] {
  const silent = { Resources: { Silent: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'silent' } } } };
  const set = { StackSetName: 'alarms', PermissionModel: 'SERVICE_MANAGED', TemplateBody: JSON.stringify(silent) };
  const Resources = { Set: { Type: 'AWS::CloudFormation::StackSet', Properties: set } };
  const file = scratch.write('outer.template.json', JSON.stringify({ Metadata: metadata, Resources }));
  const rule = ruleById('alarm-has-action');
  const outcomes = rule ? evaluateRules(readUnit(file, {}).graph, [rule], { profile: profileById('hk-s17') }) : [];
  return outcomes.map(({ resource, result }) => `${resource.logicalId} ${result.status}`);
}

describe('the conventions of a landing zone', () => {
  test('are asked of what its stack sets bring to accounts', () => {
    expect(statusOf({ Lionrock: { marker: MARKER } })).toEqual(['Silent fail']);
  });

  test('are not asked of the stack sets of others', () => {
    expect(statusOf({})).toEqual([]);
  });
});

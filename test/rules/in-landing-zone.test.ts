import { Scratch } from '../gate/support/scratch';
import { profileById } from '../../lib/profiles';
import { evaluateRules, ruleById } from '../../lib/rules';
import { graphOf, readUnit, templateFromObject, type Graph } from '../../lib/template';

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

const SILENT = { Resources: { Silent: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmName: 'silent' } } } };

/** What the rule on alarms says of one that a stack set brings to accounts, by the template that holds the set. */
function statusOf(metadata: object): readonly string[] {
  const set = { StackSetName: 'alarms', PermissionModel: 'SERVICE_MANAGED', TemplateBody: JSON.stringify(SILENT) };
  const Resources = { Set: { Type: 'AWS::CloudFormation::StackSet', Properties: set } };
  const file = scratch.write('outer.template.json', JSON.stringify({ Metadata: metadata, Resources }));
  return statusIn(readUnit(file, {}).graph);
}

/** What it says of one in a template without a marker, beside a marked one in the account `marked`. */
function statusBeside(marked: string, account: object): readonly string[] {
  const beside = templateFromObject(
    'marked.json',
    { Metadata: { Lionrock: { marker: MARKER } }, Resources: {} },
    { account: marked },
  );
  return statusIn(graphOf([templateFromObject('silent.json', SILENT, account), beside]));
}

function statusIn(graph: Graph): readonly string[] {
  const rule = ruleById('alarm-has-action');
  const outcomes = rule ? evaluateRules(graph, [rule], { profile: profileById('hk-s17') }) : [];
  return outcomes.map(({ resource, result }) => `${resource.logicalId} ${result.status}`);
}

describe('the conventions of a landing zone', () => {
  test('are asked of what its stack sets bring to accounts', () => {
    expect(statusOf({ Lionrock: { marker: MARKER } })).toEqual(['Silent fail']);
  });

  test('are not asked of the stack sets of others', () => {
    expect(statusOf({})).toEqual([]);
  });

  test('are asked of a template without a marker in the account of a marked one', () => {
    expect(statusBeside('110000000001', { account: '110000000001' })).toEqual(['Silent fail']);
  });

  test('are not asked of it in another account, or in one that nobody knows', () => {
    expect(statusBeside('110000000001', { account: '110000000002' })).toEqual([]);
    expect(statusBeside('110000000001', {})).toEqual([]);
  });
});

import { profileById } from '../../lib/profiles';
import { ruleById, type RuleResult } from '../../lib/rules';
import { resultsOf } from '../rules/case-table';

const rule = ruleById('classification-within-ceiling');
if (!rule) throw new Error('the rule was renamed');

function judge(deploymentModel: string, classification: string, systemTier = 1): readonly RuleResult[] {
  const marker = { landingZone: 'zone', profile: 'hk-s17', deploymentModel, account: 'a', classification };
  const metadata = { Lionrock: { marker: { ...marker, personalData: false, systemTier, capability: 'workloads' } } };
  const topic = { T: { Type: 'AWS::SNS::Topic' } };
  return rule ? resultsOf(rule, { name: 'ceiling', metadata, resources: topic, logicalId: '', expect: 'fail' }) : [];
}

const { levels } = profileById('hk-s17').classification;
const MODELS = ['public', 'outsourced-private', 'in-house-private'];

describe('hk-s17: the gate holds the ceiling of the deployment model, and names the clause', () => {
  test.each(levels.filter((level) => level !== 'UNCLASSIFIED'))('public refuses %s', (level) => {
    const expected = 'at most UNCLASSIFIED in the deployment model public (S17 17.3.1)';
    expect(judge('public', level)).toMatchObject([{ status: 'fail', observed: level, expected }]);
  });

  test.each(MODELS)('%s refuses what is above CONFIDENTIAL', (model) => {
    for (const level of ['SECRET', 'TOP SECRET']) {
      const clause = model === 'public' ? 'S17 17.3.1' : 'S17 15.2.1';
      expect(judge(model, level)).toMatchObject([{ status: 'fail', expected: expect.stringContaining(clause) }]);
    }
  });

  test.each([
    ['public', 'UNCLASSIFIED'],
    ['outsourced-private', 'CONFIDENTIAL'],
    ['in-house-private', 'CONFIDENTIAL'],
  ])('%s holds %s, whatever the system tier: the axes are independent', (model, level) => {
    for (const tier of [1, 2, 3]) expect(judge(model, level, tier)).toMatchObject([{ status: 'pass' }]);
  });

  test.each([1, 2, 3])('tier %d makes nothing more or less classified', (tier) => {
    expect(judge('public', 'RESTRICTED', tier)).toMatchObject([{ status: 'fail' }]);
  });
});

import { policyTargetId, productionTargets } from '../../lib/landing-zone/policy-targets';
import { smallConfig, smallInput } from './support/small-config';

describe('policyTargetId', () => {
  test.each([
    ['Root', 'r-sm01'],
    ['Security', 'ou-sm01-security1'],
    ['Digital-Government/Production', 'ou-sm01-digprod01'],
    ['Production', 'ou-sm01-digprod01'],
    ['e-services-prod', '200000000011'],
  ])('%s is %s', (target, id) => {
    expect(policyTargetId(smallConfig(), target)).toBe(id);
  });

  test('refuses what does not exist', () => {
    expect(() => policyTargetId(smallConfig(), 'Treasury')).toThrow(/found 0 targets named "Treasury": expected Root/);
  });

  test('refuses a name that several units have', () => {
    const { organization } = smallInput();
    const second = { name: 'Production', id: 'ou-sm01-infprod01', parent: 'Infrastructure' };
    const config = smallConfig({ organization: { ...organization, units: [...organization.units, second] } });
    expect(() => policyTargetId(config, 'Production')).toThrow(/found 2 targets named "Production"/);
  });
});

describe('productionTargets', () => {
  test('names units whose accounts are all production, and no account of the management', () => {
    expect(productionTargets(smallConfig())).toEqual(['ou-sm01-security1', 'ou-sm01-infrastr', 'ou-sm01-digprod01']);
  });

  test('names accounts where a unit holds others too', () => {
    const { accounts } = smallInput();
    const mixed = accounts.map((account) =>
      account.name === 'audit' ? { ...account, environment: 'non-production' as const } : account,
    );
    expect(productionTargets(smallConfig({ accounts: mixed }))).toContain('200000000002');
  });
});

import { policyTargetId } from '../../lib/landing-zone/policy-targets';
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

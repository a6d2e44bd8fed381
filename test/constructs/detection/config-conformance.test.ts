import type { Template } from 'aws-cdk-lib/assertions';
import { BASELINE_CONFIG_RULES, ConfigConformance } from '../../../constructs/detection';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from './test-stack';

function body(template: Template) {
  const pack = Object.values(template.findResources('AWS::Config::ConformancePack'))[0];
  return JSON.parse(pack?.['Properties'].TemplateBody);
}

describe('ConfigConformance', () => {
  test('holds the baseline as managed rules, each naming its control', () => {
    const stack = testStack();
    new ConfigConformance(stack, 'Conformance', { packName: 'baseline' });
    const rules: { Type: string; Properties: { Source: object; Description: string } }[] = Object.values(
      body(expectTemplate(stack)).Resources,
    );
    expect(rules).toHaveLength(BASELINE_CONFIG_RULES.length);
    for (const rule of rules) {
      expect(rule.Type).toBe('AWS::Config::ConfigRule');
      expect(rule.Properties.Source).toMatchObject({ Owner: 'AWS' });
      expect(rule.Properties.Description).toMatch(/^Evidence for [A-Z]{3}-\d{2}$/);
    }
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('passes parameters on', () => {
    const stack = testStack();
    new ConfigConformance(stack, 'Conformance', { packName: 'baseline' });
    expect(body(expectTemplate(stack)).Resources.IamPasswordPolicy.Properties.InputParameters).toMatchObject({
      MinimumPasswordLength: '8',
      PasswordReusePrevention: '8',
    });
  });

  test.each([
    ['a malformed name', { packName: 'base line' }, /found packName "base line": expected letters/],
    ['no rules', { packName: 'baseline', rules: [] }, /found no rules: expected at least one/],
    [
      'two rules of one name',
      {
        packName: 'baseline',
        rules: ['A', 'B'].map((identifier) => ({ name: 'twin', identifier, control: 'DET-03' })),
      },
      /found two rules named "twin"/,
    ],
  ])('refuses %s', (_case, props, message) => {
    expect(() => new ConfigConformance(testStack(), 'Conformance', props)).toThrow(message);
  });
});

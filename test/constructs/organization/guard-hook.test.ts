import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { GuardHook, guardRuleText, type GuardHookProps } from '../../../constructs/organization';
import { guardRules, RULES } from '../../../lib/rules';
import { unacknowledged } from '../../support/compliance';
import { ownFindings } from '../../support/findings';
import { expectTemplate } from '../detection/test-stack';

function guardStack(props: GuardHookProps = {}): { stack: Stack; outdir: string } {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-guard-app-'));
  const stack = new Stack(new App({ outdir }), 'Gate', { terminationProtection: true });
  new GuardHook(stack, 'Guard', props);
  return { stack, outdir };
}

const rulesIn = (text: string) => [...text.matchAll(/^rule (lionrock_\w+) /gm)].map(([, name]) => name);

describe('GuardHook', () => {
  const { stack, outdir } = guardStack({ exemptRoles: ['arn:aws:iam::111122223333:role/break-glass'] });

  test('judges all that creates or updates, but not its own stack or what is done in an emergency', () => {
    expectTemplate(stack).hasResourceProperties('AWS::CloudFormation::GuardHook', {
      Alias: 'Lionrock::Deployment::Guard',
      HookStatus: 'ENABLED',
      FailureMode: 'FAIL',
      TargetOperations: ['STACK', 'CHANGE_SET', 'RESOURCE', 'CLOUD_CONTROL'],
      TargetFilters: { Actions: ['CREATE', 'UPDATE'], InvocationPoints: ['PRE_PROVISION'] },
      StackFilters: {
        FilteringCriteria: 'ALL',
        StackNames: { Exclude: [{ Ref: 'AWS::StackName' }] },
        StackRoles: { Exclude: ['arn:aws:iam::111122223333:role/break-glass'] },
      },
    });
  });

  test('brings the rules as an asset', () => {
    const [asset = ''] = readdirSync(outdir).filter((name) => name.endsWith('.guard'));
    expect(readFileSync(join(outdir, asset), 'utf8')).toBe(guardRuleText({}));
  });

  test('neither cdk-nag nor our own rules find anything', () => {
    expect(unacknowledged(stack)).toEqual([]);
    expect(ownFindings(stack)).toEqual([]);
  });

  test('refuses an alias of AWS, and rules that it does not have', () => {
    expect(() => guardStack({ alias: 'AWS::Gate::Hook' })).toThrow(/found the alias "AWS::Gate::Hook"/);
    expect(() => guardStack({ except: ['bucket-version'] })).toThrow(/found the rule bucket-version in except/);
  });
});

describe('guardRuleText', () => {
  const made = guardRules(RULES);

  test('holds the rules that are made of ours, whose table is up to date', () => {
    expect(rulesIn(guardRuleText({}))).toEqual(made.map(({ rule }) => `lionrock_${rule.replaceAll('-', '_')}`));
    expect(made.length).toBeGreaterThan(150);
  });

  test('leaves out what is below the severity that blocks, and what is excepted', () => {
    const chosen = made.filter(({ severity, rule }) => severity === 'critical' && rule !== 'rds-not-public');
    const text = guardRuleText({ failOn: 'critical', except: ['rds-not-public'] });
    expect(rulesIn(text)).toHaveLength(chosen.length);
    expect(text).not.toContain('rds_not_public');
  });

  test('refuses to be empty', () => {
    expect(() => guardRuleText({ except: made.map(({ rule }) => rule) })).toThrow('a Guard hook needs a rule');
  });
});

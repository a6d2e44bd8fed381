import type { Template } from 'aws-cdk-lib/assertions';
import { GuardrailStack } from '../../../lib/landing-zone/stacks/guardrail-stack';
import { GUARDRAIL_QUOTAS, type GuardrailType } from '../../../lib/model';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate } from '../../constructs/detection/test-stack';
import type { LandingZoneInput } from '../support/small-config';
import { stageOf } from './stage-of';

const OWN: NonNullable<LandingZoneInput['guardrails']> = {
  allowedGlobalServices: ['workspaces:*'],
  policies: [
    {
      name: 'deny-marketplace',
      description: 'Departments buy through the central contract',
      document: {
        Version: '2012-10-17',
        Statement: [{ Sid: 'NoMarket', Effect: 'Deny', Action: 'aws-marketplace:Subscribe', Resource: '*' }],
      },
      targets: ['Digital-Government/Production', 'network'],
    },
  ],
};

interface Policy {
  readonly Name: string;
  readonly Type: GuardrailType;
  readonly Content: object;
  readonly TargetIds: readonly string[];
}

function build(guardrails: LandingZoneInput['guardrails'] = OWN): GuardrailStack {
  const { stage, context } = stageOf('management', { guardrails });
  return new GuardrailStack(stage, 'guardrails', context);
}

function policies(template: Template): Policy[] {
  return Object.values(template.findResources('AWS::Organizations::Policy')).map((resource) => resource['Properties']);
}

const all = (): Policy[] => policies(expectTemplate(build()));

describe('GuardrailStack', () => {
  test('holds the region, the baseline and the management policies at the root', () => {
    const root = all().filter((policy) => policy.TargetIds.includes('r-sm01'));
    const text = JSON.stringify(root);
    for (const sid of [
      'DenyOutsideTheRegions',
      'DenyLeavingTheOrganization',
      'DenyStoppingTheRecord',
      'DenyDestroyingKeys',
      'DenyUsersAndAccessKeys',
      'DenyMetadataVersion1',
    ]) {
      expect(text).toContain(`"${sid}"`);
    }
    expect(new Set(root.map((policy) => policy.Type))).toEqual(
      new Set([
        'AISERVICES_OPT_OUT_POLICY',
        'BACKUP_POLICY',
        'DECLARATIVE_POLICY_EC2',
        'RESOURCE_CONTROL_POLICY',
        'S3_POLICY',
        'SERVICE_CONTROL_POLICY',
        'TAG_POLICY',
      ]),
    );
  });

  test('leaves room for own policies: at most four generated service control policies on a target', () => {
    const generated = all().filter((policy) => policy.Type === 'SERVICE_CONTROL_POLICY');
    expect(generated.filter((policy) => policy.TargetIds.includes('r-sm01')).length).toBeLessThanOrEqual(4);
    for (const { Type, Content } of all()) {
      expect(JSON.stringify(Content).length).toBeLessThanOrEqual(GUARDRAIL_QUOTAS[Type].characters);
    }
  });

  test('quarantines suspended units and fences sandboxes', () => {
    const targets = Object.fromEntries(all().map((policy) => [policy.Name, policy.TargetIds]));
    expect(targets['small-quarantine']).toEqual(['ou-sm01-suspende']);
    expect(targets['small-sandbox']).toEqual(['ou-sm01-sandbox1']);
  });

  test('attaches the organisation’s own policies as they are', () => {
    const own = all().find((policy) => policy.Name === 'deny-marketplace');
    expect(own).toMatchObject({
      Type: 'SERVICE_CONTROL_POLICY',
      Content: OWN.policies?.[0]?.document,
      TargetIds: ['ou-sm01-digprod01', '200000000004'],
    });
  });

  test('exempts the emergency role and CloudFormation’s role of the bootstrap, and protects them', () => {
    const text = JSON.stringify(all());
    expect(text).toContain('arn:aws:iam::*:role/small-break-glass');
    expect(text).toContain('arn:aws:iam::*:role/cdk-hnb659fds-cfn-exec-role-*');
    expect(text).toContain('"Resource":["arn:aws:iam::*:role/small-*","arn:aws:iam::*:role/cdk-hnb659fds-*"]');
  });

  test('allows no classification above the ceiling of a public cloud', () => {
    const tags = JSON.stringify(all().find((policy) => policy.Type === 'TAG_POLICY')?.Content);
    expect(tags).toContain('{"@@assign":["UNCLASSIFIED"]}');
    expect(tags).not.toContain('RESTRICTED');
  });

  test('lets the audit account read the organisation', () => {
    const template = JSON.stringify(expectTemplate(build()).findResources('AWS::Organizations::ResourcePolicy'));
    expect(template).toContain(':iam::200000000003:root');
  });

  test('passes the rule packs', () => {
    const stack = build();
    expect(stack.terminationProtection).toBe(true);
    expect(unacknowledged(stack)).toEqual([]);
  });
});

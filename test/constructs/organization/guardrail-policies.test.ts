import { Match } from 'aws-cdk-lib/assertions';
import {
  aiServicesOptOut,
  baselineGuardrails,
  GuardrailPolicies,
  OrganizationResourcePolicy,
  s3PublicAccessPolicy,
  type AttachedGuardrail,
} from '../../../constructs/organization';
import type { GuardrailDocument } from '../../../lib/model';
import { unacknowledged } from '../../support/compliance';
import { expectTemplate, testStack } from '../detection/test-stack';

const ROOT = 'r-hk01';
const UNIT = 'ou-hk01-security1';

const baseline = baselineGuardrails({
  partition: 'aws',
  breakGlassRoles: ['arn:aws:iam::*:role/break-glass'],
  platformRoles: ['arn:aws:iam::*:role/platform'],
});

function policy(name: string, change: Partial<GuardrailDocument> = {}, targets: readonly string[] = [ROOT]) {
  const document = { Version: '2012-10-17', Statement: [{ Sid: name.replaceAll(/\W/g, ''), Effect: 'Deny' }] };
  const guardrail: GuardrailDocument = {
    name,
    type: 'SERVICE_CONTROL_POLICY',
    description: `Denies ${name}`,
    document,
    ...change,
  };
  return { guardrail, targets };
}

function attached(guardrails: readonly AttachedGuardrail[], packed = false) {
  const stack = testStack();
  const policies = new GuardrailPolicies(stack, 'Guardrails', { guardrails, packed });
  return { stack, policies };
}

function ids(guardrails: readonly AttachedGuardrail[]): string[] {
  return Object.keys(expectTemplate(attached(guardrails).stack).findResources('AWS::Organizations::Policy'));
}

describe('GuardrailPolicies', () => {
  const all = [...baseline, aiServicesOptOut(), s3PublicAccessPolicy()].map((guardrail) => ({
    guardrail,
    targets: [ROOT],
  }));

  test('attaches each document to its targets', () => {
    const { stack, policies } = attached([policy('deny-marketplace', {}, [UNIT, '110000000011'])]);
    expectTemplate(stack).hasResourceProperties('AWS::Organizations::Policy', {
      Name: 'deny-marketplace',
      Type: 'SERVICE_CONTROL_POLICY',
      Description: 'Denies deny-marketplace',
      Content: { Version: '2012-10-17', Statement: [{ Sid: 'denymarketplace', Effect: 'Deny' }] },
      TargetIds: [UNIT, '110000000011'],
    });
    expect(Object.keys(policies.policyIds)).toEqual(['deny-marketplace']);
  });

  test('makes one policy after the other, because Organizations refuses concurrent changes', () => {
    const template = expectTemplate(attached(all).stack);
    const policies = Object.values(template.findResources('AWS::Organizations::Policy'));
    expect(policies).toHaveLength(8);
    expect(policies.filter((resource) => resource['DependsOn'] === undefined)).toHaveLength(1);
    const waitedFor = policies.flatMap((resource) => resource['DependsOn'] ?? []);
    expect(new Set(waitedFor).size).toBe(7);
  });

  test('keeps logical ids when guardrails are added or reordered', () => {
    expect(ids([policy('added'), ...all.toReversed()])).toEqual(expect.arrayContaining(ids(all)));
  });

  test('packs into fewer policies when asked', () => {
    const template = expectTemplate(attached(all, true).stack);
    const types: string[] = Object.values(template.findResources('AWS::Organizations::Policy')).map(
      (resource) => resource['Properties'].Type,
    );
    expect(types.toSorted()).toEqual(['AISERVICES_OPT_OUT_POLICY', 'S3_POLICY', 'SERVICE_CONTROL_POLICY']);
  });

  test('passes the rule packs', () => {
    expect(unacknowledged(attached(all).stack)).toEqual([]);
  });

  const nine = Array.from({ length: 9 }, (_, index) => policy(`p${index}`));

  test('admits as many per target as the quota and the policy of AWS leave', () => {
    expect(() => attached(nine)).not.toThrow();
    expect(() => attached([...nine, policy('elsewhere', {}, [UNIT])])).not.toThrow();
  });

  test.each<[string, readonly AttachedGuardrail[], RegExp]>([
    [
      'too many on one target',
      [...nine, policy('last')],
      /r-hk01 has 11 policies of the type SERVICE_CONTROL_POLICY \(with FullAWSAccess\): expected at most 10; set packed/,
    ],
    [
      'a document that is too long',
      [policy('long', { document: { Statement: 'x'.repeat(10_300) } })],
      /"long" is 10\d{3} characters long: expected at most 10240 for a SERVICE_CONTROL_POLICY \(.*2026/,
    ],
    [
      'an opt-out that is too long for its type',
      [policy('long', { type: 'AISERVICES_OPT_OUT_POLICY', document: { services: 'x'.repeat(2_600) } })],
      /expected at most 2500 for a AISERVICES_OPT_OUT_POLICY/,
    ],
    ['two policies of one name', [policy('twin'), policy('twin', {}, [UNIT])], /found two policies named "twin"/],
    ['no target', [policy('loose', {}, [])], /"loose" is attached to nothing/],
    ['a target twice', [policy('double', {}, [ROOT, ROOT])], /"double" names a target twice/],
    ['a unit by its name', [policy('named', {}, ['Security'])], /"named" has the target "Security": expected the id/],
    ['a long description', [policy('wordy', { description: 'x'.repeat(513) })], /description of 513 characters/],
    ['no name', [policy('')], /found the policy name ""/],
  ])('refuses %s', (_case, guardrails, message) => {
    expect(() => attached(guardrails)).toThrow(message);
    expect(() => attached(guardrails)).toThrow(/^\[Test\/Guardrails\]/);
  });

  test('reports everything that is wrong at once', () => {
    expect(() => attached([policy('', {}, ['Security']), policy('loose', {}, [])])).toThrow(
      /policy name ""[\s\S]*target "Security"[\s\S]*"loose"/,
    );
  });
});

describe('OrganizationResourcePolicy', () => {
  test('lets the audit account read the organisation, and change nothing', () => {
    const stack = testStack();
    new OrganizationResourcePolicy(stack, 'Delegation', { readers: ['110000000003'] });
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::Organizations::ResourcePolicy', {
      Content: {
        Statement: [
          Match.objectLike({
            Effect: 'Allow',
            Principal: { AWS: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::110000000003:root']] }] },
          }),
        ],
      },
    });
    const [resource] = Object.values(template.findResources('AWS::Organizations::ResourcePolicy'));
    const actions: string[] = resource?.['Properties'].Content.Statement[0].Action;
    expect(actions.filter((action) => !/^organizations:(Describe|List)/.test(action))).toEqual([]);
    expect(unacknowledged(stack)).toEqual([]);
  });

  test.each([[[]], [['*']], [['audit']]])('refuses readers %j', (readers) => {
    expect(() => new OrganizationResourcePolicy(testStack(), 'Delegation', { readers })).toThrow(
      /\[Test\/Delegation\] found readers/,
    );
  });
});

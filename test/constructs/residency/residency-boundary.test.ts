import { aws_s3 as s3, CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { residencyExample } from '../../../examples/a-la-carte/residency';
import { ResidencyBoundary, type ResidencyBoundaryProps } from '../../../constructs/residency';
import type { Profile } from '../../../lib/profiles';
import { BOUNDARY, problemsOf, temporaryApp } from './support';

const HONG_KONG = { env: { account: '123456789012', region: 'ap-east-1' } };

const unstated: Profile = {
  ...BOUNDARY.profile,
  id: 'elsewhere',
  ceilings: {
    ...BOUNDARY.profile.ceilings,
    public: { value: undefined, status: 'not stated', source: '' },
  },
  personalDataLevel: { value: undefined, status: 'not stated', source: '' },
};

describe('ResidencyBoundary: what may be held', () => {
  it.each<[string, Partial<ResidencyBoundaryProps>, RegExp[]]>([
    ['public information on a public cloud', {}, []],
    [
      'classified information on a public cloud',
      { classification: 'RESTRICTED' },
      [/holds RESTRICTED: expected at most UNCLASSIFIED under the deployment model public \(S17 17\.3\.1\)/],
    ],
    [
      'personal data on a public cloud',
      { personalData: true },
      [/personal data as UNCLASSIFIED: expected RESTRICTED or above \(S17 20\.1\.4\)/, /expected none.*S17 17\.3\.1/],
    ],
    [
      'personal data in a private cloud',
      { deploymentModel: 'outsourced-private', classification: 'RESTRICTED', personalData: true },
      [],
    ],
    [
      'information above every ceiling',
      { deploymentModel: 'in-house-private', classification: 'SECRET' },
      [/holds SECRET: expected at most CONFIDENTIAL.*S17 15\.2\.1/],
    ],
    ['what the profile does not state', { profile: unstated, classification: 'RESTRICTED', personalData: true }, []],
  ])('%s', (_, props, expected) => {
    const problems = problemsOf(() => undefined, props);
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('warns of what the profile does not state', () => {
    const stack = new Stack(temporaryApp(), 'Test', HONG_KONG);
    ResidencyBoundary.of(stack, { ...BOUNDARY, profile: unstated, personalData: true });
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('does not state'));
    expect(warnings).toHaveLength(2);
  });

  it('refuses a classification that the profile does not know', () => {
    const stack = new Stack(temporaryApp(), 'Test', HONG_KONG);
    expect(() => ResidencyBoundary.of(stack, { ...BOUNDARY, classification: 'PUBLIC' })).toThrow(
      '[Test] unknown classification "PUBLIC": expected one of UNCLASSIFIED, RESTRICTED',
    );
  });
});

describe('ResidencyBoundary: where', () => {
  it('fails synthesis, not only a check that can be left out', () => {
    const app = temporaryApp();
    const stack = new Stack(app, 'Taipei', { env: { region: 'ap-east-2' } });
    ResidencyBoundary.of(stack, BOUNDARY);
    expect(() => app.synth()).toThrow(/Taipei is deployed to ap-east-2: expected one of ap-east-1/);
  });

  it('sees the stacks of nested stages and nested stacks', () => {
    const app = temporaryApp();
    const stage = new Stage(app, 'Stage');
    const stack = new Stack(stage, 'Stack', HONG_KONG);
    const nested = new NestedStack(stack, 'Nested');
    new CfnResource(nested, 'Key', { type: 'AWS::KMS::Key', properties: { MultiRegion: true } });
    new Stack(stage, 'Elsewhere', { env: { region: 'us-east-1' } });
    const problems = ResidencyBoundary.of(app, BOUNDARY).problems();
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('Stage/Stack/Nested/Key');
    expect(problems[1]).toContain('Stage/Elsewhere is deployed to us-east-1');
  });

  it('warns when a stack has no fixed region', () => {
    const stack = new Stack(temporaryApp(), 'Anywhere');
    ResidencyBoundary.of(stack, BOUNDARY).problems();
    expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('set env.region'))).toHaveLength(1);
  });

  it('refuses resource types that the region does not have', () => {
    const problems = problemsOf((stack) => new CfnResource(stack, 'App', { type: 'AWS::AppRunner::Service' }));
    expect(problems).toEqual([
      expect.stringContaining('Test/App: AWS::AppRunner::Service is not published in ap-east-1'),
    ]);
  });

  it('looks only below the construct around which it is drawn', () => {
    const stack = new Stack(temporaryApp(), 'Test', HONG_KONG);
    const inside = new Construct(stack, 'Inside');
    const properties = { MultiRegion: true };
    new CfnResource(inside, 'Key', { type: 'AWS::KMS::Key', properties });
    new CfnResource(stack, 'InsideNot', { type: 'AWS::KMS::Key', properties });
    const problems = ResidencyBoundary.of(inside, BOUNDARY).problems();
    expect(problems).toEqual([expect.stringContaining('Test/Inside/Key')]);
  });
});

describe('ResidencyBoundary: tags', () => {
  it('tells at each resource what it holds', () => {
    const stack = residencyExample(temporaryApp());
    const tags = [
      { Key: 'lionrock:classification', Value: 'UNCLASSIFIED' },
      { Key: 'lionrock:deployment-model', Value: 'public' },
      { Key: 'lionrock:personal-data', Value: 'false' },
    ];
    const [key] = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    expect(key?.['Properties'].Tags).toEqual(tags);
  });

  it('leaves a stack alone that stays inside', () => {
    expect(problemsOf((stack) => new s3.Bucket(stack, 'Bucket'))).toEqual([]);
  });
});

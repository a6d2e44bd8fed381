import { identityReview } from '../../../lib/gate/review/identity';
import { keysReview } from '../../../lib/gate/review/keys';
import type { KeyIdentity, KeyPower } from '../../../lib/model';
import { profileById } from '../../../lib/profiles';
import { graphOf, templateFromObject, type Graph } from '../../../lib/template';

const basis = { profile: profileById('hk-s17'), now: new Date('2026-11-26T00:00:00Z') };
const ACCOUNT = '111122223333';
const root = { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${ACCOUNT}:root` } };

function graph(resources: object): Graph {
  const template = templateFromObject('keys.json', { Resources: resources }, { account: ACCOUNT, region: 'ap-east-1' });
  return graphOf([template]);
}

const allow = (Action: string | string[], more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });

const key = (...statements: object[]) => ({
  Type: 'AWS::KMS::Key',
  Properties: { EnableKeyRotation: true, KeyPolicy: { Version: '2012-10-17', Statement: statements } },
});

const role = (name: string, ...statements: object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: { Statement: allow('sts:AssumeRole', { Principal: { Service: 'ec2.amazonaws.com' } }) },
    Policies: statements.length === 0 ? [] : [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
  },
});

const delegated = key(allow('kms:*', { Principal: root }));

function powers(resources: object): Readonly<Record<string, string>> {
  const [found] = keysReview(graph(resources), basis);
  const told = ({ name, powers: all }: KeyIdentity) => [
    name,
    all.map(({ power, answer }) => `${power} ${answer}`).join(),
  ];
  return Object.fromEntries((found?.identities ?? []).map(told));
}

describe('who can do what with a key', () => {
  it('is decided by identity policies where the key policy leaves it to the account', () => {
    expect(
      powers({
        Key: delegated,
        Reader: role('reader', allow('kms:Decrypt', { Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } })),
        Other: role('other', allow('kms:Decrypt', { Resource: `arn:aws:kms:ap-east-1:${ACCOUNT}:key/another` })),
        Admin: role('admin', allow('*')),
        Nobody: role('nobody'),
      }),
    ).toEqual({
      reader: 'use yes',
      admin: 'administer yes,destroy yes,use yes,audit yes',
    });
  });

  it('is nothing for identities that the key policy does not let in', () => {
    expect(
      powers({
        Key: key(allow('kms:*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/one` } })),
        Admin: role('admin', allow('*')),
      }),
    ).toEqual({});
    expect(
      powers({
        Key: key(allow('kms:Decrypt', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/one` } })),
        One: role('one'),
      }),
    ).toEqual({
      one: 'use yes',
    });
  });

  it.each<[string, object, Partial<Record<KeyPower, string>> | string]>([
    [
      'a condition on the request',
      role('r', allow('kms:Decrypt', { Condition: { StringEquals: { 'kms:ViaService': 's3' } } })),
      'use unknown',
    ],
    [
      'a managed policy that stands in no template',
      {
        ...role('r'),
        Properties: { ...role('r').Properties, ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
      },
      'administer unknown,destroy unknown,use unknown,audit unknown',
    ],
  ])('is unknown with %s', (_, identity, answer) => {
    expect(powers({ Key: delegated, Role: identity })).toEqual({ r: answer });
  });

  it('takes a denial of the key policy into account, and attached policies', () => {
    const policy = {
      Type: 'AWS::IAM::Policy',
      Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: allow('kms:*') } },
    };
    const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:ScheduleKeyDeletion', Resource: '*' };
    expect(powers({ Key: key(allow('kms:*', { Principal: root }), deny), Role: role('r'), Policy: policy })).toEqual({
      r: 'administer yes,use yes,audit yes',
    });
  });

  it('comes with the statements in words, the aliases and what is protected', () => {
    const condition = { Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } };
    const [found] = keysReview(
      graph({
        Key: key(allow('kms:GenerateDataKey*', { Principal: { Service: 'cloudtrail.amazonaws.com' }, ...condition })),
        Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/logs', TargetKeyId: { Ref: 'Key' } } },
        Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: { Ref: 'Key' } } },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/logs' } },
      }),
      basis,
    );
    expect(found).toMatchObject({
      aliases: ['alias/logs'],
      rotation: 'yes',
      multiRegion: 'no',
      statements: [
        { powers: ['use'], who: ['cloudtrail.amazonaws.com'], when: [`aws:SourceAccount StringEquals ${ACCOUNT}`] },
      ],
      protects: [
        { type: 'AWS::SNS::Topic', count: 1 },
        { type: 'AWS::SQS::Queue', count: 1 },
      ],
    });
  });
});

describe('privileged roles', () => {
  it('are those that could undo what protects, with the ways to them', () => {
    const { paths } = identityReview(
      graph({
        Admin: role('admin', allow('*')),
        Logs: role('logs', allow('cloudtrail:*')),
        Plain: role('plain', allow('s3:GetObject')),
      }),
      basis,
    );
    expect(paths.map(({ name, privileges }) => [name, privileges.length, privileges[0]?.privilege])).toEqual([
      ['admin', 7, 'everything'],
      ['logs', 1, 'stop logging'],
    ]);
    expect(paths[0]).toMatchObject({
      trust: [{ who: ['ec2.amazonaws.com'], when: [] }],
      bounded: false,
      isExempt: false,
    });
  });

  it('are not those that a boundary stops', () => {
    const bounded = role('r', allow('*'));
    const boundary = { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: allow('s3:*') } } };
    const { paths } = identityReview(
      graph({
        Role: { ...bounded, Properties: { ...bounded.Properties, PermissionsBoundary: { Ref: 'Limit' } } },
        Limit: boundary,
      }),
      basis,
    );
    expect(paths).toEqual([]);
  });
});

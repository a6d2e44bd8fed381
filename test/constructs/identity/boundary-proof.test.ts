import { Template } from 'aws-cdk-lib/assertions';
import { PermissionBoundary } from '../../../constructs/identity';
import { evaluate, readPolicy, type PolicyDocument } from '../../../lib/proofs/guardrails';
import { allActions, type Action } from '../../../lib/proofs/guardrails/actions';
import { templateFromObject } from '../../../lib/template';
import { testStack } from '../detection/test-stack';

const HERE = { account: '111122223333', region: 'ap-east-1' };
const BOUNDARY = 'arn:aws:iam::111122223333:policy/hk-government-boundary';
const PIPELINE = 'arn:aws:iam::111122223333:role/department-pipeline';

/** The most that anybody could be given beside the ceiling. */
const everything = readPolicy(
  { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  'administrator',
);

function ceiling(): PolicyDocument {
  const stack = testStack({ env: HERE });
  new PermissionBoundary(stack, 'Boundary', {
    policyName: 'hk-government-boundary',
    protectedNames: ['hk-government-*', 'cdk-hnb659fds-*'],
  });
  const template = templateFromObject('boundary.json', Template.fromStack(stack).toJSON(), HERE);
  const policy = template.resources.find(({ type }) => type === 'AWS::IAM::ManagedPolicy');
  return readPolicy(policy?.properties['PolicyDocument'], 'ceiling');
}

const boundary = ceiling();

/** Whether a department with every right under the ceiling may do this; what is not known counts as yes. */
function may(action: string, resource: string, boundOf: string | null): boolean {
  const { answer } = evaluate(
    {
      action,
      resource,
      principal: { type: 'role', arn: PIPELINE },
      context: { 'aws:PrincipalArn': PIPELINE, 'iam:PermissionsBoundary': boundOf },
    },
    { identity: [everything], boundary },
  );
  return answer !== 'deny';
}

/** Services in which rights are given. */
const SERVICES = ['iam', 'organizations', 'sso', 'sso-directory', 'identitystore', 'account'];
const changes = allActions().filter(
  ({ service, level }) => SERVICES.includes(service) && !/^(Read|List)\b/.test(level),
);

const takes = ({ needed, optional }: Action, type: string) =>
  [...needed, ...optional].some((resource) => resource.name === type);

/** Changes that the department may make to a resource of a type. */
const allowedOn = (type: string, arn: string, boundOf: string | null) =>
  changes
    .filter((action) => takes(action, type) && may(action.name, arn, boundOf))
    .map(({ name }) => name)
    .toSorted();

const account = 'arn:aws:iam::111122223333';

describe('the ceiling over departments, proved over every action that changes rights', () => {
  test('the sweep is not empty', () => expect(changes.length).toBeGreaterThan(250));

  test.each([
    ['without a boundary', null],
    ['under another boundary', `${account}:policy/wider`],
  ])('a role %s keeps its permissions, its trust and its boundary', (_, boundOf) => {
    expect(allowedOn('role', `${account}:role/other`, boundOf)).toEqual([
      'iam:CreateServiceLinkedRole',
      'iam:DeleteRole',
      'iam:PassRole',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateRole',
      'iam:UpdateRoleDescription',
    ]);
  });

  test('a role under the ceiling can be given anything, and never leaves it', () => {
    const allowed = allowedOn('role', `${account}:role/other`, BOUNDARY);
    expect(allowed).toEqual(expect.arrayContaining(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy']));
    expect(allowed).not.toContain('iam:DeleteRolePermissionsBoundary');
  });

  test.each(['hk-government-break-glass', 'cdk-hnb659fds-cfn-exec-role-111122223333-ap-east-1'])(
    'the role %s of the platform is out of reach, whatever is put on it',
    (name) => {
      const arn = `${account}:role/${name}`;
      // A service-linked role is the service's: its path is none of the platform's.
      expect(allowedOn('role', arn, BOUNDARY)).toEqual(['iam:CreateServiceLinkedRole']);
      expect(may('sts:AssumeRole', arn, BOUNDARY)).toBe(false);
    },
  );

  test.each([BOUNDARY, `${account}:policy/hk-government-audit-limits`])('%s gets no new version', (arn) => {
    const written = allowedOn('policy', arn, BOUNDARY).filter((name) => /Version|DeletePolicy$/.test(name));
    expect(written).toEqual([]);
  });

  test.each(['user', 'group', 'saml-provider', 'oidc-provider'])('no %s is made or changed', (type) => {
    expect(allowedOn(type, `${account}:${type}/any`, BOUNDARY)).toEqual([]);
  });

  test('nothing is administered that belongs to the organisation', () => {
    const outside = changes.filter(({ service, name }) => service !== 'iam' && may(name, '*', BOUNDARY));
    expect(outside.map(({ name }) => name)).toEqual([]);
  });

  test.each(['lambda:UpdateFunctionCode', 'lambda:AddPermission', 'lambda:InvokeFunction'])(
    '%s does not lend the rights of the platform’s functions',
    (action) => {
      const functions = 'arn:aws:lambda:ap-east-1:111122223333:function';
      expect(may(action, `${functions}:hk-government-password-policy`, null)).toBe(false);
      expect(may(action, `${functions}:own`, null)).toBe(true);
    },
  );

  test('a ceiling with a hole is seen', () => {
    const statements = boundary.statements.filter(({ name }) => name !== 'BoundRolesOnly');
    const open = { ...boundary, statements: [...statements, ...everything.statements] };
    const request = {
      action: 'iam:PutRolePolicy',
      resource: `${account}:role/other`,
      principal: { type: 'role', arn: PIPELINE },
      context: { 'iam:PermissionsBoundary': null },
    } as const;
    expect(evaluate(request, { identity: [everything], boundary: open }).answer).toBe('allow');
    expect(evaluate(request, { identity: [everything], boundary }).answer).toBe('deny');
  });
});

import {
  evaluate,
  readPolicy,
  type AccessRequest,
  type Policies,
  type Principal,
} from '../../../../lib/proofs/guardrails';

// What is decided by which policies: IAM user guide, reference_policies_evaluation-logic_policy-eval-denyallow,
// _policy-eval-basics, evaluation-logic-cross-account, access_policies_boundaries; AWS Organizations user guide,
// orgs_manage_policies_scps, orgs_manage_policies_scps_evaluation, orgs_manage_policies_rcps.

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const USER: Principal = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/bob` };
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run`;
const ROLE: Principal = { type: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/deploy`, session: SESSION };
const ROOT: Principal = { type: 'root', account: ACCOUNT };
const FEDERATED: Principal = {
  type: 'federated-user',
  arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  user: `arn:aws:iam::${ACCOUNT}:user/bob`,
};
const SERVICE: Principal = { type: 'service', name: 'cloudtrail.amazonaws.com' };
const LINKED: Principal = {
  type: 'role',
  arn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
};

const policy = (...statements: object[]) =>
  readPolicy(
    { Version: '2012-10-17', Statement: statements.map((each) => ({ Action: '*', Resource: '*', ...each })) },
    'p',
  );
const ALLOW = policy({ Effect: 'Allow' });
const DENY = policy({ Effect: 'Deny' }, { Effect: 'Allow' });
const NOTHING = policy({ Effect: 'Allow', Action: 'ec2:*' });
const to = (AWS: string | string[]) => policy({ Effect: 'Allow', Principal: { AWS } });
const TO_ALL = policy({ Effect: 'Allow', Principal: '*' });
const AGAINST_ALL = policy({ Effect: 'Deny', Principal: '*' });

function decide(principal: Principal, policies: Policies, request: Partial<AccessRequest> = {}) {
  const asked = {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    resourceAccount: ACCOUNT,
    principal,
    context: {},
  };
  return evaluate({ ...asked, ...request }, policies).answer;
}

const ELSEWHERE = { resourceAccount: OTHER };
const KEY = { action: 'kms:Decrypt', resource: `arn:aws:kms:ap-east-1:${ACCOUNT}:key/1` };
const TRUST = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/target` };

const cases: readonly [string, 'allow' | 'deny' | 'unknown', Principal, Policies, Partial<AccessRequest>?][] = [
  // Within an account.
  ['nothing allows', 'deny', USER, {}],
  ['the identity policy allows', 'allow', USER, { identity: [NOTHING, ALLOW] }],
  ['the resource policy allows', 'allow', USER, { resource: to(USER.arn) }],
  ['an explicit deny of the identity wins', 'deny', USER, { identity: [DENY], resource: to(USER.arn) }],
  ['an explicit deny of the resource wins', 'deny', USER, { identity: [ALLOW], resource: AGAINST_ALL }],
  ['the boundary limits the identity', 'deny', USER, { identity: [ALLOW], boundary: NOTHING }],
  ['the boundary alone grants nothing', 'deny', USER, { boundary: ALLOW }],
  ['boundary and identity', 'allow', USER, { identity: [ALLOW], boundary: ALLOW }],
  ['a boundary does not limit what is granted to a user', 'allow', USER, { resource: to(USER.arn), boundary: NOTHING }],
  ['a boundary that denies does', 'deny', USER, { resource: to(USER.arn), boundary: DENY }],
  ['a boundary limits what is granted to a role', 'deny', ROLE, { resource: to(ROLE.arn), boundary: NOTHING }],
  ['what is granted to a role needs no identity policy', 'allow', ROLE, { resource: to(ROLE.arn), boundary: ALLOW }],
  ['a session policy limits what is granted to a role', 'deny', ROLE, { resource: to(ROLE.arn), session: [NOTHING] }],
  [
    'nothing limits what is granted to a session',
    'allow',
    ROLE,
    { resource: to(SESSION), boundary: NOTHING, session: [NOTHING] },
  ],
  ['a session policy limits the identity', 'deny', ROLE, { identity: [ALLOW], session: [NOTHING] }],
  ['session policy and identity', 'allow', ROLE, { identity: [ALLOW], session: [ALLOW] }],
  ['a session policy alone grants nothing', 'deny', ROLE, { session: [ALLOW] }],
  ['what is granted to the account needs an identity policy', 'deny', USER, { resource: to(ACCOUNT) }],
  ['root has everything', 'allow', ROOT, {}],
  ['a deny binds root', 'deny', ROOT, { resource: AGAINST_ALL }],
  ['a federated session without session policy', 'deny', FEDERATED, { identity: [ALLOW] }],
  ['a federated session with one', 'allow', FEDERATED, { identity: [ALLOW], session: [ALLOW] }],
  ['what is granted to a federated session', 'allow', FEDERATED, { resource: to(FEDERATED.arn) }],
  ['what is granted to its user is limited by the session', 'deny', FEDERATED, { resource: to(FEDERATED.user) }],
  // Keys and roles are opened by their own policies only.
  ['an identity policy alone opens no key', 'deny', USER, { identity: [ALLOW], resource: to(OTHER) }, KEY],
  ['a key that trusts the account', 'allow', USER, { identity: [ALLOW], resource: to(ACCOUNT) }, KEY],
  ['a key that trusts the user', 'allow', USER, { resource: to(USER.arn) }, KEY],
  ['a key whose policy is not known', 'unknown', USER, { identity: [ALLOW] }, KEY],
  ['a key of another action', 'allow', USER, { identity: [ALLOW] }, { action: 'kms:ListKeys', resource: '*' }],
  ['a role that trusts the account', 'allow', USER, { identity: [ALLOW], resource: to(ACCOUNT) }, TRUST],
  ['a role that trusts others', 'deny', USER, { identity: [ALLOW], resource: to(OTHER) }, TRUST],
  // Across accounts both must allow.
  ['across accounts, only the identity', 'deny', USER, { identity: [ALLOW] }, ELSEWHERE],
  ['across accounts, only the resource', 'deny', USER, { resource: to(USER.arn) }, ELSEWHERE],
  ['across accounts, both', 'allow', USER, { identity: [ALLOW], resource: to(USER.arn) }, ELSEWHERE],
  ['across accounts, the account', 'allow', ROLE, { identity: [ALLOW], resource: to(ACCOUNT) }, ELSEWHERE],
  [
    'across accounts, the boundary limits',
    'deny',
    ROLE,
    { identity: [ALLOW], boundary: NOTHING, resource: TO_ALL },
    ELSEWHERE,
  ],
  ['across accounts, root', 'allow', ROOT, { resource: to(ACCOUNT) }, ELSEWHERE],
  ['a stranger', 'allow', { type: 'anonymous' }, { resource: TO_ALL }],
  ['a stranger who is not named', 'deny', { type: 'anonymous' }, { resource: to(ACCOUNT) }],
  ['a service', 'allow', SERVICE, { resource: policy({ Effect: 'Allow', Principal: { Service: SERVICE.name } }) }],
  // Service control policies.
  ['each level allows', 'allow', USER, { identity: [ALLOW], serviceControl: [[ALLOW], [ALLOW, NOTHING], [ALLOW]] }],
  ['one level does not allow', 'deny', USER, { identity: [ALLOW], serviceControl: [[ALLOW], [NOTHING], [ALLOW]] }],
  ['a level without policies', 'deny', USER, { identity: [ALLOW], serviceControl: [[ALLOW], [], [ALLOW]] }],
  ['they grant nothing', 'deny', USER, { serviceControl: [[ALLOW]] }],
  ['one level denies', 'deny', USER, { identity: [ALLOW], serviceControl: [[ALLOW], [ALLOW, DENY]] }],
  ['they bind root', 'deny', ROOT, { serviceControl: [[DENY]] }],
  ['they limit what a resource grants', 'deny', ROLE, { resource: to(SESSION), serviceControl: [[DENY]] }],
  [
    'they do not bind the management account',
    'allow',
    USER,
    { identity: [ALLOW], serviceControl: [[DENY]] },
    { managementAccount: ACCOUNT },
  ],
  ['they do not bind service-linked roles', 'allow', LINKED, { identity: [ALLOW], serviceControl: [[DENY]] }],
  ['they do not bind services', 'allow', SERVICE, { resource: TO_ALL, serviceControl: [[DENY]] }],
  // Resource control policies.
  ['one denies', 'deny', USER, { identity: [ALLOW], resourceControl: [[], [AGAINST_ALL]] }],
  ['they bind services', 'deny', SERVICE, { resource: TO_ALL, resourceControl: [[AGAINST_ALL]] }],
  ['they bind strangers', 'deny', { type: 'anonymous' }, { resource: TO_ALL, resourceControl: [[AGAINST_ALL]] }],
  ['they do not bind service-linked roles', 'allow', LINKED, { identity: [ALLOW], resourceControl: [[AGAINST_ALL]] }],
  [
    'they do not bind the management account',
    'allow',
    USER,
    { identity: [ALLOW], resourceControl: [[AGAINST_ALL]] },
    { managementAccount: ACCOUNT },
  ],
  [
    'they bind some services only',
    'allow',
    USER,
    { identity: [ALLOW], resourceControl: [[AGAINST_ALL]] },
    { action: 'ec2:RunInstances' },
  ],
  [
    'they do not bind the retiring of grants',
    'allow',
    USER,
    { resource: to(USER.arn), resourceControl: [[AGAINST_ALL]] },
    { ...KEY, action: 'kms:RetireGrant' },
  ],
];

const rows = cases.map(([title, expected, principal, policies, request = {}]) => ({
  title,
  expected,
  principal,
  policies,
  request,
}));

test.each(rows)('$title: $expected', ({ expected, principal, policies, request }) => {
  expect(decide(principal, policies, request)).toBe(expected);
});

test('a decision names the statements that deny, and those that may', () => {
  const document = readPolicy(
    {
      Version: '2012-10-17',
      Statement: [
        { Sid: 'Surely', Effect: 'Deny', Action: 's3:*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { Sid: 'Never', Effect: 'Deny', Action: 'ec2:*', Resource: '*' },
      ],
    },
    'guard',
  );
  const request = { action: 's3:GetObject', resource: '*', principal: USER, context: {} };
  expect(evaluate(request, { serviceControl: [[document]] })).toEqual({
    answer: 'deny',
    deniedBy: ['guard: Surely'],
    undecided: ['guard: 2'],
  });
});

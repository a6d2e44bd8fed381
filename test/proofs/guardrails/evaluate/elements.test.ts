import { evaluate, readPolicy, type AccessRequest } from '../../../../lib/proofs/guardrails';
import table from '../../../cases/guardrails/elements.json';

const ASKED: AccessRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/key',
  resourceAccount: '111122223333',
  principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/bob' },
  context: {},
};

/** Whether a resource policy with this statement denies what everything else allows. */
function denies(elements: object, request: AccessRequest) {
  const action = 'NotAction' in elements ? {} : { Action: '*' };
  const resource = 'NotResource' in elements ? {} : { Resource: '*' };
  const principal = 'NotPrincipal' in elements ? {} : { Principal: '*' };
  const deny = { Effect: 'Deny', ...action, ...resource, ...principal, ...elements };
  const allow = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const document = readPolicy({ Version: '2012-10-17', Statement: [deny, allow] }, 'policy');
  const { answer } = evaluate(request, { resource: document });
  return answer === 'unknown' ? 'unknown' : answer === 'deny';
}

test.each(table.cases as [string, object, Partial<AccessRequest>, boolean | 'unknown'][])(
  '%s',
  (_title, elements, request, expected) => {
    expect(denies(elements, { ...ASKED, ...request })).toBe(expected);
  },
);

test.each([
  ['no object', 'Allow'],
  ['neither allows nor denies', { Action: '*', Resource: '*' }],
  ['no action', { Effect: 'Deny', Resource: '*' }],
  ['action and its negation', { Effect: 'Deny', Action: '*', NotAction: 'a:b', Resource: '*' }],
  ['resource and its negation', { Effect: 'Deny', Action: '*', Resource: '*', NotResource: '*' }],
  ['a condition that is none', { Effect: 'Deny', Action: '*', Resource: '*', Condition: 'never' }],
])('a statement with %s is unknown', (_title, statement) => {
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
  const document = readPolicy({ Version: '2012-10-17', Statement: [allow, statement] }, 'policy');
  expect(evaluate(ASKED, { identity: [document] }).answer).toBe('unknown');
});

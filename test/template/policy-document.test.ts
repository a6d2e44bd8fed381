import { listOf, OneOf, policyDocument, Reference, textOf, Unknown, type Value } from '../../lib/template';

const open = new Unknown('why');
const role = new Reference('Role', 'Arn', 't.json');
const allow = (Action: Value): Value => ({ Effect: 'Allow', Action, Resource: '*' });
const oneOf = (...options: readonly Value[]) => new OneOf(options);

/** The statements as `path action`, one that is not certain with `?`; then what could not be read. */
function read(value: Value | undefined): readonly string[] {
  const { statements, unresolved, path } = policyDocument(value, 'P');
  expect(path).toBe('P');
  return [
    ...statements.map((item) => `${item.path} ${item.actions.map(String).join()}${item.isCertain ? '' : ' ?'}`),
    ...unresolved.map(({ reason }) => reason),
  ];
}

const inPart = textOf(['{"Statement":{"Action":"a","Resource":"', role, '"}}']);
const broken = textOf(['{"Statement":', role, '}']);

test.each<[string, Value | undefined, readonly string[]]>([
  ['a list of statements', { Statement: [allow('a'), allow('b')] }, ['P.Statement.0 a', 'P.Statement.1 b']],
  ['a single statement', { Statement: allow('a') }, ['P.Statement a']],
  ['none', undefined, []],
  ['null', null, []],
  ['a document without statements', { Version: '2012-10-17' }, []],
  ['null statements', { Statement: null }, []],
  ['JSON text', JSON.stringify({ Statement: [allow('a')] }), ['P.0 a']],
  ['JSON text with a part to come', inPart, ['P a']],
  ['text that is no JSON', 'policy', ['the policy document is text that is not JSON']],
  ['JSON text of a list', '[]', ['the policy document is text that is not JSON']],
  ['a list', [], ['the policy document is no map']],
  ['a number', 1, ['the policy document is no map']],
  ['a reference', role, ['the policy document is no map']],
  ['what is not known', open, ['why']],
  ['statements that are not known', { Statement: open }, ['why']],
  ['a statement that is not known', { Statement: [allow('a'), open] }, ['P.Statement.0 a', 'why']],
  ['a statement that is text', { Statement: ['x'] }, ['a statement is made at deployment']],
  ['a statement to come', { Statement: role }, ['a statement is made at deployment']],
  ['one of two documents', oneOf({ Statement: allow('a') }, null), ['P.Statement a ?']],
  ['one of two lists', { Statement: oneOf([allow('a')], [allow('b')]) }, ['P.Statement.0 a ?', 'P.Statement.0 b ?']],
  [
    'a statement that may be left out',
    { Statement: [oneOf(allow('a'), null), allow('b')] },
    ['P.Statement.0 a ?', 'P.Statement.1 b'],
  ],
])('of %s everything is read', (_, value, expected) => {
  expect(read(value)).toEqual(expected);
});

test('text that is known in part and no JSON is unresolved as it stands', () => {
  expect(policyDocument(broken, 'P').unresolved).toEqual([broken]);
});

test('every element of a statement is read, one or many', () => {
  const body = {
    Effect: 'Deny',
    Action: ['a', oneOf('b', 'c')],
    NotAction: 'd',
    Resource: 'e',
    NotResource: ['f', ['g']],
    Principal: { AWS: ['1', '2'], Service: 's' },
    NotPrincipal: '*',
    Condition: { Bool: { k: 'true' } },
  };
  expect(policyDocument({ Statement: body }, 'P').statements).toEqual([
    {
      path: 'P.Statement',
      isCertain: true,
      effect: 'Deny',
      actions: ['a', 'b', 'c'],
      notActions: ['d'],
      resources: ['e'],
      notResources: ['f', 'g'],
      principals: [
        { kind: 'AWS', name: '1' },
        { kind: 'AWS', name: '2' },
        { kind: 'Service', name: 's' },
      ],
      notPrincipals: [{ kind: '*', name: '*' }],
      condition: { Bool: { k: 'true' } },
      body,
    },
  ]);
});

test('a principal that is text is an account, but for the asterisk', () => {
  const principals = (Principal: Value) => policyDocument({ Statement: { Principal } }, 'P').statements[0]?.principals;
  expect(principals('111122223333')).toEqual([{ kind: 'AWS', name: '111122223333' }]);
  expect(principals(role)).toEqual([{ kind: 'AWS', name: role }]);
  expect(principals({ AWS: '*' })).toEqual([{ kind: 'AWS', name: '*' }]);
});

test('one or many are a list', () => {
  expect([undefined, null, 'a', ['a', ['b', null]], oneOf('a', ['b'], null)].map(listOf)).toEqual([
    [],
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, readPolicy, type ContextValue } from '../../../../lib/proofs/guardrails';

interface Table {
  /** Page of AWS's documentation that says so. */
  readonly source: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** Title, operator, values in the policy, values in the request, whether the condition holds. */
  readonly cases: readonly (readonly [string, string, unknown, ContextValue, boolean | 'unknown'])[];
}

const FOLDER = join(__dirname, '../../../cases/guardrails/conditions');
const tables = readdirSync(FOLDER).map((file): [string, Table] => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Table,
]);

/** Whether a statement with this condition denies. */
function holds(operator: string, values: unknown, found: ContextValue, context: Table['context'] = {}) {
  const deny = { Effect: 'Deny', Action: '*', Resource: '*', Condition: { [operator]: { 'test:Key': values } } };
  const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
  const document = readPolicy({ Version: '2012-10-17', Statement: [allow, deny] }, 'policy');
  const { answer } = evaluate(
    {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::bucket/key',
      principal: { type: 'user', arn: 'arn:aws:iam::111122223333:user/bob' },
      context: { ...context, 'TEST:key': found },
    },
    { identity: [document] },
  );
  return answer === 'unknown' ? 'unknown' : answer === 'deny';
}

describe.each(tables)('%s', (_file, { source, context, cases }) => {
  test('cites where AWS says so', () => {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
  test.each(cases)('%s', (_title, operator, values, found, expected) => {
    expect(holds(operator, values, found, context)).toBe(expected);
  });
});

test('a key of which nothing is known makes every operator unknown', () => {
  const unknowns = tables.flatMap(([, { cases }]) => cases).map(([, operator]) => operator);
  for (const operator of new Set(unknowns)) {
    const condition = { [operator]: { 'test:Other': 'true' } };
    const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition };
    const document = readPolicy({ Version: '2012-10-17', Statement: statement }, 'policy');
    const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/bob' } as const;
    const request = { action: 's3:GetObject', resource: '*', principal, context: {} };
    expect([operator, evaluate(request, { identity: [document] }).answer]).toEqual([operator, 'unknown']);
  }
});

test('before version 2012-10-17 there are no variables', () => {
  const condition = { StringEquals: { 'aws:userid': '${aws:username}' } };
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition };
  const document = readPolicy({ Version: '2008-10-17', Statement: statement }, 'policy');
  const principal = { type: 'user', arn: 'arn:aws:iam::111122223333:user/bob' } as const;
  const context = { 'aws:username': 'bob', 'aws:userid': '${aws:username}' };
  expect(evaluate({ action: 's3:GetObject', resource: '*', principal, context }, { identity: [document] }).answer).toBe(
    'allow',
  );
});

import { GUARDRAIL_QUOTAS } from '../../../lib/model';
import { changeCases, copyOfBase, loadChanged, type Change } from '../support/change';

const exempt = (...actions: string[]): Change => [
  'guardrails:\n  policies:',
  `guardrails:\n  allowedGlobalServices: [${actions.join(', ')}]\n  policies:`,
];

changeCases('actions that the region deny lets through', [
  { name: 'that AWS has, also by a pattern', changes: [exempt('support:*', 'route53:List*')], problems: [] },
  {
    name: 'a service and an action that AWS does not have',
    changes: [exempt('suport:*', 'support:CreateCas')],
    problems: [
      {
        path: 'guardrails.allowedGlobalServices[0]',
        on: 'allowedGlobalServices',
        message: 'unknown service "suport": did you mean "support"?',
        expected: 'support',
        remedy: 'write "support"',
      },
      {
        path: 'guardrails.allowedGlobalServices[1]',
        on: 'allowedGlobalServices',
        message: '"support:CreateCas" is no action of support: did you mean "support:CreateCase"?',
        remedy: 'write "support:CreateCase"',
      },
    ],
  },
  {
    name: 'a pattern that no action has',
    changes: [exempt('support:Nothing*')],
    problems: [
      {
        path: 'guardrails.allowedGlobalServices[0]',
        on: 'allowedGlobalServices',
        message: '"support:Nothing*" is no action of support: nothing is exempted by it',
        remedy: 'correct or remove it',
      },
    ],
  },
]);

changeCases('policies in the config', [
  {
    name: 'a misspelt effect',
    changes: [['Effect: Deny', 'Effect: Dny']],
    problems: [
      {
        path: 'guardrails.policies[1].document.Statement[0].Effect',
        on: 'Effect: Dny',
        message: 'policy "deny-leaving": Effect "Dny" is not one of a service control policy: did you mean "Deny"?',
        found: '"Dny"',
        expected: 'Allow or Deny',
        remedy: 'write "Deny"',
      },
    ],
  },
  {
    name: 'a misspelt element',
    changes: [['Action: organizations:LeaveOrganization', 'Acton: organizations:LeaveOrganization']],
    problems: [
      {
        path: 'guardrails.policies[1].document.Statement[0].Acton',
        on: 'Acton:',
        message: 'policy "deny-leaving": unknown element "Acton" in a service control policy: did you mean "Action"?',
        remedy: 'rename it to "Action"',
      },
    ],
  },
  {
    name: 'a misspelt operator and condition key',
    changes: [
      [
        'StringNotEquals:\n                aws:PrincipalTag/team',
        'StringNotEqual:\n                aws:PrincipalOrgIDs',
      ],
    ],
    problems: [
      {
        path: 'guardrails.policies[1].document.Statement[0].Condition.StringNotEqual',
        on: 'StringNotEqual:',
        message: 'policy "deny-leaving": unknown condition operator "StringNotEqual": did you mean "StringNotEquals"?',
        remedy: 'write "StringNotEquals"',
      },
      {
        path: 'guardrails.policies[1].document.Statement[0].Condition.StringNotEqual["aws:PrincipalOrgIDs"]',
        on: 'aws:PrincipalOrgIDs',
        message:
          'policy "deny-leaving": unknown condition key "aws:PrincipalOrgIDs": did you mean "aws:PrincipalOrgID"?',
        remedy: 'write "aws:PrincipalOrgID": a key that no request carries makes the condition never match',
      },
    ],
  },
  {
    name: 'a type that the document does not fit',
    changes: [['description: Accounts stay', 'type: TAG_POLICY\n      description: Accounts stay']],
    problems: [
      {
        path: 'guardrails.policies[1].document',
        on: 'document:',
        message: 'policy "deny-leaving": the policy has no "tags"',
        remedy: 'write the policy below "tags", or correct its type',
      },
      {
        path: 'guardrails.policies[1].document.Version',
        on: 'Version:',
        message: 'policy "deny-leaving": unknown element "Version" in a policy of type TAG_POLICY',
        remedy: 'remove it: a policy of type TAG_POLICY does not have it',
      },
      {
        path: 'guardrails.policies[1].document.Statement',
        on: 'Statement:',
        message: 'policy "deny-leaving": unknown element "Statement" in a policy of type TAG_POLICY',
        remedy: 'remove it: a policy of type TAG_POLICY does not have it',
      },
    ],
  },
  {
    name: 'a target that does not exist',
    changes: [['targets: [Root]', 'targets: [Securty]']],
    problems: [
      {
        path: 'guardrails.policies[1].targets[0]',
        on: 'targets: [Securty]',
        message: 'there is no unit or account named "Securty": did you mean "Security"?',
        remedy: 'write "Security"',
      },
    ],
  },
  {
    name: 'a target that can mean two units',
    changes: [['targets: [Root]', 'targets: [Production]']],
    problems: [
      {
        path: 'guardrails.policies[1].targets[0]',
        on: 'targets: [Production]',
        message: '"Production" can mean Digital-Government/Production or Data-Governance/Production',
        remedy: 'write the whole path of the unit',
      },
    ],
  },
  {
    name: 'a target named twice',
    changes: [['targets: [Digital-Government, trial]', 'targets: [trial, trial]']],
    problems: [
      {
        path: 'guardrails.policies[0].targets[1]',
        on: 'targets: [trial, trial]',
        message: 'policy "deny-marketplace" is attached to "trial" twice',
        remedy: 'remove one of the two',
      },
    ],
  },
  {
    name: 'a file that does not exist, and one outside the folder',
    changes: [
      ['file: policies/deny-marketplace.json', 'file: policies/deny-market.json'],
      [
        'identity:\n',
        '    - { name: outside, description: Outside of the folder, file: ../outside.json, targets: [Root] }\n    - { name: folder, description: A folder as file, file: policies, targets: [Root] }\n\nidentity:\n',
      ],
    ],
    problems: [
      {
        path: 'guardrails.policies[0].file',
        on: 'file: policies/deny-market.json',
        message: 'the file of the policy "deny-marketplace" does not exist',
        remedy: 'correct the path, or write the file',
      },
      {
        path: 'guardrails.policies[2].file',
        on: '../outside.json',
        message: 'the file of the policy "outside" is outside the folder of the config',
        remedy: 'correct the path, or write the file',
      },
      {
        path: 'guardrails.policies[3].file',
        on: 'file: policies,',
        message: 'the file of the policy "folder" is a folder; expected a file',
        remedy: 'correct the path, or write the file',
      },
    ],
  },
]);

describe('policies in files of their own', () => {
  const FILE = 'policies/deny-marketplace.json';
  const problemsWith = (json: string) =>
    loadChanged([], { folder: copyOfBase({ [FILE]: json }) }).problems.map((problem) => ({
      file: problem.file.endsWith(FILE) ? FILE : problem.file,
      line: problem.line,
      path: problem.path,
      message: problem.message,
    }));

  test.each([
    ['a missing comma', '{\n  "Version": "2012-10-17"\n  "Statement": []\n}', 3, 'is not valid JSON: comma expected'],
    ['a comment', '{\n  // why\n  "Version": "2012-10-17"\n}', 2, 'is not valid JSON: invalid comment token'],
    ['a trailing comma', '{ "Version": "2012-10-17",\n}', 2, 'is not valid JSON: property name expected'],
    ['an end too early', '{ "Version": "2012-10-17"', 1, 'is not valid JSON: close brace expected'],
    ['an empty file', '', 1, 'is not valid JSON: value expected'],
    ['YAML', 'Version: 2012-10-17', 1, 'is not valid JSON: invalid symbol'],
    [
      'a key that occurs twice',
      '{ "Version": "2012-10-17",\n "Version": "x" }',
      2,
      'has the key "Version" twice in the same object',
    ],
    ['brackets without end', '['.repeat(100_000), 1, 'nests deeper than 50 levels'],
  ])('%s is reported at its place in the file', (_name, json, line, message) => {
    expect(problemsWith(json)).toEqual([
      {
        file: FILE,
        line,
        path: 'guardrails.policies[0].file',
        message: `the file of the policy "deny-marketplace" ${message}`,
      },
    ]);
  });

  test('an error of the policy is reported at its place in the file', () => {
    const json =
      '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Deny", "Action": "*", "Resorce": "*" }\n  ]\n}';
    expect(problemsWith(json)).toEqual([
      {
        file: FILE,
        line: 4,
        path: 'guardrails.policies[0].document.Statement[0].Resorce',
        message:
          'policy "deny-marketplace": unknown element "Resorce" in a service control policy: did you mean "Resource"?',
      },
    ]);
  });

  test('a policy over the quota of its size is refused, one just below it is not', () => {
    const quota = GUARDRAIL_QUOTAS.SERVICE_CONTROL_POLICY.characters;
    const empty = JSON.stringify(document(['arn:'])).length;
    const ofSize = (size: number): string => JSON.stringify(document([`arn:${'x'.repeat(size - empty)}`]), null, 4);
    expect(problemsWith(ofSize(quota))).toEqual([]);
    expect(problemsWith(ofSize(quota + 1))).toEqual([
      {
        file: FILE,
        line: 1,
        path: 'guardrails.policies[0].document',
        message: `policy "deny-marketplace": the policy is ${quota + 1} characters long without white space`,
      },
    ]);
  });
});

test('more policies on a target than it can take, with those that are generated', () => {
  expect(withExtra(5).result.kind).toBe('loaded');
  const { problems } = withExtra(7);
  expect(problems).toMatchObject([
    {
      path: 'guardrails.policies[7].targets[0]',
      message: '"Security" has 7 policies of the type SERVICE_CONTROL_POLICY: too many on one target',
      expected: expect.stringMatching(/^at most 5: 10 to a target \(.*2026-11-23\), less 1 of AWS and 4 kept/),
      remedy: 'join policies with the same targets into one document, or attach some of them to the units below',
    },
  ]);
});

function document(resources: readonly string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: resources }] };
}

function policy(index: number): string {
  return `    - { name: extra-${index}, description: One of many, file: policies/deny-marketplace.json, targets: [Security] }\n`;
}

function withExtra(count: number) {
  const policies = Array.from({ length: count }, (_, index) => policy(index)).join('');
  return loadChanged([['identity:\n', `${policies}\nidentity:\n`]]);
}

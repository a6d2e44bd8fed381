import { Elsewhere, Unknown } from '../../lib/template';
import { resolved } from './resolving';

/** What a person reads of a value that is not known; each reason stands here to the letter. */
const sections = {
  Parameters: {
    Blank: { Type: 'String' },
    Blanks: { Type: 'CommaDelimitedList' },
    Text: { Type: 'String', Default: 'text' },
    Choice: { Type: 'String', AllowedValues: ['a', 'b'] },
    Broken: 'no declaration',
  },
  Mappings: { Sizes: { small: { disk: 10 } }, Empty: {} },
  Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Blank' }, 'on'] } },
  Resources: {
    Stored: { Type: 'AWS::SSM::Parameter' },
    Own: { Type: 'Custom::Thing' },
    Also: { Type: 'AWS::CloudFormation::CustomResource' },
  },
};
const blank = { Ref: 'Blank' };
const bucket = { Ref: 'Bucket' };
const arn = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const BLANK = 'parameter Blank has no default';
const malformed = (name: string, expected: string) => `${name} is malformed: expected ${expected}`;

const reasons: Readonly<Record<string, readonly (readonly [unknown, string])[]>> = {
  'Fn::Base64': [
    [bucket, 'text that is encoded is made at deployment'],
    [[], 'text that is encoded is made at deployment'],
  ],
  'Fn::Cidr': [
    ['10.0.0.0/16', malformed('Fn::Cidr', '[block, count, host bits]')],
    [['10.0.0.0/16'], malformed('Fn::Cidr', '[block, count, host bits]')],
    [['nonsense', 1, 8], malformed('Fn::Cidr', 'an address block')],
    [[10, 1, 8], malformed('Fn::Cidr', 'an address block')],
    [['10.0.0.0/16', 0, 8], malformed('Fn::Cidr', 'a count from 1 to 256')],
    [['10.0.0.0/8', 257, 8], malformed('Fn::Cidr', 'a count from 1 to 256')],
    [['10.0.0.0/16', 1.5, 8], malformed('Fn::Cidr', 'a count from 1 to 256')],
    [['10.0.0.0/16', 'x', 8], malformed('Fn::Cidr', 'a count from 1 to 256')],
    [['10.0.0.0/16', 1, 0], malformed('Fn::Cidr', 'host bits that fit 10.0.0.0/16')],
    [['10.0.0.0/16', 1, 17], malformed('Fn::Cidr', 'host bits that fit 10.0.0.0/16')],
    [['10.0.0.0/16', 1, 1.5], malformed('Fn::Cidr', 'host bits that fit 10.0.0.0/16')],
    [['10.0.0.0/16', 1, 'x'], malformed('Fn::Cidr', 'host bits that fit 10.0.0.0/16')],
    [['10.0.0.0/30', 3, 1], malformed('Fn::Cidr', '3 blocks that fit 10.0.0.0/30')],
    [[blank, 1, 8], `a block is cut from what is not known: ${BLANK}`],
    [['10.0.0.0/16', blank, 8], `a block is cut from what is not known: ${BLANK}`],
    [['10.0.0.0/16', 1, blank], `a block is cut from what is not known: ${BLANK}`],
    [[arn, 1, 8], 'a block is cut from what Bucket makes at deployment'],
  ],
  'Fn::FindInMap': [
    ['Sizes', malformed('Fn::FindInMap', '[map, key, key]')],
    [['Sizes', 'small'], malformed('Fn::FindInMap', '[map, key, key]')],
    [[blank, 'small', 'disk'], 'the name of a mapping is not known'],
    [['None', 'small', 'disk'], 'None is not a mapping of this template'],
    [['Sizes', 'small', 'size'], 'mapping Sizes has no entry small.size'],
    [['Sizes', 'small', 'constructor'], 'mapping Sizes has no entry small.constructor'],
    [['Sizes', blank, 'size'], 'mapping Sizes has no entry ?.size'],
    [['Empty', blank, blank], 'mapping Empty has no entry ?.?'],
  ],
  'Fn::GetAtt': [
    ['Bucket', malformed('Fn::GetAtt', 'LogicalId.Attribute')],
    ['.Arn', malformed('Fn::GetAtt', 'LogicalId.Attribute')],
    [['Bucket'], malformed('Fn::GetAtt', '[LogicalId, Attribute]')],
    [{ Bucket: 'Arn' }, malformed('Fn::GetAtt', '[LogicalId, Attribute]')],
    [[1, 'Arn'], malformed('Fn::GetAtt', 'a logical id')],
    [['Bucket', blank], 'the attribute of Bucket is not known'],
    [['None', 'Arn'], 'None is not a resource of this template'],
  ],
  'Fn::GetAZs': [
    ['', 'the availability zones of AWS::Region are known only at deployment'],
    [{ Ref: 'AWS::NoValue' }, 'the availability zones of AWS::Region are known only at deployment'],
    [bucket, 'the availability zones of AWS::Region are known only at deployment'],
    ['ap-east-1', 'the availability zones of ap-east-1 are known only at deployment'],
    [blank, 'the availability zones of Blank are known only at deployment'],
  ],
  'Fn::If': [
    ['Open', malformed('Fn::If', '[condition, value, value]')],
    [['Open', 1], malformed('Fn::If', '[condition, value, value]')],
    [['Open', 1, 2, 3], malformed('Fn::If', '[condition, value, value]')],
    [[{ Ref: 'Open' }, 1, 2], malformed('Fn::If', 'the name of a condition')],
  ],
  'Fn::ImportValue': [
    ['Name', 'no template here exports Name'],
    [blank, 'the name of an imported value is not known: ${Blank}'],
    [['a'], 'the name of an imported value is not known: ["a"]'],
  ],
  'Fn::GetStackOutput': [
    ['Stack.Out', malformed('Fn::GetStackOutput', 'StackName and OutputName')],
    [{ StackName: 'S' }, malformed('Fn::GetStackOutput', 'StackName and OutputName')],
    [{ OutputName: 'O' }, malformed('Fn::GetStackOutput', 'StackName and OutputName')],
    [{ StackName: blank, OutputName: 'O' }, 'the stack of an output is not known'],
    [{ StackName: 'S', OutputName: blank }, 'the stack of an output is not known'],
    [{ StackName: 'S', OutputName: 'O' }, 'output O of stack S is not in these templates'],
  ],
  'Fn::Join': [
    ['a', malformed('Fn::Join', '[delimiter, list]')],
    [[','], malformed('Fn::Join', '[delimiter, list]')],
    [[',', [], 1], malformed('Fn::Join', '[delimiter, list]')],
    [[1, ['a']], malformed('Fn::Join', 'a delimiter that is text')],
    [[',', { Ref: 'Blanks' }], 'a list that is joined is not known: parameter Blanks has no default'],
    [[',', arn], 'a list that is joined is made at deployment'],
    [[',', 'a'], 'a list that is joined is made at deployment'],
    [[',', [['a']]], 'a list or map stands in text'],
    [[',', [{ a: 1 }]], 'a list or map stands in text'],
  ],
  'Fn::Length': [
    [{ Ref: 'Blanks' }, 'the length of a list is known only at deployment'],
    ['text', 'the length of a list is known only at deployment'],
    [[{ 'Fn::If': ['Open', 'a', { Ref: 'AWS::NoValue' }] }], 'a list has items that may be removed'],
  ],
  'Fn::Select': [
    [[0], malformed('Fn::Select', '[index, list]')],
    [[0, ['a'], 1], malformed('Fn::Select', '[index, list]')],
    ['a', malformed('Fn::Select', '[index, list]')],
    [[blank, ['a']], `an index is not known: ${BLANK}`],
    [['first', ['a']], malformed('Fn::Select', 'an index')],
    [[0, 'text'], malformed('Fn::Select', 'a list')],
    [[1, { Ref: 'Blanks' }], 'item 1 of a list that is not known: parameter Blanks has no default'],
    [[1, bucket], 'item 1 of Bucket is made at deployment'],
    [[1, arn], 'item 1 of Bucket.Arn is made at deployment'],
    [[1, ['a']], 'a list of 1 has no item 1'],
    [[-1, ['a']], 'a list of 1 has no item -1'],
    [[0.5, ['a']], 'a list of 1 has no item 0.5'],
  ],
  'Fn::Split': [
    [[','], malformed('Fn::Split', '[delimiter, text]')],
    [[',', 'a', 'b'], malformed('Fn::Split', '[delimiter, text]')],
    [{ a: ',' }, malformed('Fn::Split', '[delimiter, text]')],
    [['', 'a'], malformed('Fn::Split', 'a delimiter that is text')],
    [[1, 'a1b'], malformed('Fn::Split', 'a delimiter that is text')],
    [[',', ['a']], malformed('Fn::Split', 'a text to split')],
    [[',', blank], `text is split that is not known: ${BLANK}`],
    [[':', arn], 'text is split that Bucket makes at deployment'],
    [['/', { 'Fn::Sub': 'a/${Bucket}' }], 'text is split that Bucket makes at deployment'],
    [['|', { Ref: 'Stored' }], 'text is split that Stored makes at deployment'],
    [['|', { 'Fn::GetAtt': ['Own', 'List'] }], 'text is split that Own makes at deployment'],
    [['|', { 'Fn::GetAtt': ['Also', 'List'] }], 'text is split that Also makes at deployment'],
    [['-', { Ref: 'AWS::Region' }], 'text is split that is not known: AWS::Region is known only at deployment'],
    [['.', { Ref: 'AWS::URLSuffix' }], 'text is split that is not known: AWS::URLSuffix is known only at deployment'],
    [[':', { Ref: 'AWS::StackId' }], 'text is split that is not known: AWS::StackId is known only at deployment'],
    [
      ['|', '{{resolve:ssm:/list}}'],
      'text is split that is not known: a dynamic reference to ssm is read at deployment',
    ],
  ],
  'Fn::Sub': [
    [1, malformed('Fn::Sub', 'a text')],
    [[['a']], malformed('Fn::Sub', 'a text')],
    ['${None.Arn}', 'None is not a resource of this template'],
    ['${None}', 'None is neither a parameter nor a resource of this template'],
    ['${AWS::None.Thing}', 'AWS::None.Thing is neither a parameter nor a resource of this template'],
    [['${A}', { A: ['a'] }], 'a list or map stands in text'],
    [['${A}', { A: { Ref: 'AWS::NoValue' } }], 'a removed value stands in text'],
    ['${AWS::NoValue}', 'a removed value stands in text'],
  ],
  'Fn::ToJsonString': [
    ['text', malformed('Fn::ToJsonString', 'a list or map')],
    [blank, BLANK],
  ],
  'Fn::Transform': [
    [{ Name: 'Mine' }, 'macro Mine makes the value at deployment'],
    [{ Parameters: {} }, 'macro (without name) makes the value at deployment'],
  ],
  'Fn::Other': [[1, 'unknown function Fn::Other']],
  Ref: [
    [['Bucket'], malformed('Ref', 'a name')],
    ['None', 'None is neither a parameter nor a resource of this template'],
    ['Broken', 'Broken is neither a parameter nor a resource of this template'],
    ['Blank', BLANK],
    ...['AccountId', 'NotificationARNs', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map(
      (name) => [`AWS::${name}`, `AWS::${name} is known only at deployment`] as const,
    ),
    ['AWS::Nothing', 'AWS::Nothing is neither a parameter nor a resource of this template'],
  ],
};

const rows = Object.entries(reasons).flatMap(([name, cases]) =>
  cases.map(([argument, reason]) => [name, JSON.stringify(argument), argument, reason] as const),
);

test.each(rows)('%s of %s says why it is not known', (name, _, argument, reason) => {
  const value = resolved({ [name]: argument }, sections);
  expect(value instanceof Unknown ? value.reason : value).toBe(reason);
});

const sources: readonly (readonly [string, unknown, string | undefined])[] = [
  ['a parameter', blank, 'Blank'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, 'AWS::Region'],
  ['the zones of a region', { 'Fn::GetAZs': 'ap-east-1' }, 'Fn::GetAZs ap-east-1'],
  ['an item of a list parameter', { 'Fn::Select': [1, { Ref: 'Blanks' }] }, 'Blanks[1]'],
  ['an item of what a resource returns', { 'Fn::Select': [0, arn] }, 'Bucket.Arn[0]'],
  ['an item of the resource itself', { 'Fn::Select': [0, bucket] }, 'Bucket[0]'],
  ['an item of what has no name', { 'Fn::Select': [0, { 'Fn::Transform': {} }] }, undefined],
  ['a block of an open one', { 'Fn::Cidr': [blank, 1, 8] }, 'Blank'],
  ['a parameter alone in a text', { 'Fn::Sub': '${Blank}' }, 'Blank'],
  ['a parameter in a text of more', { 'Fn::Sub': 'a${Blank}' }, undefined],
];

test.each(sources)('two unknown values are told to be equal by the source of %s', (_, expression, source) => {
  const value = resolved(expression, sections);
  expect(value).toBeInstanceOf(Unknown);
  expect(value instanceof Unknown ? value.source : value).toBe(source);
});

test.each<[string, unknown]>([
  ['Ref', { Ref: 'None' }],
  ['GetAtt', { 'Fn::GetAtt': 'None.Arn' }],
])('a dangling %s leads elsewhere, to something that is set', (_, expression) => {
  expect(resolved(expression, sections)).toBeInstanceOf(Elsewhere);
});

test.each<[string, unknown, string]>([
  ['one', { 'Fn::Sub': 'a${Blank}' }, 'text depends on ${Blank}'],
  ['one twice', { 'Fn::Sub': '${Blank}-${Blank}' }, 'text depends on ${Blank}'],
  ['a reference', { 'Fn::Sub': '${Bucket.Arn}/*' }, 'text depends on ${Bucket.Arn}'],
  ['a dynamic reference', 'x{{resolve:ssm:/n}}', 'text depends on {{resolve:ssm:/n}}'],
  [
    'what has no name',
    { 'Fn::Join': ['', ['x', { 'Fn::Transform': {} }]] },
    'text depends on macro (without name) makes the value at deployment',
  ],
  [
    'five',
    { 'Fn::Sub': '${AWS::Region} ${AWS::AccountId} ${AWS::StackId} ${AWS::StackName} ${Blank}' },
    'text depends on ${AWS::Region}, ${AWS::AccountId}, ${AWS::StackId}, ${AWS::StackName}, ${Blank}',
  ],
  [
    'more than five',
    {
      'Fn::Sub':
        '${AWS::Region} ${AWS::AccountId} ${AWS::StackId} ${AWS::StackName} ${Blank} ${Bucket} ${AWS::Partition}',
    },
    'text depends on ${AWS::Region}, ${AWS::AccountId}, ${AWS::StackId}, ${AWS::StackName}, ${Blank} and 2 more',
  ],
])('a text that depends on %s names it', (_, expression, reason) => {
  const value = resolved(expression, sections);
  expect(value instanceof Unknown ? value.reason : value).toBe(reason);
});

import { describe as inWords, Reference, Unknown } from '../../lib/template';
import { propertiesOf, resolved } from './resolving';

const sections = {
  Parameters: {
    Name: { Type: 'String', Default: 'data' },
    Blank: { Type: 'String' },
    Names: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    Port: { Type: 'Number', Default: 443 },
    Zone: { Type: 'String', AllowedValues: ['x', 'y'] },
  },
  Mappings: {
    Sizes: { small: { disk: 10, names: ['p', 'q'] }, large: { disk: 20, names: ['r'] } },
    Uneven: { a: { k: 1 }, b: {} },
    Numbers: { 1: { 2: 3 } },
    ByRegion: { 'ap-east-1': { ami: 'ami-1' }, 'eu-west-1': { ami: 'ami-2' } },
  },
  Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Blank' }, 'on'] } },
};
const options = { region: 'ap-east-1', account: '111122223333' };
const gone = { Ref: 'AWS::NoValue' };
const either = { 'Fn::If': ['Open', 'p', 'q'] };

const known: readonly (readonly [string, unknown, unknown])[] = [
  ['Ref of a parameter', { Ref: 'Name' }, 'data'],
  ['Ref of a number parameter', { Ref: 'Port' }, '443'],
  ['Ref of a list parameter', { Ref: 'Names' }, ['a', 'b', 'c']],
  ['Ref of the region', { Ref: 'AWS::Region' }, 'ap-east-1'],
  ['Ref of the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['Ref of the suffix', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
  ['Ref of NoValue', gone, undefined],
  ['NoValue in a list', ['a', gone, 'b'], ['a', 'b']],
  ['NoValue in a map', { a: 1, b: gone }, { a: 1 }],
  ['Sub with names', { 'Fn::Sub': '${Name}-${AWS::AccountId}' }, 'data-111122223333'],
  ['Sub with its own variables', { 'Fn::Sub': ['${A}${Name}', { A: 'x', Name: 'y' }] }, 'xy'],
  ['Sub with a literal', { 'Fn::Sub': '${!Name} costs $5 {a} ${Name}' }, '${Name} costs $5 {a} data'],
  ['Sub with a number', { 'Fn::Sub': ['p${P}', { P: 80 }] }, 'p80'],
  ['Join', { 'Fn::Join': ['/', ['a', { Ref: 'Name' }, 3, true]] }, 'a/data/3/true'],
  ['Join of a list parameter', { 'Fn::Join': ['|', { Ref: 'Names' }] }, 'a|b|c'],
  ['Join leaves removed items out', { 'Fn::Join': [',', ['a', gone, 'b']] }, 'a,b'],
  ['Join of nothing', { 'Fn::Join': [',', []] }, ''],
  ['Split', { 'Fn::Split': ['-', 'a-b--c'] }, ['a', 'b', '', 'c']],
  ['Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
  ['Select with a text index', { 'Fn::Select': ['2', { Ref: 'Names' }] }, 'c'],
  ['Select of Split', { 'Fn::Select': [2, { 'Fn::Split': [':', 'arn:aws:s3:::b'] }] }, 's3'],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'disk'] }, 10],
  ['FindInMap of a list', { 'Fn::FindInMap': ['Sizes', 'small', 'names'] }, ['p', 'q']],
  ['FindInMap by region', { 'Fn::FindInMap': ['ByRegion', { Ref: 'AWS::Region' }, 'ami'] }, 'ami-1'],
  [
    'FindInMap does not fall back from an entry',
    { 'Fn::FindInMap': ['Sizes', 'small', 'disk', { DefaultValue: 5 }] },
    10,
  ],
  ['FindInMap with a key that is a number', { 'Fn::FindInMap': ['Numbers', 1, 2] }, 3],
  ['FindInMap falls back', { 'Fn::FindInMap': ['Sizes', 'huge', 'disk', { DefaultValue: 5 }] }, 5],
  ['Base64 keeps the text', { 'Fn::Base64': { 'Fn::Sub': 'run ${Name}' } }, 'run data'],
  ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 3, 8] }, ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['Cidr with text arguments', { 'Fn::Cidr': ['10.0.0.0/24', '2', '5'] }, ['10.0.0.0/27', '10.0.0.32/27']],
  ['Cidr of the whole block', { 'Fn::Cidr': ['10.0.0.0/16', 1, 16] }, ['10.0.0.0/16']],
  ['Cidr that fits to the last', { 'Fn::Cidr': ['10.0.0.0/30', 2, 1] }, ['10.0.0.0/31', '10.0.0.2/31']],
  ['Cidr with 8 host bits unless given', { 'Fn::Cidr': ['10.0.0.0/16', 1] }, ['10.0.0.0/24']],
  ['Cidr of IPv6', { 'Fn::Cidr': ['2001:db8:1::/56', 2, 64] }, ['2001:db8:1::/64', '2001:db8:1:1::/64']],
  ['Length', { 'Fn::Length': { Ref: 'Names' } }, 3],
  ['ToJsonString', { 'Fn::ToJsonString': { a: [1, { Ref: 'Name' }], b: '"' } }, '{"a":[1,"data"],"b":"\\""}'],
  ['a map that only looks like a function', { Ref: 'Name', Other: 1 }, { Ref: 'Name', Other: 1 }],
  ['keys of the prototype', { constructor: 1, toString: { Ref: 'Name' } }, { constructor: 1, toString: 'data' }],
  ['scalars', [1, true, 'x', 1.5], [1, true, 'x', 1.5]],
];

test.each(known)('%s is resolved', (_, expression, expected) => {
  expect(resolved(expression, sections, options)).toEqual(expected);
});

test('a resource and its attribute are references', () => {
  expect(resolved({ Ref: 'Bucket' })).toEqual(new Reference('Bucket', undefined, 'test.json'));
  const arn = new Reference('Bucket', 'Arn', 'test.json');
  expect(resolved({ 'Fn::GetAtt': ['Bucket', 'Arn'] })).toEqual(arn);
  expect(resolved({ 'Fn::GetAtt': 'Bucket.Arn' })).toEqual(arn);
  expect(resolved({ 'Fn::Sub': '${Bucket.Arn}' })).toEqual(arn);
  expect(resolved({ 'Fn::GetAtt': ['Bucket', { 'Fn::Join': ['', ['A', 'rn']] }] })).toEqual(arn);
});

const inPart: readonly (readonly [string, unknown, string])[] = [
  ['Sub', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Bucket}/*' }, 'arn:${AWS::Partition}:s3:::${Bucket}/*'],
  ['Join', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] }, '${Bucket.Arn}/*'],
  ['Sub within Join', { 'Fn::Join': ['-', [{ 'Fn::Sub': 'a${Blank}b' }, 'c']] }, 'a${Blank}b-c'],
  ['Base64', { 'Fn::Base64': { 'Fn::Sub': 'cat ${Bucket}' } }, 'cat ${Bucket}'],
  ['ToJsonString', { 'Fn::ToJsonString': { r: { 'Fn::GetAtt': ['Bucket', 'Arn'] } } }, '{"r":"${Bucket.Arn}"}'],
  ['a dynamic reference', '{{resolve:ssm-secure:/db:3}}', '{{resolve:ssm-secure:/db:3}}'],
  ['a dynamic reference within text', 'user:{{resolve:ssm:u}}!', 'user:{{resolve:ssm:u}}!'],
  [
    'a dynamic reference that is joined',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Bucket' }, ':SecretString:password::}}']] },
    '{{resolve:secretsmanager:${Bucket}:SecretString:password::}}',
  ],
  [
    'Select of a Split ARN',
    { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::b-${AWS::Region}' }] }] },
    'b-${AWS::Region}',
  ],
];

test.each(inPart)('%s keeps what is known of a text', (_, expression, expected) => {
  const value = resolved(expression, sections);
  expect(value).toBeInstanceOf(Unknown);
  expect(inWords(value)).toBe(expected);
});

const several: readonly (readonly [string, unknown, string])[] = [
  ['If', either, 'one of: "p", "q"'],
  ['If with equal branches', { 'Fn::If': ['Open', 1, 1] }, '1'],
  ['If that may remove', { 'Fn::If': ['Open', true, gone] }, 'one of: true, not set'],
  ['nested If', { 'Fn::If': ['Open', 'p', { 'Fn::If': ['Open', 'never', 'q'] }] }, 'one of: "p", "q"'],
  ['a parameter without default', { Ref: 'Zone' }, 'one of: "x", "y"'],
  ['Sub of several', { 'Fn::Sub': ['${A}-${Zone}', { A: either }] }, 'one of: "p-x", "p-y", "q-x", "q-y"'],
  ['Join of several', { 'Fn::Join': ['', ['a', either]] }, 'one of: "ap", "aq"'],
  [
    'Join of an item that may be removed',
    { 'Fn::Join': [',', ['a', { 'Fn::If': ['Open', 'b', gone] }, 'c']] },
    'one of: "a,b,c", "a,c"',
  ],
  [
    'Select past an item that may be removed',
    { 'Fn::Select': [1, [{ 'Fn::If': ['Open', 'a', gone] }, 'b', 'c']] },
    'one of: "b", "c"',
  ],
  [
    'FindInMap by an open key',
    { 'Fn::FindInMap': ['ByRegion', { Ref: 'AWS::Region' }, 'ami'] },
    'one of: "ami-1", "ami-2"',
  ],
  [
    'FindInMap by an open key, some of which have no entry',
    { 'Fn::FindInMap': ['Uneven', { Ref: 'Blank' }, 'k'] },
    '1',
  ],
  [
    'FindInMap by an open key, or what it falls back to',
    { 'Fn::FindInMap': ['Uneven', { Ref: 'Blank' }, 'k', { DefaultValue: { Ref: 'Name' } }] },
    'one of: 1, "data"',
  ],
  ['Length of several', { 'Fn::Length': { 'Fn::If': ['Open', ['a'], ['a', 'b']] } }, 'one of: 1, 2'],
  ['Base64 of several', { 'Fn::Base64': { 'Fn::If': ['Open', 'a', gone] } }, 'one of: "a", not set'],
  ['GetAtt of several', { 'Fn::GetAtt': ['Bucket', either] }, 'one of: ${Bucket.p}, ${Bucket.q}'],
  ['Select by several', { 'Fn::Select': [{ 'Fn::If': ['Open', 0, 1] }, ['a', 'b']] }, 'one of: "a", "b"'],
  [
    'Cidr of several',
    { 'Fn::Cidr': ['10.0.0.0/8', { 'Fn::If': ['Open', 1, 2] }, 8] },
    'one of: ["10.0.0.0/24"], ["10.0.0.0/24", "10.0.1.0/24"]',
  ],
  [
    'Select of a list that may be another',
    { 'Fn::Select': [0, { 'Fn::If': ['Open', ['a'], ['b']] }] },
    'one of: "a", "b"',
  ],
  [
    'ToJsonString of several',
    { 'Fn::ToJsonString': [{ 'Fn::If': ['Open', 1, 2] }, null, false] },
    '[${unknown: one of 2 values},null,false]',
  ],
  ['Split of several', { 'Fn::Split': [',', { 'Fn::If': ['Open', 'a,b', 'c'] }] }, 'one of: ["a", "b"], ["c"]'],
  ['an item of a list', [{ 'Fn::If': ['Open', 'a', gone] }], '[one of: "a", not set]'],
];

test.each(several)('%s lists what may be', (_, expression, expected) => {
  expect(inWords(resolved(expression, sections))).toBe(expected);
});

const unknown: readonly (readonly [string, unknown, RegExp])[] = [
  ['a parameter without default', { Ref: 'Blank' }, /parameter Blank has no default/],
  ['a dangling Ref', { Ref: 'Nothing' }, /Nothing is neither a parameter nor a resource/],
  ['a dangling GetAtt', { 'Fn::GetAtt': ['Nothing', 'Arn'] }, /Nothing is not a resource/],
  ['the account', { Ref: 'AWS::AccountId' }, /AWS::AccountId is known only at deployment/],
  ['an unknown pseudo parameter', { Ref: 'AWS::Nonsense' }, /AWS::Nonsense is neither/],
  ['the zones', { 'Fn::GetAZs': '' }, /availability zones of AWS::Region/],
  ['a zone', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, /item 0 .*availability zones/],
  ['a missing map', { 'Fn::FindInMap': ['None', 'a', 'b'] }, /None is not a mapping/],
  ['a missing key', { 'Fn::FindInMap': ['Sizes', 'huge', 'disk'] }, /Sizes has no entry huge.disk/],
  ['an index out of range', { 'Fn::Select': [7, ['a']] }, /has no item 7/],
  ['an import', { 'Fn::ImportValue': 'Elsewhere' }, /no template here exports Elsewhere/],
  ['an import by an open name', { 'Fn::ImportValue': { 'Fn::Sub': '${Blank}-vpc' } }, /name of an imported value/],
  ['a macro', { 'Fn::Transform': { Name: 'AWS::Include', Parameters: {} } }, /macro AWS::Include/],
  ['a function that does not exist', { 'Fn::Nonsense': 1 }, /unknown function Fn::Nonsense/],
  ['a split of a parameter', { 'Fn::Split': [',', { Ref: 'Blank' }] }, /text is split that is not known/],
  [
    'a split of an ARN to come',
    { 'Fn::Split': [':', { 'Fn::GetAtt': ['Bucket', 'Arn'] }] },
    /Bucket makes at deployment/,
  ],
  ['a malformed Join', { 'Fn::Join': 'a' }, /Fn::Join is malformed/],
  ['a malformed Sub', { 'Fn::Sub': { a: 1 } }, /Fn::Sub is malformed/],
  ['a malformed If', { 'Fn::If': ['Open'] }, /Fn::If is malformed/],
  ['a malformed Ref', { Ref: { a: 1 } }, /Ref is malformed/],
  ['too many blocks', { 'Fn::Cidr': ['10.0.0.0/30', 3, 1] }, /3 blocks that fit/],
  [
    'blocks of a block to come',
    { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Bucket', 'CidrBlock'] }, 3, 8] },
    /Bucket makes at deployment/,
  ],
];

test.each(unknown)('%s is unknown and says why', (_, expression, reason) => {
  const value = resolved(expression, sections);
  expect(value).toBeInstanceOf(Unknown);
  expect(value instanceof Unknown ? value.reason : '').toMatch(reason);
});

test('more options than can be listed become unknown, not fewer', () => {
  const Conditions = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [`C${index}`, { 'Fn::Equals': [{ Ref: 'Blank' }, `v${index}`] }]),
  );
  const pieces = Array.from({ length: 7 }, (_, index) => ({ 'Fn::If': [`C${index}`, 'a', 'b'] }));
  const value = resolved({ 'Fn::Join': ['', ['known', ...pieces]] }, { ...sections, Conditions });
  expect(inWords(value)).toMatch(/^known\$\{unknown: one of 2 values\}/);
});

test('a macro beside properties leaves the ones it may add unknown', () => {
  const properties = propertiesOf({ 'Fn::Transform': { Name: 'AWS::Include' }, BucketName: 'b' });
  expect(properties?.['BucketName']).toBe('b');
  expect(properties?.['BucketEncryption']).toBeInstanceOf(Unknown);
});

test('If over all properties gives each property both values', () => {
  const properties = propertiesOf({ 'Fn::If': ['Open', { A: 1, B: 1 }, { A: 2 }] }, sections);
  expect(inWords(properties?.['A'])).toBe('one of: 1, 2');
  expect(inWords(properties?.['B'])).toBe('one of: 1, not set');
});

import { describe as inWords, Reference, Unknown } from '../../lib/template';
import { HERE, using, valueIn } from './several-templates';

const nesting = (Parameters: object, sections: object = {}, path = 'child.json') => ({
  body: {
    ...sections,
    Resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Child: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': path }, Properties: { Parameters } },
      Subject: { Type: 'T', Properties: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Out'] } } },
    },
  },
});
const child = (Parameters: object, value: unknown, sections: object = {}) => ({
  body: { ...sections, Parameters, ...using(value), Outputs: { Out: { Value: { Ref: 'Subject' } } } },
});
const text = { Type: 'String' };
const nestedStack = (Env: string) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: './child.json', Parameters: { Env } },
});

describe('nested stacks', () => {
  test('a parameter is what the parent passes, an output what the child makes', () => {
    const given = {
      'p/main.json': nesting({ KeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
      'p/child.json': child({ KeyArn: text }, { Ref: 'KeyArn' }),
    };
    expect(valueIn('p/child.json', given)).toEqual(new Reference('Key', 'Arn', 'p/main.json'));
    expect(valueIn('p/main.json', given)).toEqual(new Reference('Subject', undefined, 'p/child.json'));
  });

  test('what the parent does not pass has its default for good', () => {
    const Conditions = { On: { 'Fn::Equals': [{ Ref: 'Switch' }, 'on'] } };
    const given = {
      'main.json': nesting({}),
      'child.json': child({ Switch: { ...text, Default: 'off' } }, { 'Fn::If': ['On', 1, 2] }, { Conditions }),
    };
    expect(valueIn('child.json', given)).toBe(2);
  });

  test('what the parent passes from a default of its own stays open in conditions', () => {
    const Conditions = { On: { 'Fn::Equals': [{ Ref: 'Switch' }, 'on'] } };
    const given = {
      'main.json': nesting({ Switch: { Ref: 'Top' } }, { Parameters: { Top: { ...text, Default: 'off' } } }),
      'child.json': child(
        { Switch: text },
        { 'Fn::If': ['On', { 'Fn::Sub': '1-${Switch}' }, { 'Fn::Sub': '2-${Switch}' }] },
        { Conditions },
      ),
    };
    expect(inWords(valueIn('child.json', given))).toBe('one of: "1-on", "2-off"');
  });

  test('a reference that is passed is never empty', () => {
    const Conditions = { None: { 'Fn::Equals': [{ Ref: 'KeyArn' }, ''] } };
    const given = {
      'main.json': nesting({ KeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
      'child.json': child(
        { KeyArn: { ...text, Default: '' } },
        { 'Fn::If': ['None', 'no key', 'key'] },
        { Conditions },
      ),
    };
    expect(valueIn('child.json', given)).toBe('key');
  });

  test('a list that is passed as text is a list again', () => {
    const given = {
      'main.json': nesting({ Ids: { 'Fn::Join': [',', [{ Ref: 'Key' }, { Ref: 'Key' }, 'x']] } }),
      'child.json': child({ Ids: { Type: 'List<AWS::EC2::Subnet::Id>' } }, { 'Fn::Select': [2, { Ref: 'Ids' }] }),
    };
    expect(valueIn('child.json', given)).toBe('x');
  });

  test('a template that is nested twice has both values, and conditions see both', () => {
    const Conditions = {
      Prod: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
      Qa: { 'Fn::Equals': [{ Ref: 'Env' }, 'qa'] },
    };
    const value = { 'Fn::If': ['Qa', 'never', { 'Fn::If': ['Prod', { Ref: 'Env' }, { 'Fn::Sub': 'not ${Env}' }] }] };
    const given = {
      'main.json': { body: { Resources: { A: nestedStack('prod'), B: nestedStack('dev') } } },
      'child.json': child({ Env: text }, value, { Conditions }),
    };
    expect(inWords(valueIn('child.json', given))).toBe('one of: "prod", "not dev"');
  });

  test('templates that nest each other end', () => {
    const given = {
      'main.json': nesting({ P: { 'Fn::GetAtt': ['Child', 'Outputs.Out'] } }),
      'child.json': {
        body: {
          ...nesting({ P: { Ref: 'P' } }, { Parameters: { P: text } }, 'main.json').body,
          Outputs: { Out: { Value: { Ref: 'P' } } },
        },
      },
    };
    expect(valueIn('main.json', given)).toBeInstanceOf(Unknown);
  });

  test.each([
    ['AWS::CloudFormation::Stack', 'TemplateURL', 'AWS::AccountId'],
    ['AWS::Serverless::Application', 'Location', 'AWS::AccountId'],
    ['AWS::CloudFormation::StackSet', 'TemplateURL', 'main.json#AWS::AccountId'],
  ])('%s: whose account the parent passes', (Type, place, source) => {
    const Properties = { [place]: './child.json', Parameters: { Owner: { Ref: 'AWS::AccountId' } } };
    const listed = {
      ...Properties,
      Parameters: [{ ParameterKey: 'Owner', ParameterValue: { Ref: 'AWS::AccountId' } }],
    };
    const Child = { Type, Properties: Type.endsWith('Set') ? listed : Properties };
    const given = {
      'main.json': { body: { Resources: { Child } } },
      'child.json': child({ Owner: text }, { Ref: 'Owner' }),
    };
    expect(valueIn('child.json', given)).toMatchObject({ source });
  });

  test('a nested stack that was not read stays a reference', () => {
    expect(valueIn('main.json', { 'main.json': nesting({}) })).toEqual(
      new Reference('Child', 'Outputs.Out', 'main.json'),
    );
  });
});

test('the body of a stack set is a template of the unit', () => {
  const inner = { Parameters: { Days: { Type: 'Number' } }, ...using({ Ref: 'Days' }) };
  const Properties = {
    StackSetName: 'all',
    TemplateBody: JSON.stringify(inner),
    Parameters: [{ ParameterKey: 'Days', ParameterValue: '30' }],
  };
  const given = {
    'a.json': { body: { Resources: { Set: { Type: 'AWS::CloudFormation::StackSet', Properties } } }, options: HERE },
  };
  expect(valueIn('a.json#Set', given)).toBe('30');
});

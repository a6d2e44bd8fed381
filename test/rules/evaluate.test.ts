import { profileById } from '../../lib/profiles';
import { evaluateRules, OUTPUT, PARAMETER, type Rule } from '../../lib/rules';
import { accompanied, among, anyOf, noneOf, property, when } from '../../lib/rules/check';
import { describe as inWords, graphOf, templateFromObject, type Graph, type Value } from '../../lib/template';

const profile = profileById('hk-s17');

const rule = (over: Partial<Rule>): Rule => ({
  id: 'test-rule',
  control: 'GOV-01',
  message: 'Wrong.',
  remediation: 'Mend it.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: () => ({ status: 'pass' }),
  ...over,
});

const graph = graphOf([
  templateFromObject('a.json', {
    Parameters: { Size: { Type: 'Number', Default: 3 } },
    Resources: {
      First: { Type: 'AWS::S3::Bucket' },
      Queue: { Type: 'AWS::SQS::Queue' },
      Second: { Type: 'AWS::S3::Bucket' },
    },
    Outputs: { Name: { Value: { Ref: 'First' } } },
  }),
]);

const judged = (over: Partial<Rule>): readonly string[] =>
  evaluateRules(graph, [rule(over)], { profile }).map(
    ({ resource, result }) => `${resource.logicalId} ${result.status}`,
  );

describe('evaluateRules', () => {
  test.each<[string, Partial<Rule>, readonly string[]]>([
    ['each resource of the type', {}, ['First pass', 'Second pass']],
    ['every resource, but no declarations', { types: ['*'] }, ['First pass', 'Queue pass', 'Second pass']],
    ['parameters', { types: [PARAMETER] }, ['Size pass']],
    ['outputs', { types: [OUTPUT] }, ['Name pass']],
    ['a whole estate once, on its first resource of the type', { scope: 'estate' }, ['First pass']],
    ['nothing for an estate without the type', { scope: 'estate', types: ['AWS::KMS::Key'] }, []],
    ['no result that does not apply', { evaluate: () => ({ status: 'not-applicable' }) }, []],
    [
      'several results on one resource',
      { types: ['AWS::SQS::Queue'], evaluate: () => [{ status: 'fail' }, { status: 'pass' }] },
      ['Queue fail', 'Queue pass'],
    ],
  ])('judges %s', (_, over, expected) => {
    expect(judged(over)).toEqual(expected);
  });

  test('a rule that throws is unknown on its resource, and hides no other', () => {
    const thrower = rule({
      id: 'thrower',
      evaluate: ({ logicalId }) => {
        if (logicalId === 'First') throw new Error('no such thing');
        return { status: 'pass' };
      },
    });
    const outcomes = evaluateRules(graph, [thrower, rule({})], { profile });
    expect(outcomes.map(({ rule: { id }, resource, result }) => [id, resource.logicalId, result.status])).toEqual([
      ['thrower', 'First', 'unknown'],
      ['test-rule', 'First', 'pass'],
      ['thrower', 'Second', 'pass'],
      ['test-rule', 'Second', 'pass'],
    ]);
    expect(outcomes[0]?.result.because).toBe('rule threw: no such thing');
  });

  describe('judges each way that conditions can turn out', () => {
    const either = (whenTrue: unknown, whenFalse: unknown) => ({ 'Fn::If': ['Strict', whenTrue, whenFalse] });
    const noValue = { Ref: 'AWS::NoValue' };
    const conditional = (Properties: object, others: object = {}) =>
      graphOf([
        templateFromObject('a.json', {
          Parameters: { Stage: { Type: 'String' } },
          Conditions: { Strict: { 'Fn::Equals': [{ Ref: 'Stage' }, 'strict'] } },
          Resources: { Subject: { Type: 'T', Properties }, ...others },
        }),
      ]);
    const resultsOn = (subject: Graph, evaluate: Rule['evaluate']) =>
      evaluateRules(subject, [rule({ types: ['T'], evaluate })], { profile }).map(({ result }) => result);

    test('two properties that one condition decides are never mixed', () => {
      const subject = conditional({ Tokens: either('required', 'optional'), Endpoint: either('enabled', 'disabled') });
      const [result, ...more] = resultsOn(
        subject,
        anyOf(property('Tokens', among('required')), property('Endpoint', among('disabled'))),
      );
      expect(more).toEqual([]);
      expect(result?.status).toBe('pass');
    });

    test('a rule that applies in one way only fails in it', () => {
      const subject = conditional({ Action: either('deny', 'allow'), Protocol: -1 });
      const results = resultsOn(subject, property('Protocol', noneOf('-1'), when('Action', noneOf('deny'))));
      expect(results).toMatchObject([{ status: 'fail', property: 'Properties.Protocol', observed: -1 }]);
    });

    test('one failure on a property shows all that was observed there, and no pass', () => {
      const subject = conditional({ Tokens: either('optional', noValue) });
      const results = resultsOn(subject, property('Tokens', among('required')));
      expect(results).toMatchObject([{ status: 'fail', property: 'Properties.Tokens' }]);
      expect(inWords(results[0]?.observed as Value)).toBe('one of: "optional", "not set"');
    });

    test('an unknown outweighs a pass', () => {
      const subject = conditional({ Tokens: either('required', { Ref: 'Stage' }) });
      const results = resultsOn(subject, property('Tokens', among('required')));
      expect(results.map(({ status }) => status)).toEqual(['unknown']);
    });

    test('a resource of more than eight forms is judged as a whole', () => {
      const names = ['A', 'B', 'C', 'D'];
      const subject = graphOf([
        templateFromObject('a.json', {
          Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String' }])),
          Conditions: Object.fromEntries(names.map((name) => [name, { 'Fn::Equals': [{ Ref: name }, 'x'] }])),
          Resources: {
            Subject: {
              Type: 'T',
              Properties: Object.fromEntries(names.map((name) => [`Is${name}`, { 'Fn::If': [name, 'yes', 'no'] }])),
            },
          },
        }),
      ]);
      let judged = 0;
      const results = resultsOn(subject, (resource) => {
        judged++;
        return { status: 'fail', property: 'Properties.IsA', observed: resource.properties['IsA'] };
      });
      expect(judged).toBe(1);
      expect(inWords(results[0]?.observed as Value)).toBe('one of: "yes", "no"');
    });

    test('what points to the resource points to each form of it', () => {
      const subject = conditional(
        { Tokens: either('a', 'b') },
        { Log: { Type: 'Log', Properties: { For: { Ref: 'Subject' } } } },
      );
      const logged = accompanied({ namings: [{ type: 'Log', path: 'For' }], expected: 'a log' });
      expect(resultsOn(subject, logged).map(({ status }) => status)).toEqual(['pass']);
    });
  });
});

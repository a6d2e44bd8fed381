import { profileById } from '../../lib/profiles';
import { evaluateRules, OUTPUT, PARAMETER, type Rule } from '../../lib/rules';
import { graphOf, templateFromObject } from '../../lib/template';

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
});

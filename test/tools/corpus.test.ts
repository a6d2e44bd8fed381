import type { Finding } from '../../lib/model';
import { graphOf, templateFromObject } from '../../lib/template';
import { answer } from '../../tools/corpus/answer';
import type { Label } from '../../tools/corpus/labels';
import { renameResources } from '../../tools/corpus/rename';
import { scoreOf } from '../../tools/corpus/score';

const label = (more: Partial<Label> = {}): Label => ({
  id: 'L1',
  file: 't.json',
  source: 'stelligent/cfn_nag',
  ruleId: 'W35',
  resource: 'Bucket',
  resourceType: 'AWS::S3::Bucket',
  expect: 'fail',
  topic: 'logging',
  inScope: true,
  ...more,
});

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'F1',
  status: 'fail',
  rule: 'bucket-access-logged',
  control: 'LOG-01',
  category: 'logging',
  severity: 'low',
  message: 'm',
  remediation: 'r',
  template: 't.json',
  logicalId: 'Bucket',
  resourceType: 'AWS::S3::Bucket',
  ...more,
});

describe('a label of the corpus', () => {
  it.each<[string, Partial<Label>, Partial<Finding>, boolean]>([
    ['fail: the category fails on the resource', {}, {}, true],
    ['fail: it is unknown', {}, { status: 'unknown' }, false],
    ['fail: another category fails', {}, { category: 'detection' }, false],
    ['fail: another resource fails', {}, { logicalId: 'Other' }, false],
    ['fail: no resource is named', { resource: null }, { logicalId: 'Other' }, true],
    ['fail: a candidate fails', { resource: null, candidates: ['A', 'B'] }, { logicalId: 'B' }, true],
    ['fail: no candidate fails', { resource: null, candidates: ['A', 'B'] }, { logicalId: 'C' }, false],
    ['pass: the rule of the same question fails', { expect: 'pass' }, {}, false],
    ['pass: a stricter rule fails', { expect: 'pass' }, { rule: 'bucket-versioned' }, true],
    ['pass: the rule of the same question is unknown', { expect: 'pass' }, { status: 'unknown' }, true],
    ['suppressed: it is waived', { expect: 'suppressed' }, { status: 'waived' }, true],
    ['suppressed: it fails', { expect: 'suppressed' }, {}, false],
  ])('%s', (_, change, said, met) => {
    expect(answer(label(change), [finding(said)]).met).toBe(met);
  });

  it('says which of our rules are stricter than one that passes', () => {
    const stricter = finding({ rule: 'bucket-versioned' });
    expect(answer(label({ expect: 'pass' }), [stricter]).stricter).toEqual(['bucket-versioned']);
  });

  it('is left out when it is called suppressed and there is nothing to waive', () => {
    const answers = [answer(label({ expect: 'suppressed' }), [finding({ status: 'pass' })])];
    expect(scoreOf('logging', answers).suppressed).toEqual({ labels: 1, met: 0, fairLabels: 0, fairMet: 0 });
  });
});

test('a template whose resources have other names resolves to the same', () => {
  const body = {
    Parameters: { A: { Type: 'String', Default: 'x' } },
    Resources: {
      B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: 'A' } } },
      C: {
        Type: 'AWS::S3::Bucket',
        DependsOn: ['B'],
        Properties: {
          BucketName: { 'Fn::Sub': ['${B}-${A}-${D}-${!B}', { D: { 'Fn::GetAtt': ['B', 'Arn'] } }] },
          Tags: [
            { Key: 'B', Value: { 'Fn::Sub': '${B.Arn}/B' } },
            { Key: 'k', Value: { 'Fn::GetAtt': 'B.Arn' } },
          ],
        },
      },
    },
  };
  const renamed = renameResources(
    body,
    new Map([
      ['B', 'X'],
      ['C', 'Y'],
    ]),
  ) as object;
  const [template] = graphOf([templateFromObject('t.json', renamed)]).templates;
  const back = JSON.parse(
    JSON.stringify(renamed)
      .replaceAll('"X"', '"B"')
      .replaceAll('"Y"', '"C"')
      .replaceAll(/X(?=[.}])/g, 'B'),
  );
  expect(template?.resource('Y')?.dependsOn).toEqual(['X']);
  expect(template?.resource('Y')?.properties['Tags']).toMatchObject([{ Key: 'B' }, { Value: { logicalId: 'X' } }]);
  expect(back).toEqual(body);
});

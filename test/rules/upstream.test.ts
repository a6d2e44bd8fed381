import * as cdkNag from 'cdk-nag';
import { ruleById, rulesForUpstream, type UpstreamSource } from '../../lib/rules';
import { CDK_NAG } from '../../lib/rules/upstream/cdk-nag';
import packs from '../../lib/rules/upstream/cdk-nag-packs.json';
import { CFN_NAG } from '../../lib/rules/upstream/cfn-nag';
import { CHECKOV } from '../../lib/rules/upstream/checkov';
import { GUARD } from '../../lib/rules/upstream/guard';
import { cdkNagPacks } from '../../tools/docs/cdk-nag-packs';

const SOURCES: readonly (readonly [UpstreamSource, Readonly<Record<string, readonly string[]>>])[] = [
  ['checkov', CHECKOV],
  ['cfn-nag', CFN_NAG],
  ['guard', GUARD],
  ['cdk-nag', CDK_NAG],
];

/** Identifiers first, then names; within them by letters, then by number. */
function inOrder(a: string, b: string): number {
  return Number(!/\d$/.test(a)) - Number(!/\d$/.test(b)) || a.localeCompare(b, 'en', { numeric: true });
}

describe.each(SOURCES)('the map of %s', (source, map) => {
  test('names rules of ours only, each once and in order', () => {
    const named = Object.values(map).flat();
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((id) => ruleById(id) === undefined)).toEqual([]);
    const disordered = Object.entries(map).filter(([, ids]) => ids.join() !== [...new Set(ids)].toSorted().join());
    expect(disordered).toEqual([]);
  });

  test('lists what is answered in order, and then what is not', () => {
    const answered = Object.keys(map).filter((id) => map[id]?.length);
    expect(Object.keys(map).slice(0, answered.length)).toEqual(answered);
    const order = source === 'checkov' || source === 'cfn-nag' ? inOrder : undefined;
    expect(answered).toEqual(answered.toSorted(order));
  });

  test('is what a look-up answers', () => {
    expect(Object.keys(map).filter((id) => rulesForUpstream(source, id) !== map[id])).toEqual([]);
    expect(rulesForUpstream(source, 'NO_SUCH_RULE')).toBeUndefined();
    expect(rulesForUpstream(source, 'toString')).toBeUndefined();
  });
});

describe('ids of cdk-nag', () => {
  test('every rule of the installed version is known', () => {
    const names = Object.values(cdkNag.rules).flatMap((family) => Object.keys(family));
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => !(name in CDK_NAG))).toEqual([]);
  });

  test('the table of packs is that of the installed version', () => {
    expect(Object.values(cdkNagPacks()).map((text): unknown => JSON.parse(text))).toEqual([packs]);
  });

  test('every id that a pack made up leads to a rule', () => {
    expect(Object.keys(packs).length).toBeGreaterThan(100);
    expect(Object.entries(packs).filter(([id, rule]) => rulesForUpstream('cdk-nag', id) !== CDK_NAG[rule])).toEqual([]);
  });

  test.each(['AwsSolutions-S1', 'NIST.800.53.R5-S3BucketLoggingEnabled', 'S3BucketLoggingEnabled'])(
    '%s is the access log of a bucket',
    (id) => {
      expect(rulesForUpstream('cdk-nag', id)).toEqual(['bucket-access-logged']);
      expect(rulesForUpstream('cdk-nag', `${id}[Resource::*]`)).toEqual(['bucket-access-logged']);
    },
  );

  test('a suffix of another pack is not known', () => {
    expect(rulesForUpstream('cdk-nag', 'NIST.800.53.R5-S1')).toBeUndefined();
  });
});

test('a suppression of a known question waives our rule of the same question, and nothing else', () => {
  expect(rulesForUpstream('cfn-nag', 'W37')).toEqual(['ebs-volume-customer-key']);
  expect(rulesForUpstream('checkov', 'CKV_AWS_18')).toEqual(['bucket-access-logged']);
  expect(rulesForUpstream('guard', 'S3_BUCKET_LOGGING_ENABLED')).toEqual(['bucket-access-logged']);
  expect(rulesForUpstream('cfn-nag', 'W28')).toEqual([]);
});

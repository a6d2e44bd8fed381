import { App, Stack, Validations, aws_s3 as s3, aws_sqs as sqs } from 'aws-cdk-lib';
import { gate, type GateOptions } from '../../lib/gate';
import type { Waiver } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { template } from './support/databases';
import { Scratch } from './support/scratch';
import { waiver } from './support/waiver';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const RULE = 'suppression-registered';
const now = new Date('2026-11-26T00:00:00Z');

async function judge(path: string, waivers?: readonly Waiver[], more: Partial<GateOptions> = {}) {
  const inputs = [path];
  const given = waivers === undefined ? {} : { waivers };
  const result = await gate({ inputs, profile: profileById('hk-s17'), includePassed: true, now, ...given, ...more });
  const found = result.findings.filter(({ rule }) => rule === RULE);
  return { ...result, found, statuses: found.map(({ status }) => status) };
}

const bucket = (metadata: object, whole: object = {}) =>
  scratch.write('bucket.json', template({ Bucket: { Type: 'AWS::S3::Bucket', Metadata: metadata } }, whole));

const nag = (entry: object) => ({ cdk_nag: { rules_to_suppress: [entry] } });
const versioned = { cfn_nag: { rules_to_suppress: [{ id: 'W35', reason: 'kept elsewhere' }] } };

describe('a suppression inside a template that no register holds', () => {
  it.each<[string, object, string]>([
    ['cfn_nag', versioned, 'cfn_nag suppresses W35'],
    ['cdk_nag', nag({ id: 'AwsSolutions-S1', reason: 'x' }), 'cdk_nag suppresses AwsSolutions-S1'],
    [
      'cdk_nag, narrowed',
      nag({ id: 'A-1', reason: 'x', applies_to: ['Action::*'] }),
      'cdk_nag suppresses A-1[Action::*]',
    ],
    ['checkov', { checkov: { skip: [{ id: 'CKV_AWS_21', comment: 'x' }] } }, 'checkov suppresses CKV_AWS_21'],
    [
      'guard',
      { guard: { SuppressedRules: ['S3_BUCKET_VERSIONING_ENABLED'] } },
      'guard suppresses S3_BUCKET_VERSIONING_ENABLED',
    ],
    ['cfn-lint', { 'cfn-lint': { config: { ignore_checks: ['E3012'] } } }, 'cfn-lint suppresses E3012'],
    ['a rule that holds', nag({ id: 'bucket-not-public', reason: 'x' }), 'cdk_nag suppresses bucket-not-public'],
    ['a rule that nobody knows', nag({ id: 'X-99', reason: 'x' }), 'cdk_nag suppresses X-99'],
  ])('is a finding: %s', async (_, metadata, observed) => {
    const { found, warnings } = await judge(bucket(metadata));
    expect(found).toMatchObject([
      {
        status: 'fail',
        control: 'GOV-10',
        category: 'governance',
        logicalId: 'Bucket',
        resourceType: 'AWS::S3::Bucket',
        property: expect.stringMatching(/^Metadata\./),
        evidence: { observed, expected: 'a waiver in the register for the same rule and place' },
        location: { line: expect.any(Number) },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('is a finding also where it stands on the template as a whole', async () => {
    const whole = { Metadata: { 'cfn-lint': { config: { ignore_checks: ['W2001', 'E3012'] } } } };
    const { found } = await judge(bucket({}, whole));
    expect(found.map(({ logicalId, evidence }) => `${logicalId}: ${String(evidence?.observed)}`).toSorted()).toEqual([
      ': cfn-lint suppresses E3012',
      ': cfn-lint suppresses W2001',
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('leaves what it suppresses as it is, and tells its reason', async () => {
    const { findings, found } = await judge(bucket(nag({ id: 'bucket-versioned', reason: 'kept elsewhere' })));
    expect(findings.find(({ rule }) => rule === 'bucket-versioned')?.status).toBe('fail');
    expect(found[0]?.evidence?.because).toBe('its reason: kept elsewhere');
  });

  it('is none for a template without suppressions, or with metadata of another kind', async () => {
    expect((await judge(bucket({ 'aws:cdk:path': 'A/B', cfn_nag: { rules_to_suppress: 'W35' } }))).found).toEqual([]);
  });

  it('is none where suppressions are to be honoured', async () => {
    expect((await judge(bucket(versioned), undefined, { inline: 'honour' })).found).toEqual([]);
  });

  it('can be announced before it blocks', async () => {
    const { found, warnings } = await judge(bucket(versioned), undefined, { blocksFrom: { [RULE]: '2027-01-01' } });
    expect(found).toEqual([]);
    expect(warnings).toMatchObject([{ kind: 'rule-announced' }]);
  });
});

describe('a suppression that a register holds', () => {
  const scope = { logicalId: 'Bucket' };
  const access = { cfn_nag: { rules_to_suppress: [{ id: 'W35', reason: 'kept elsewhere' }] } };

  it.each<[string, Partial<Waiver>]>([
    ['by our rule that asks the same', { rule: 'bucket-access-logged' }],
    ['by the control of that rule', { rule: undefined, control: 'LOG-09' }],
    ['by the id that is written', { rule: 'W35' }],
    ['of the same property', { rule: 'bucket-access-logged', scope: { ...scope, property: 'Properties.*' } }],
  ])('%s is no finding', async (_, more) => {
    const control = (await judge(bucket(access))).findings.find(({ rule }) => rule === 'bucket-access-logged')?.control;
    const subject = more.control === undefined ? {} : { control: control ?? '' };
    const { statuses, warnings } = await judge(bucket(access), [waiver({ scope, ...more, ...subject })]);
    expect(statuses).toEqual(['pass']);
    expect(warnings).toEqual([]);
  });

  it.each<[string, Partial<Waiver>]>([
    ['for another rule', { rule: 'bucket-versioned' }],
    ['for another place', { rule: 'bucket-access-logged', scope: { logicalId: 'Other' } }],
    ['until yesterday', { rule: 'bucket-access-logged', expires: '2026-11-25' }],
  ])('%s is a finding still', async (_, more) => {
    expect((await judge(bucket(access), [waiver({ scope, ...more })])).statuses).toEqual(['fail']);
  });

  it('can be waived as such', async () => {
    const { found } = await judge(bucket(access), [waiver({ rule: RULE, scope })]);
    expect(found).toMatchObject([{ status: 'waived', waiver: 'W-1' }]);
  });
});

describe('what CDK code acknowledges', () => {
  async function acknowledged(id: string, waivers?: readonly Waiver[]) {
    const outdir = scratch.path(`cdk.out-${Math.random().toString(36).slice(2)}`);
    const app = new App({ outdir });
    const stack = new Stack(app, 'Stack');
    new s3.Bucket(stack, 'Records');
    new sqs.Queue(stack, 'Queue');
    Validations.of(stack).acknowledge({ id, reason: 'kept elsewhere' });
    app.synth();
    return judge(outdir, waivers);
  }

  it.each<[string, string]>([
    ['our rule', 'HongKongGovernment::HongKongGovernment-bucket-versioned'],
    ['a rule of cdk-nag whose question a finding answers', 'NIST.800.53.R5::NIST.800.53.R5-S3BucketVersioningEnabled'],
  ])('of %s is a finding where the rule judges', async (_, id) => {
    const { found } = await acknowledged(id);
    expect(found.map(({ constructPath, status }) => [constructPath, status])).toEqual([
      ['Stack/Records/Resource', 'fail'],
    ]);
    const scope = { constructPath: 'Stack/Records/Resource' };
    expect((await acknowledged(id, [waiver({ rule: 'bucket-versioned', scope })])).statuses).not.toContain('fail');
  });

  it('of another engine’s rules is that engine’s matter', async () => {
    expect((await acknowledged('AwsSolutions::AwsSolutions-IAM5[Resource::*]')).found).toEqual([]);
    expect((await acknowledged('AwsSolutions::AwsSolutions-VPC7')).found).toEqual([]);
  });
});

import { gate, type InlineMode } from '../../lib/gate';
import type { Engine, Finding } from '../../lib/model';
import { profileById } from '../../lib/profiles';
import { template } from './support/databases';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const profile = profileById('hk-s17');
const run = (path: string, inline?: InlineMode, engines: readonly Engine[] = []) =>
  gate({ inputs: [path], profile, engines, maxUnknown: 99, ...(inline === undefined ? {} : { inline }) });

/** A bucket without versioning, with what its template asks of checkers. */
const bucket = (metadata: object) =>
  scratch.write('bucket.json', template({ Bucket: { Type: 'AWS::S3::Bucket', Metadata: metadata } }));

const versioned = (findings: readonly Finding[]) => findings.find(({ rule }) => rule === 'bucket-versioned');

const cfnNag = (id: string) => ({ cfn_nag: { rules_to_suppress: [{ id, reason: 'kept elsewhere' }] } });
const cdkNag = (id: string) => ({ cdk_nag: { rules_to_suppress: [{ id, reason: 'kept elsewhere' }] } });

describe('a suppression inside a template', () => {
  it.each<[string, object, string]>([
    ['cfn_nag', { cfn_nag: { rules_to_suppress: [{ id: 'W35', reason: 'kept elsewhere' }] } }, 'bucket-access-logged'],
    ['cdk_nag, by the pack’s number', cdkNag('AwsSolutions-S1'), 'bucket-access-logged'],
    ['cdk_nag, by the rule’s name', cdkNag('NIST.800.53.R5-S3BucketVersioningEnabled'), 'bucket-versioned'],
    ['checkov', { checkov: { skip: [{ id: 'CKV_AWS_21', comment: 'kept elsewhere' }] } }, 'bucket-versioned'],
    ['guard', { guard: { SuppressedRules: ['S3_BUCKET_VERSIONING_ENABLED'] } }, 'bucket-versioned'],
    [
      'guard, with a reason',
      { guard: { SuppressedRules: [{ S3_BUCKET_VERSIONING_ENABLED: 'kept elsewhere' }] } },
      'bucket-versioned',
    ],
    ['our own rule', cdkNag('bucket-versioned'), 'bucket-versioned'],
    ['our own rule in a pack', cdkNag('HongKongGovernment-bucket-versioned'), 'bucket-versioned'],
  ])('of %s waives what it covers, when it is to be honoured', async (_, metadata, rule) => {
    const strict = await run(bucket(metadata));
    const honoured = await run(bucket(metadata), 'honour');
    expect(strict.findings.find((finding) => finding.rule === rule)?.status).toBe('fail');
    expect(honoured.findings.find((finding) => finding.rule === rule)).toMatchObject({
      status: 'waived',
      waiver: expect.stringMatching(/^inline:[a-z_]+:\S+$/),
    });
    // Of the two that fail with it, one is the suppression itself.
    expect(honoured.summary).toMatchObject({ fail: strict.summary.fail - 2, waived: 1 });
    expect(honoured.warnings).toEqual([]);
  });

  it('keeps its reason beside what was found', async () => {
    const { findings } = await run(bucket(cdkNag('bucket-versioned')), 'honour');
    expect(versioned(findings)?.evidence).toMatchObject({ observed: 'not set', because: 'kept elsewhere' });
  });

  it.each<[string, object]>([
    ['of another resource’s rule', cdkNag('sqs-queue-encrypted')],
    ['whose id only ends like a rule', cdkNag('not-bucket-versioned')],
    ['of an unknown rule', cfnNag('W9999')],
    ['under another checker’s key', { cfn_nag: { rules_to_suppress: [{ id: 'S3_BUCKET_VERSIONING_ENABLED' }] } }],
    ['of one finding of a rule', cdkNag('S3BucketVersioningEnabled[Resource::*]')],
    [
      'narrowed by applies_to',
      { cdk_nag: { rules_to_suppress: [{ id: 'bucket-versioned', reason: 'x', applies_to: ['Resource::*'] }] } },
    ],
    ['that is no list', { cdk_nag: { rules_to_suppress: 'bucket-versioned' } }],
    ['whose entries are no maps', { cfn_nag: { rules_to_suppress: ['W41'] }, checkov: { skip: [null, 7] } }],
    ['with null under the key', { cdk_nag: null, guard: { SuppressedRules: [null] } }],
  ])('%s waives nothing', async (_, metadata) => {
    const { findings, summary } = await run(bucket(metadata), 'honour');
    expect(versioned(findings)?.status).toBe('fail');
    expect(summary.waived).toBe(0);
  });

  it('covers a finding of another engine by its id, and one in brackets by all of it', async () => {
    const engine: Engine = {
      id: 'other',
      evaluate: () =>
        Promise.resolve({ findings: ['X-1', 'X-2[Action::*]', 'X-2'].map(foreign), errors: [], evaluated: 3 }),
    };
    const path = bucket({
      cdk_nag: {
        rules_to_suppress: [
          { id: 'X-1', reason: '' },
          { id: 'X-2[Action::*]', reason: '' },
        ],
      },
    });
    const { findings } = await run(path, 'honour', [engine]);
    const waived = findings.filter(({ status }) => status === 'waived').map(({ rule }) => rule);
    expect(waived.toSorted()).toEqual(['X-1', 'X-2[Action::*]']);

    function foreign(rule: string): Finding {
      return {
        id: rule,
        status: 'fail',
        rule,
        control: null,
        category: 'governance',
        severity: 'high',
        message: 'Wrong.',
        remediation: 'Mend.',
        template: path,
        logicalId: 'Bucket',
        resourceType: 'AWS::S3::Bucket',
      };
    }
  });
});

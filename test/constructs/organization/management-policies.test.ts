import {
  aiServicesOptOut,
  backupPolicy,
  ec2DeclarativePolicy,
  s3PublicAccessPolicy,
  tagPolicy,
} from '../../../constructs/organization';
import { policyDocumentProblems } from '../../../lib/proofs/guardrails';

describe('ec2DeclarativePolicy', () => {
  const message = 'Ask the cloud team.';

  test('fixes every attribute by default', () => {
    expect(ec2DeclarativePolicy({ message }).document).toEqual({
      ec2_attributes: {
        exception_message: { '@@assign': message },
        instance_metadata_defaults: {
          http_tokens: { '@@assign': 'required' },
          http_put_response_hop_limit: { '@@assign': '1' },
          http_endpoint: { '@@assign': 'enabled' },
          instance_metadata_tags: { '@@assign': 'no_preference' },
        },
        image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
        serial_console_access: { status: { '@@assign': 'disabled' } },
        snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
        vpc_block_public_access: {
          internet_gateway_block: {
            mode: { '@@assign': 'block_ingress' },
            exclusions_allowed: { '@@assign': 'enabled' },
          },
        },
      },
    });
  });

  test('leaves out what accounts set themselves, whatever the order', () => {
    const policy = ec2DeclarativePolicy({ message, attributes: ['serialConsole', 'imagePublicAccess'] });
    expect(Object.keys(JSON.parse(JSON.stringify(policy.document)).ec2_attributes)).toEqual([
      'exception_message',
      'image_block_public_access',
      'serial_console_access',
    ]);
  });
});

describe('tagPolicy', () => {
  const tags = { classification: ['UNCLASSIFIED'], environment: ['production', 'non-production'] };

  test('states spelling and values, and enforces them on data stores', () => {
    const { document } = tagPolicy({ tags });
    expect(document).toMatchObject({
      tags: {
        classification: { tag_key: { '@@assign': 'classification' }, tag_value: { '@@assign': ['UNCLASSIFIED'] } },
        environment: {
          tag_value: { '@@assign': ['production', 'non-production'] },
          enforced_for: { '@@assign': expect.arrayContaining(['s3:bucket', 'dynamodb:table']) },
        },
      },
    });
  });

  test('can only report', () => {
    expect(JSON.stringify(tagPolicy({ tags, enforcedFor: [] }).document)).not.toContain('enforced_for');
  });

  test('refuses a tag without values', () => {
    expect(() => tagPolicy({ tags: { department: [] } })).toThrow(/found no values for the tag "department"/);
  });
});

test('backupPolicy backs up what has a tier, by the role and into the vault of each account', () => {
  const options = {
    partition: 'aws-us-gov',
    regions: ['us-gov-west-1'],
    vaultName: 'zone',
    roleName: 'zone-backup',
  } as const;
  const { type, document } = backupPolicy({ ...options, namePrefix: 'zone', timeZone: 'America/New_York' });
  expect(policyDocumentProblems(type, document)).toEqual([]);
  expect(document).toMatchObject({
    plans: {
      'zone-weekly': {
        regions: { '@@assign': ['us-gov-west-1'] },
        rules: {
          weekly: {
            target_backup_vault_name: { '@@assign': 'zone' },
            lifecycle: { delete_after_days: { '@@assign': '35' } },
          },
        },
        selections: {
          tags: { tiers: { iam_role_arn: { '@@assign': 'arn:aws-us-gov:iam::$account:role/zone-backup' } } },
        },
      },
    },
  });
  // A copy would need a vault elsewhere.
  expect(JSON.stringify(document)).not.toContain('copy_actions');
});

test('aiServicesOptOut cannot be undone below', () => {
  const none = { '@@operators_allowed_for_child_policies': ['@@none'] };
  expect(aiServicesOptOut().document).toEqual({
    services: { ...none, default: { ...none, opt_out_policy: { ...none, '@@assign': 'optOut' } } },
  });
});

test('s3PublicAccessPolicy blocks all public access', () => {
  expect(s3PublicAccessPolicy('agency')).toMatchObject({
    name: 'agency-s3-public-access',
    type: 'S3_POLICY',
    document: { s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } },
  });
});

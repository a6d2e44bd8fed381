import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { requestOf } from './support/custom-resource';
import { runBundle, type Sdk } from './support/run-bundle';

const HANDLERS = 'lib/handlers';

/** Properties that a handler understands, and an AWS in which what they ask can be done; made anew for each test. */
interface World {
  readonly properties: object;
  readonly sdk: () => Sdk;
}

const WORLDS: Readonly<Record<string, World>> = {
  'account-password-policy': { properties: { MinimumPasswordLength: '14' }, sdk: () => () => ({}) },
  'attachment-acceptance': { properties: { AttachmentId: 'tgw-attach-1' }, sdk: attachment },
  'default-group': { properties: { DefaultSecurityGroupId: 'sg-1' }, sdk: groupWithRules },
  'delegated-administration': {
    properties: {
      AccountId: '110000000003',
      Services: ['guardduty', 'macie', 'inspector2', 'access-analyzer.amazonaws.com'],
    },
    sdk: () => () => ({}),
  },
  'hub-attachment': {
    properties: { TransitGatewayId: 'tgw-1', ResourceId: 'vpn-1' },
    sdk: () => () => ({
      TransitGatewayAttachments: [{ State: 'available', TransitGatewayAttachmentId: 'tgw-attach-1' }],
    }),
  },
  'managed-domain-list': {
    properties: { Name: 'AWSManagedDomainsMalwareDomainList' },
    sdk: () => () => ({
      FirewallDomainLists: [{ Id: 'rslvr-fdl-1', Name: 'AWSManagedDomainsMalwareDomainList', ManagedOwnerName: 'AWS' }],
    }),
  },
  'object-copy': {
    properties: { Account: '110000000001', SourceBucket: 'assets', SourceKey: 'a', Bucket: 'hook', Key: 'b' },
    sdk: () => () => ({}),
  },
  'organization-detection': {
    properties: { Services: ['guardduty', 'macie', 'inspector2'] },
    sdk: () => () => ({ DetectorIds: ['d-1'] }),
  },
  'stored-key': {
    properties: {
      Alias: 'alias/e-services/data/confidential',
      KeyStoreId: 'cks-1',
      Origin: 'AWS_CLOUDHSM',
      Description: 'data of e-services',
      KeyPolicy: { Statement: [] },
    },
    sdk: keyStore,
  },
};

/** An attachment that is available once it was accepted. */
function attachment(): Sdk {
  let State = 'pendingAcceptance';
  return (_, call) => {
    if (call.startsWith('accept')) State = 'available';
    return { TransitGatewayVpcAttachments: [{ State }] };
  };
}

/** A security group whose rules are gone once they were revoked. */
function groupWithRules(): Sdk {
  let rules = [{ SecurityGroupRuleId: 'sgr-1', IsEgress: true }];
  return (_, call) => {
    if (call.startsWith('revoke')) rules = [];
    return { SecurityGroupRules: rules };
  };
}

/** A connected key store, in which a key can be described once it was made. */
function keyStore(): Sdk {
  const KeyMetadata = { Arn: 'arn:aws:kms:ap-east-1:110000000011:key/1', KeyId: '1', CustomKeyStoreId: 'cks-1' };
  let isMade = false;
  return (_, call) => {
    if (call === 'createKey') isMade = true;
    if (call === 'describeKey' && !isMade) throw Object.assign(new Error('no'), { name: 'NotFoundException' });
    return {
      KeyMetadata,
      ResourceTagMappingList: [],
      CustomKeyStores: [{ CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'CONNECTED' }],
    };
  };
}

const refusing: Sdk = () => {
  throw Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
};

test('every custom resource stands in the table', () => {
  const made = readdirSync(HANDLERS).filter((name) => {
    const entry = join(HANDLERS, name, 'index.ts');
    return existsSync(entry) && readFileSync(entry, 'utf8').includes('customResource(');
  });
  expect(Object.keys(WORLDS).toSorted()).toEqual(made.toSorted());
});

describe.each(Object.entries(WORLDS))('the custom resource %s', (name, { properties, sdk }) => {
  const create = requestOf('Create', { ...properties });

  /** The one answer to a request. */
  async function answer(request: object, aws: Sdk, lost = 0) {
    const { answers, calls } = await runBundle(name, properties, aws, request, lost);
    expect(answers).toHaveLength(1);
    return { ...answers[0], calls };
  }

  test('is created, and created again to the same end', async () => {
    const aws = sdk();
    const first = await answer(create, aws);
    expect(first).toMatchObject({ Status: 'SUCCESS', RequestId: 'request', StackId: 'stack' });
    const again = await answer(create, aws);
    expect({ ...again, calls: [] }).toEqual({ ...first, calls: [] });
  });

  test('is updated and deleted under the id that it has', async () => {
    const aws = sdk();
    const { PhysicalResourceId: id } = { PhysicalResourceId: '', ...(await answer(create, aws)) };
    const update = requestOf('Update', { ...properties }, id);
    expect(await answer(update, aws)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
    const remove = requestOf('Delete', { ...properties }, id);
    expect(await answer(remove, aws)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
    expect(await answer(remove, aws)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: id });
  });

  test('tells why AWS refused, is taken back, and is made by the next run', async () => {
    const refused = await answer(create, refusing);
    expect(refused).toMatchObject({ Status: 'FAILED', Reason: 'AccessDenied: not authorized' });
    expect(refused.calls.length).toBeGreaterThan(0);
    const rollback = requestOf('Delete', { ...properties }, 'Resource');
    expect(refused).toMatchObject({ PhysicalResourceId: 'Resource' });
    expect(await answer(rollback, sdk())).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'Resource' });
    expect(await answer(create, sdk())).toMatchObject({ Status: 'SUCCESS' });
  });

  test('an update that AWS refuses leaves the id, so that nothing is replaced', async () => {
    const update = requestOf('Update', { ...properties }, 'made-before');
    expect(await answer(update, refusing)).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'made-before' });
  });

  test('answers again when the answer gets lost', async () => {
    expect(await answer(create, sdk(), 2)).toMatchObject({ Status: 'SUCCESS' });
  });
});

import { INLINE, runBundle as run, sourceOf, type Sdk } from './support/run-bundle';

test.each(INLINE)('%s fits into a template and needs nothing but the SDK of the runtime', (name) => {
  const source = sourceOf(name);
  expect(source.length).toBeLessThanOrEqual(16_384);
  const required = [...source.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
  expect(required.filter((each) => !/^(@aws-sdk\/|node:)/.test(each))).toEqual([]);
});

test('attachment-acceptance asks EC2 for the state, and accepts', async () => {
  const states = ['pendingAcceptance', 'available'];
  const { calls, answers } = await run('attachment-acceptance', { AttachmentId: 'tgw-attach-1' }, (_, call) =>
    call.startsWith('describe') ? { TransitGatewayVpcAttachments: [{ State: states.shift() }] } : {},
  );
  expect(calls).toEqual([
    'EC2.describeTransitGatewayVpcAttachments {"TransitGatewayAttachmentIds":["tgw-attach-1"]}',
    'EC2.acceptTransitGatewayVpcAttachment {"TransitGatewayAttachmentId":"tgw-attach-1"}',
    'EC2.describeTransitGatewayVpcAttachments {"TransitGatewayAttachmentIds":["tgw-attach-1"]}',
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS' }]);
});

test('default-group finds the group of a VPC, reads its rules page by page and revokes them', async () => {
  const rules = [
    { SecurityGroupRules: [{ SecurityGroupRuleId: 'in', IsEgress: false }], NextToken: 'more' },
    { SecurityGroupRules: [{ SecurityGroupRuleId: 'out', IsEgress: true }] },
    { SecurityGroupRules: [] },
  ];
  const { calls, answers } = await run('default-group', { VpcId: 'vpc-1' }, (_, call) => {
    if (call === 'describeSecurityGroups') return { SecurityGroups: [{ GroupId: 'sg-1' }] };
    return call === 'describeSecurityGroupRules' ? (rules.shift() ?? {}) : {};
  });
  const filters = '"Filters":[{"Name":"group-id","Values":["sg-1"]}]';
  expect(calls).toEqual([
    'EC2.describeSecurityGroups {"Filters":[{"Name":"vpc-id","Values":["vpc-1"]},{"Name":"group-name","Values":["default"]}]}',
    `EC2.describeSecurityGroupRules {${filters}}`,
    `EC2.describeSecurityGroupRules {${filters},"NextToken":"more"}`,
    'EC2.revokeSecurityGroupIngress {"GroupId":"sg-1","SecurityGroupRuleIds":["in"]}',
    'EC2.revokeSecurityGroupEgress {"GroupId":"sg-1","SecurityGroupRuleIds":["out"]}',
    `EC2.describeSecurityGroupRules {${filters}}`,
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'vpc-1' }]);
});

test('hub-attachment looks for the attachment of one resource to one gateway', async () => {
  const { calls, answers } = await run('hub-attachment', { TransitGatewayId: 'tgw-1', ResourceId: 'vpn-1' }, () => ({
    TransitGatewayAttachments: [{ State: 'available', TransitGatewayAttachmentId: 'tgw-attach-1' }],
  }));
  expect(calls).toEqual([
    'EC2.describeTransitGatewayAttachments {"Filters":[{"Name":"transit-gateway-id","Values":["tgw-1"]},{"Name":"resource-id","Values":["vpn-1"]}]}',
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS', Data: { AttachmentId: 'tgw-attach-1' } }]);
});

test('managed-domain-list asks Route 53 Resolver', async () => {
  const Name = 'AWSManagedDomainsMalwareDomainList';
  const { calls, answers } = await run('managed-domain-list', { Name }, () => ({
    FirewallDomainLists: [{ Id: 'rslvr-fdl-1', Name, ManagedOwnerName: 'AWS' }],
  }));
  expect(calls).toEqual(['Route53Resolver.listFirewallDomainLists {"MaxResults":100}']);
  expect(answers).toMatchObject([{ Status: 'SUCCESS', Data: { ListId: 'rslvr-fdl-1' } }]);
});

test('organization-detection leaves what the baseline switches on to the baseline', async () => {
  const { calls, answers } = await run(
    'organization-detection',
    { Services: ['guardduty', 'macie', 'inspector2'] },
    () => ({ DetectorIds: ['d-1'] }),
  );
  expect(calls).toEqual([
    'GuardDuty.listDetectors {}',
    'GuardDuty.updateOrganizationConfiguration {"DetectorId":"d-1","AutoEnableOrganizationMembers":"NONE"}',
    'Macie2.updateOrganizationConfiguration {"autoEnable":false}',
    'Macie2.updateAutomatedDiscoveryConfiguration {"status":"ENABLED","autoEnableOrganizationMembers":"ALL"}',
    'Inspector2.enable {"resourceTypes":["EC2","ECR","LAMBDA"]}',
    'Inspector2.updateOrganizationConfiguration {"autoEnable":{"ec2":true,"ecr":true,"lambda":true}}',
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS' }]);
});

test('organization-detection makes an account a member of each service', async () => {
  const account = '110000000011';
  const sdk: Sdk = (client, call) => {
    if (call === 'describeAccount') return { Account: { Email: 'owner@example.gov.hk' } };
    if (client === 'Macie2' && call === 'getMember') {
      throw Object.assign(new Error('no'), { name: 'ResourceNotFoundException' });
    }
    return { DetectorIds: ['d-1'], GraphList: [{ Arn: 'graph' }] };
  };
  const services = ['guardduty', 'securityhub', 'macie', 'inspector2', 'detective'];
  const { calls } = await run('organization-detection', {}, sdk, { account, services });
  const details = `"AccountDetails":[{"AccountId":"${account}","Email":"owner@example.gov.hk"}]`;
  expect(calls.filter((call) => /\.(create|associate|enable)/.test(call))).toEqual([
    `GuardDuty.createMembers {"DetectorId":"d-1",${details}}`,
    `SecurityHub.createMembers {${details}}`,
    `Macie2.createMember {"account":{"accountId":"${account}","email":"owner@example.gov.hk"}}`,
    `Inspector2.associateMember {"accountId":"${account}"}`,
    `Inspector2.enable {"accountIds":["${account}"],"resourceTypes":["EC2","ECR","LAMBDA"]}`,
    `Detective.createMembers {"GraphArn":"graph","Accounts":[{"AccountId":"${account}","EmailAddress":"owner@example.gov.hk"}]}`,
  ]);
});

test('organization-detection tells which service did not take an account', async () => {
  const sdk: Sdk = (_, call) => {
    if (call === 'describeAccount') return { Account: { Email: 'owner@example.gov.hk' } };
    return call === 'createMembers'
      ? { UnprocessedAccounts: [{ Result: 'no such account' }] }
      : { DetectorIds: ['d-1'] };
  };
  const event = { account: '110000000011', services: ['guardduty'] };
  await expect(run('organization-detection', {}, sdk, event)).rejects.toThrow(/guardduty: .*no such account/);
});

test('object-copy copies within the account, and nothing of another owner', async () => {
  const properties = {
    Account: '110000000001',
    SourceBucket: 'assets',
    SourceKey: 'a folder/code+1.zip',
    Bucket: 'government-hook',
    Key: 'deployment-hook/1.zip',
  };
  const { calls, answers } = await run('object-copy', properties, () => ({}));
  expect(calls).toEqual([
    'S3.copyObject {"CopySource":"assets/a%20folder/code%2B1.zip","Bucket":"government-hook","Key":"deployment-hook/1.zip","ExpectedBucketOwner":"110000000001","ExpectedSourceBucketOwner":"110000000001"}',
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'government-hook/deployment-hook/1.zip' }]);
});

test('stored-key goes on to the further pages of keys that bear its tag', async () => {
  const Alias = 'alias/e-services/data/confidential';
  const properties = { Alias, KeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM', Description: 'data', KeyPolicy: {} };
  const pages = [
    { PaginationToken: 'next' },
    { ResourceTagMappingList: [{ ResourceARN: 'arn:key' }], PaginationToken: '' },
  ];
  const sdk: Sdk = (_, call, input) => {
    if (call === 'getResources') return pages.shift() ?? {};
    if (JSON.stringify(input).includes(Alias)) throw Object.assign(new Error('no'), { name: 'NotFoundException' });
    return { KeyMetadata: { Arn: 'arn:key', KeyId: '1', CustomKeyStoreId: 'cks-1' } };
  };
  const { calls } = await run('stored-key', properties, sdk);
  const asked = calls.filter((call) => call.includes('getResources'));
  expect(asked.map((call) => call.includes('"PaginationToken":"next"'))).toEqual([false, true]);
  expect(calls).toContain(`KMS.createAlias {"AliasName":"${Alias}","TargetKeyId":"1"}`);
  expect(calls.filter((call) => call.includes('createKey'))).toEqual([]);
});

test('stored-key looks for the key by alias and tag, asks whether its store is connected, makes and names it', async () => {
  const Alias = 'alias/e-services/data/confidential';
  const properties = { Alias, KeyStoreId: 'cks-1', Origin: 'AWS_CLOUDHSM', Description: 'data', KeyPolicy: {} };
  const { calls, answers } = await run('stored-key', properties, (_, call) => {
    if (call === 'describeKey') throw Object.assign(new Error('no'), { name: 'NotFoundException' });
    return {
      CustomKeyStores: [{ CustomKeyStoreType: 'AWS_CLOUDHSM', ConnectionState: 'CONNECTED' }],
      KeyMetadata: { Arn: 'arn:key', KeyId: '1' },
    };
  });
  const tag = 'lionrock:stored-key';
  expect(calls).toEqual([
    `KMS.describeKey {"KeyId":"${Alias}"}`,
    `ResourceGroupsTaggingAPI.getResources {"TagFilters":[{"Key":"${tag}","Values":["${Alias}"]}],"ResourceTypeFilters":["kms:key"]}`,
    'KMS.describeCustomKeyStores {"CustomKeyStoreId":"cks-1"}',
    `KMS.createKey {"CustomKeyStoreId":"cks-1","Origin":"AWS_CLOUDHSM","Description":"data","Policy":"{}","Tags":[{"TagKey":"${tag}","TagValue":"${Alias}"}]}`,
    `KMS.createAlias {"AliasName":"${Alias}","TargetKeyId":"1"}`,
  ]);
  expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: Alias, Data: { KeyArn: 'arn:key' } }]);
});

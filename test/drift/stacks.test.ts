import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { FolderError } from '../../lib/drift';
import { DeployedAccount } from './support/deployed';

const account = new DeployedAccount();
const logs = mockClient(CloudWatchLogsClient);
const resources = {
  Group: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 400 } },
  User: { Type: 'AWS::IAM::User', DependsOn: ['Group'], Properties: { Description: { Ref: 'Group' } } },
};

afterAll(() => account.clean());
beforeEach(() => {
  logs.reset();
  logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [{ logGroupName: 'Group', retentionInDays: 400 }] });
});

interface Written {
  readonly Parameters?: object;
  readonly Resources: Readonly<Record<string, object>>;
}

const written = (): Written =>
  JSON.parse(readFileSync(join(account.folder, 'assembly-network', 'networkhub.template.json'), 'utf8')) as Written;

it('writes the designed templates where nothing differs', async () => {
  expect(await account.read({ resources })).toEqual([]);
  expect(written()).toEqual({ Resources: resources });
});

it('carries over what differs', async () => {
  logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [{ logGroupName: 'Group', retentionInDays: 1 }] });
  await account.read({ resources });
  expect(written().Resources['Group']).toMatchObject({ Properties: { RetentionInDays: 1 } });
});

it('takes out what is gone, and lets nothing refer to it', async () => {
  logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [] });
  await account.read({ resources });
  expect(written().Resources).toEqual({ User: { Type: 'AWS::IAM::User', Properties: { Description: 'Group' } } });
});

it('concludes nothing from what could not be read', async () => {
  logs.on(DescribeLogGroupsCommand).rejects(Object.assign(new Error('no'), { name: 'AccessDeniedException' }));
  expect(await account.read({ resources })).toMatchObject([{ kind: 'unread', logicalId: 'Group', because: 'no' }]);
  expect(written()).toMatchObject({
    Parameters: { LionrockNotRead: { Type: 'String' } },
    Resources: { Group: { Properties: { RetentionInDays: { Ref: 'LionrockNotRead' } } } },
  });
});

it('is unknown as a whole where the role cannot be taken', async () => {
  expect(await account.read({ resources, refusal: 'not trusted' })).toMatchObject([
    { kind: 'unread', logicalId: '', because: 'not trusted' },
  ]);
  expect(written().Resources['Group']).toMatchObject({ Properties: { RetentionInDays: { Ref: 'LionrockNotRead' } } });
});

it('concludes nothing from the network of a stack that could not be read', async () => {
  const network = {
    Route: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: 'rtb-1', DestinationCidrBlock: '10.0.0.0/8' } },
    Rules: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupIngress: [] } },
  };
  await account.read({ resources: network, refusal: 'not trusted' });
  expect(written().Resources).toMatchObject({
    Route: { Properties: { DestinationCidrBlock: { Ref: 'LionrockNotRead' } } },
    Rules: { Properties: { SecurityGroupIngress: { Ref: 'LionrockNotRead' } } },
  });
});

it.each(['ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS'])('says that a stack does not stand: %s', async (status) => {
  expect(await account.read({ resources, status })).toMatchObject([{ kind: 'missing', logicalId: '' }]);
  expect(Object.keys(written().Resources)).toEqual(['LionrockNothing']);
});

it('tells resources that only one of template and stack has', async () => {
  const found = await account.read({ resources, ids: { User: null }, more: { Strange: 'AWS::S3::Bucket' } });
  expect(found.map(({ kind, logicalId }) => `${kind} ${logicalId}`).toSorted()).toEqual([
    'missing User',
    'unmanaged Strange',
  ]);
});

it('writes over nothing that it did not write', async () => {
  const next = account.folder.replace(/\d+$/, (number) => String(Number(number) + 1));
  mkdirSync(next, { recursive: true });
  writeFileSync(join(next, 'notes.txt'), 'mine');
  await expect(account.read({ resources })).rejects.toThrow(FolderError);
  expect(readFileSync(join(next, 'notes.txt'), 'utf8')).toBe('mine');
});

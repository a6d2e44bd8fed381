import {
  DescribeSubnetsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  type Filter,
} from '@aws-sdk/client-ec2';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession } from '../../lib/deploy';
import { Access } from '../../lib/drift/access';
import { readAttributes } from '../../lib/drift/names/read-attributes';

const REGION = 'ap-east-1';
const ACCOUNT = '200000000004';
const FIREWALL = `arn:aws:network-firewall:${REGION}:${ACCOUNT}:firewall/hub`;

interface Attachment {
  readonly id: string;
  readonly hub: string;
  readonly resource?: string;
  readonly state?: string;
}

const ec2 = mockClient(EC2Client);

async function attachmentAt(hub: string | undefined, standing: readonly Attachment[]) {
  ec2.on(DescribeSubnetsCommand).resolves({ Subnets: [] });
  ec2.on(DescribeVpcEndpointsCommand).resolves({ VpcEndpoints: [] });
  ec2.on(DescribeTransitGatewayAttachmentsCommand).callsFake(({ Filters = [] }: { Filters?: Filter[] }) => {
    const hubs = Filters.find(({ Name }) => Name === 'transit-gateway-id')?.Values;
    return {
      TransitGatewayAttachments: standing
        .filter((one) => hubs?.includes(one.hub) ?? true)
        .map(({ id, resource, state = 'available' }) => ({
          TransitGatewayAttachmentId: id,
          ResourceId: resource,
          State: state,
        })),
    };
  });
  const properties = new Map(hub === undefined ? [] : [['TransitGatewayId', hub]]);
  const place = { type: 'AWS::NetworkFirewall::Firewall', partition: 'aws', account: ACCOUNT, region: REGION };
  const named = { ...place, physicalId: FIREWALL, text: (property: string) => properties.get(property) };
  const access = new Access(new AwsSession({ env: {}, region: REGION }), ACCOUNT, REGION, undefined, new Map());
  const { TransitGatewayAttachmentId: found } = await readAttributes(named, access);
  access.close();
  return found;
}

const own = { id: 'tgw-attach-own', hub: 'tgw-own' };
const foreign = { id: 'tgw-attach-foreign', hub: 'tgw-foreign' };

it.each<[string, string | undefined, readonly Attachment[], string | undefined]>([
  ['the only one that is in use', undefined, [{ ...foreign, state: 'deleted' }, own], own.id],
  ['of several the one that names it', undefined, [foreign, { ...own, resource: FIREWALL }], own.id],
  ['none of several that do not', undefined, [foreign, own], undefined],
  ['that at the hub which its template states', 'tgw-own', [foreign, own], own.id],
  ['none at another hub, where its own is gone', 'tgw-own', [foreign], undefined],
])('takes as the attachment of a firewall at a hub %s', async (_, hub, standing, wanted) => {
  expect(await attachmentAt(hub, standing)).toBe(wanted);
});

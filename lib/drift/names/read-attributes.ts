import {
  DescribeAddressesCommand,
  DescribeTransitGatewayAttachmentsCommand,
  EC2Client,
  type TransitGatewayAttachment,
} from '@aws-sdk/client-ec2';
import type { Access } from '../access';
import type { Json } from '../json';
import { endpoints, securityGroups, subnets } from '../network/ec2';
import type { Named } from './attributes';

type Attributes = Readonly<Record<string, Json>>;
type Read = (named: Named, access: Access) => Promise<Attributes>;

/** Attributes that only AWS tells, by type. */
const READ: Readonly<Record<string, Read>> = {
  'AWS::EC2::EIP': async ({ physicalId }, access) => {
    const command = new DescribeAddressesCommand({ Filters: [{ Name: 'public-ip', Values: [physicalId] }] });
    const { Addresses: [address] = [] } = await access.client(EC2Client).send(command);
    return told({ AllocationId: address?.AllocationId });
  },
  'AWS::EC2::VPC': async ({ physicalId }, access) => {
    const own = (await securityGroups(access)).filter(({ VpcId }) => VpcId === physicalId);
    return told({ DefaultSecurityGroup: own.find(({ GroupName }) => GroupName === 'default')?.GroupId });
  },
  // A firewall stands in its subnets by endpoints that it makes and marks.
  'AWS::NetworkFirewall::Firewall': async (named, access) => {
    const { physicalId } = named;
    const zones = new Map(
      (await subnets(access)).map(({ SubnetId, AvailabilityZone }) => [SubnetId, AvailabilityZone]),
    );
    const own = (await endpoints(access)).filter(({ Tags = [] }) =>
      Tags.some(({ Key, Value }) => Key === 'Firewall' && Value === physicalId),
    );
    if (own.length === 0) return told({ TransitGatewayAttachmentId: await attachmentOf(named, access) });
    return {
      EndpointIds: own.map(({ VpcEndpointId, SubnetIds = [] }) => `${zones.get(SubnetIds[0])}:${VpcEndpointId}`),
    };
  },
  'Custom::HubAttachment': async ({ physicalId }, access) => {
    const [gateway = '', resource = ''] = physicalId.split('/');
    const [found] = await standingAttachments({ 'transit-gateway-id': gateway, 'resource-id': resource }, access);
    return told({ AttachmentId: found?.TransitGatewayAttachmentId });
  },
};

/** Attributes of a resource that only AWS tells; none where it does not, or nobody knows how to ask. */
export async function readAttributes(named: Named, access: Access): Promise<Attributes> {
  try {
    return (await READ[named.type]?.(named, access)) ?? {};
  } catch {
    // What the attribute stands in is then not compared, and that is told.
    return {};
  }
}

/**
 * The attachment of a firewall that stands at a hub, in no network of its own: the only one, else the one that names it. A
 * hub that its template states by its id has no others.
 */
async function attachmentOf({ physicalId, text }: Named, access: Access): Promise<string | undefined> {
  const hub = text('TransitGatewayId');
  const filters = { 'resource-type': 'network-function', ...(hub === undefined ? {} : { 'transit-gateway-id': hub }) };
  const standing = await standingAttachments(filters, access);
  const names = [physicalId, physicalId.split('/').at(-1)];
  const [only, ...others] = standing;
  const found = others.length === 0 ? only : standing.find(({ ResourceId }) => names.includes(ResourceId));
  return found?.TransitGatewayAttachmentId;
}

async function standingAttachments(
  filters: Readonly<Record<string, string>>,
  access: Access,
): Promise<readonly TransitGatewayAttachment[]> {
  const Filters = Object.entries(filters).map(([Name, value]) => ({ Name, Values: [value] }));
  const command = new DescribeTransitGatewayAttachmentsCommand({ Filters });
  const { TransitGatewayAttachments: all = [] } = await access.client(EC2Client).send(command);
  return all.filter(({ State }) => State === 'available');
}

function told(attributes: Readonly<Record<string, string | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

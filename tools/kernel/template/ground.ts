import { named, type Instance, type Topology } from '../topology';
import { attribute, ref, type Body } from './body';

/** VPCs, subnets, internet gateways and prefix lists. */
export function addGround(body: Body, { vpcs, subnets, lists }: Topology): void {
  for (const { name, cidrs, internetGateway } of vpcs) {
    const [primary, ...secondary] = cidrs;
    body.add(name, 'VPC', { CidrBlock: primary });
    secondary.forEach((CidrBlock, index) =>
      body.add(`${name}Block${index + 2}`, 'VPCCidrBlock', { VpcId: ref(name), CidrBlock }),
    );
    if (!internetGateway) continue;
    body.add(`${name}Gateway`, 'InternetGateway', {});
    body.add(`${name}GatewayAttachment`, 'VPCGatewayAttachment', {
      VpcId: ref(name),
      InternetGatewayId: ref(`${name}Gateway`),
    });
  }
  for (const { name, vpc, cidr, zone } of subnets) {
    // Each subnet is a zone of the matrix.
    const Tags = [{ Key: 'lionrock:zone', Value: name }];
    body.add(name, 'Subnet', { VpcId: ref(vpc), CidrBlock: cidr, AvailabilityZone: `ap-east-1${zone}`, Tags });
  }
  for (const { name, cidrs } of lists) {
    const Entries = cidrs.map((Cidr) => ({ Cidr }));
    body.add(name, 'PrefixList', { PrefixListName: name, AddressFamily: 'IPv4', MaxEntries: 10, Entries });
  }
}

/** Instances, with public addresses of their own or elastic ones, and NAT gateways. */
export function addHosts(body: Body, topology: Topology): void {
  for (const instance of topology.instances) addInstance(body, topology, instance);
  for (const { name, subnet, address, publicAddress } of topology.nats) {
    const place = { SubnetId: ref(subnet), PrivateIpAddress: address };
    if (publicAddress === undefined) body.add(name, 'NatGateway', { ...place, ConnectivityType: 'private' });
    else {
      body.add(`${name}Address`, 'EIP', { Domain: 'vpc' });
      body.add(name, 'NatGateway', { ...place, AllocationId: attribute(`${name}Address`, 'AllocationId') });
    }
  }
}

function addInstance(body: Body, topology: Topology, { name, subnet, address, groups, publicAddress }: Instance): void {
  const written = groups.filter((group) => named(topology.groups, group).isDefault !== true);
  const ids = written.map((group) => attribute(group, 'GroupId'));
  const isElastic = publicAddress !== undefined && body.random.chance(0.5);
  const image = { ImageId: 'ami-00000000000000000', InstanceType: 't3.micro' };
  if (!isElastic && (publicAddress !== undefined || body.random.chance(0.5))) {
    const card = {
      DeviceIndex: '0',
      SubnetId: ref(subnet),
      PrivateIpAddress: address,
      AssociatePublicIpAddress: publicAddress !== undefined,
      ...(ids.length > 0 ? { GroupSet: ids } : {}),
    };
    body.add(name, 'Instance', { ...image, NetworkInterfaces: [card] });
    return;
  }
  const place = { SubnetId: ref(subnet), PrivateIpAddress: address };
  body.add(name, 'Instance', { ...image, ...place, ...(ids.length > 0 ? { SecurityGroupIds: ids } : {}) });
  if (!isElastic) return;
  if (body.random.chance(0.5)) body.add(`${name}Address`, 'EIP', { Domain: 'vpc', InstanceId: ref(name) });
  else {
    body.add(`${name}Address`, 'EIP', { Domain: 'vpc' });
    const AllocationId = attribute(`${name}Address`, 'AllocationId');
    body.add(`${name}AddressAssociation`, 'EIPAssociation', { AllocationId, InstanceId: ref(name) });
  }
}

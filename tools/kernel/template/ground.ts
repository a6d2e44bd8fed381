import { family } from '../address';
import { named, type Instance, type Topology } from '../topology';
import { attribute, ref, type Body } from './body';

/** Where blocks of one's own come from, which a template can state. */
const POOL = 'ipv6pool-ec2-012345678901';

/** VPCs, subnets, internet gateways and prefix lists. */
export function addGround(body: Body, { vpcs, subnets, lists }: Topology): void {
  for (const { name, cidrs, six, egressOnly, internetGateway } of vpcs) {
    const [primary, ...secondary] = cidrs;
    body.add(name, 'VPC', { CidrBlock: primary });
    secondary.forEach((CidrBlock, index) =>
      body.add(`${name}Block${index + 2}`, 'VPCCidrBlock', { VpcId: ref(name), CidrBlock }),
    );
    if (six !== undefined)
      body.add(`${name}Six`, 'VPCCidrBlock', { VpcId: ref(name), Ipv6CidrBlock: six, Ipv6Pool: POOL });
    if (egressOnly) body.add(`${name}EgressOnly`, 'EgressOnlyInternetGateway', { VpcId: ref(name) });
    if (!internetGateway) continue;
    body.add(`${name}Gateway`, 'InternetGateway', {});
    body.add(`${name}GatewayAttachment`, 'VPCGatewayAttachment', {
      VpcId: ref(name),
      InternetGatewayId: ref(`${name}Gateway`),
    });
  }
  for (const { name, vpc, cidr, six, zone } of subnets) {
    // Each subnet is a zone of the matrix.
    const Tags = [{ Key: 'lionrock:zone', Value: name }];
    const isApart = six !== undefined && body.random.chance(0.3);
    const own = six === undefined || isApart ? {} : { Ipv6CidrBlock: six };
    body.add(name, 'Subnet', { VpcId: ref(vpc), CidrBlock: cidr, ...own, AvailabilityZone: `ap-east-1${zone}`, Tags });
    if (isApart) body.add(`${name}Six`, 'SubnetCidrBlock', { SubnetId: ref(name), Ipv6CidrBlock: six });
  }
  for (const { name, cidrs } of lists) {
    const Entries = cidrs.map((Cidr) => ({ Cidr }));
    const AddressFamily = `IPv${family(cidrs[0] ?? '')}`;
    body.add(name, 'PrefixList', { PrefixListName: name, AddressFamily, MaxEntries: 10, Entries });
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

function addInstance(body: Body, topology: Topology, instance: Instance): void {
  const { name, subnet, address, six, groups, publicAddress } = instance;
  const place = {
    SubnetId: ref(subnet),
    PrivateIpAddress: address,
    ...(six === undefined ? {} : { Ipv6Addresses: [{ Ipv6Address: six }] }),
  };
  const written = groups.filter((group) => named(topology.groups, group).isDefault !== true);
  const ids = written.map((group) => attribute(group, 'GroupId'));
  const isElastic = publicAddress !== undefined && body.random.chance(0.5);
  const image = { ImageId: 'ami-00000000000000000', InstanceType: 't3.micro' };
  if (!isElastic && (publicAddress !== undefined || body.random.chance(0.5))) {
    const card = {
      DeviceIndex: '0',
      ...place,
      AssociatePublicIpAddress: publicAddress !== undefined,
      ...(ids.length > 0 ? { GroupSet: ids } : {}),
    };
    body.add(name, 'Instance', { ...image, NetworkInterfaces: [card] });
    return;
  }
  body.add(name, 'Instance', { ...image, ...place, ...(ids.length > 0 ? { SecurityGroupIds: ids } : {}) });
  if (!isElastic) return;
  if (body.random.chance(0.5)) body.add(`${name}Address`, 'EIP', { Domain: 'vpc', InstanceId: ref(name) });
  else {
    body.add(`${name}Address`, 'EIP', { Domain: 'vpc' });
    const AllocationId = attribute(`${name}Address`, 'AllocationId');
    body.add(`${name}AddressAssociation`, 'EIPAssociation', { AllocationId, InstanceId: ref(name) });
  }
}

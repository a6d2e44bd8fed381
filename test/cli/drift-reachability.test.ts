import { gate } from '../../lib/gate';
import { reachabilityEngine } from '../../lib/cli/drift/reachability-engine';
import { profileById } from '../../lib/profiles';
import { Scratch } from '../gate/support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const resources = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Gateway: { Type: 'AWS::EC2::InternetGateway' },
  Attached: {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
  },
  Subnet: {
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24', MapPublicIpOnLaunch: true },
  },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  Follows: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } },
  },
  Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'web', VpcId: { Ref: 'Vpc' } } },
  Server: {
    Type: 'AWS::EC2::Instance',
    Properties: { SubnetId: { Ref: 'Subnet' }, SecurityGroupIds: [{ 'Fn::GetAtt': ['Group', 'GroupId'] }] },
  },
};
const opened = {
  UnmanagedRoute1: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } },
  },
  UnmanagedSecurityGroupIngress1: {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: { GroupId: { Ref: 'Group' }, IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' },
  },
};

/** What the engine finds where these resources are there and not in the design. */
async function found(more: object) {
  const name = `${Object.keys(more).length}`;
  scratch.write(`designed-${name}/network.template.json`, { Resources: resources });
  scratch.write(`deployed-${name}/network.template.json`, { Resources: { ...resources, ...more } });
  const [designed, deployed] = [scratch.path(`designed-${name}`), scratch.path(`deployed-${name}`)];
  const engines = [reachabilityEngine(designed, deployed)];
  const result = await gate({ inputs: [deployed], profile: profileById('hk-s17'), engines });
  return result.findings.filter(({ rule }) => rule === 'deployed-opened');
}

it('names what the deployed network opens, with the way', async () => {
  const findings = await found(opened);
  expect(findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        status: 'fail',
        control: 'CHG-04',
        evidence: expect.objectContaining({ observed: expect.stringMatching(/^internet reaches .*tcp 22/) }),
      }),
    ]),
  );
  expect(findings[0]?.witness?.length).toBeGreaterThan(1);
});

it('says nothing where nothing is opened', async () => {
  expect(await found({})).toEqual([]);
});

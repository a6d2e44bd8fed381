import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { claimsOf } from '../../../constructs/claims';
import { Zone } from '../../../constructs/network';
import { reachabilityOf } from '../../../lib/proofs/reachability';
import { graphOf, templateFromObject } from '../../../lib/template';
import { networkStack, ofType, thirds } from './support/network';

const DMZ = { name: 'perimeter/internet-dmz', cidrs: thirds(0) };
const READS = { id: 'application-to-database', reason: 'The portal reads published content' };
const SERVES = { id: 'dmz-to-portal', reason: 'The balancer passes requests on' };

/** A VPC made by CDK, with two zones. */
const own = (props: { readonly networkAcl?: boolean } = {}) => {
  const stack = networkStack();
  const vpc = new ec2.Vpc(stack, 'Own', {
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    subnetConfiguration: [
      { name: 'front', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      { name: 'back', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ],
  });
  const zone = (zoneName: string, subnetGroupName: string) => {
    const { subnets } = vpc.selectSubnets({ subnetGroupName });
    return new Zone(stack, zoneName, { zoneName, vpc, vpcName: 'own', subnets, ...props });
  };
  return { stack, application: zone('application', 'front'), data: zone('data', 'back') };
};

describe('in a VPC of one’s own', () => {
  test('flows open security groups and are claimed', () => {
    const { stack, application, data } = own();
    application.allowTo(data, 5432, READS);
    data.allowFrom(DMZ, 443, SERVES);
    expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toHaveLength(3);
    expect(ofType(stack, 'AWS::EC2::SecurityGroupEgress')).toHaveLength(1);
    expect(ofType(stack, 'AWS::EC2::NetworkAclEntry')).toEqual([]);
    expect(claimsOf(stack).flows?.map((flow) => flow.to)).toEqual(['data', 'own/data']);
  });

  test('checks find its zones, and prove that exactly the flows pass', () => {
    const { stack, application, data } = own({ networkAcl: true });
    application.allowTo(data, 5432, READS);
    data.allowTo(application, 8443, { reason: 'The database tells what changed' });
    const graph = graphOf([templateFromObject('own.json', Template.fromStack(stack).toJSON())]);
    const found = reachabilityOf(graph).matrix();
    expect(
      found.cells.flatMap(({ from, to, answer, traffic }) =>
        traffic.map(({ protocol, ports }) => `${from} > ${to}: ${answer} ${protocol} ${ports}`),
      ),
    ).toEqual(['own/application > own/data: yes tcp 5432', 'own/data > own/application: yes tcp 8443']);
    expect(
      ofType(stack, 'AWS::EC2::RouteTable').filter((table) => JSON.stringify(table).includes('lionrock:')),
    ).toEqual([]);
  });

  test('an imported VPC whose addresses are unknown can still have flows between its zones', () => {
    const stack = networkStack();
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Imported', {
      vpcId: 'vpc-0123456789abcdef0',
      vpcCidrBlock: '10.99.0.0/16',
      availabilityZones: ['ap-east-1a'],
      isolatedSubnetNames: ['front', 'back'],
      isolatedSubnetIds: ['subnet-1', 'subnet-2'],
      isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'],
    });
    const [front, back] = vpc.isolatedSubnets.map((subnet, index) => {
      const zoneName = index === 0 ? 'application' : 'data';
      return new Zone(stack, zoneName, { zoneName, vpc, vpcName: 'imported', subnets: [subnet] });
    });
    if (!front || !back) throw new Error('the VPC has two subnets');
    front.allowTo(back, 5432, READS);
    expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toHaveLength(1);
  });

  test('a network ACL needs the addresses of imported subnets', () => {
    const stack = networkStack();
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Imported', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['ap-east-1a'],
      isolatedSubnetIds: ['subnet-1'],
    });
    const props = { zoneName: 'data', vpc, vpcName: 'imported', subnets: vpc.isolatedSubnets, networkAcl: true };
    expect(() => new Zone(stack, 'data', props)).toThrow(
      /^\[Network\/data\] networkAcl: found subnets whose addresses are not known .*expected the IPv4 block of each/,
    );
  });

  test('the profile’s zone model holds there too', () => {
    const { stack, data } = own();
    const make = (props: Partial<ConstructorParameters<typeof Zone>[2]>) => () =>
      new Zone(new Construct(stack, props.zoneName ?? 'Other'), 'Zone', {
        zoneName: 'data',
        vpc: data.vpc,
        vpcName: 'own',
        subnets: data.subnets,
        ...props,
      });
    expect(make({ zoneName: 'dmz' })).toThrow(/found the zone "dmz", expected one of hk-s17/);
    expect(make({ subnets: [] })).toThrow(/subnets: found none/);
  });
});

import { type App, aws_ec2 as ec2, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { ClosedDefaultGroup, FlowLogs, PrivateEndpoints, QueryLogs, Zone } from '../../constructs/network';
import { PostgresDatabase } from '../../constructs/workloads';

const REGISTER = {
  vpcId: 'vpc-0123456789abcdef0',
  vpcCidrBlock: '10.65.8.0/22',
  availabilityZones: ['ap-east-1a', 'ap-east-1b'],
  isolatedSubnetNames: ['register'],
  isolatedSubnetIds: ['subnet-0123456789abcdef1', 'subnet-0123456789abcdef2'],
  isolatedSubnetIpv4CidrBlocks: ['10.65.8.0/25', '10.65.8.128/25'],
  isolatedSubnetRouteTableIds: ['rtb-0123456789abcdef1', 'rtb-0123456789abcdef2'],
};

/** A department that makes one VPC with CDK and has another already: both get zones, flows, endpoints and logs. */
export function networkOwnVpcExample(app: App): Stack {
  const stack = new Stack(app, 'OwnVpc', { env: { account: '111122223333', region: 'ap-east-1' } });
  const archiveBucketArn = 'arn:aws:s3:::government-archive-network';
  const own = new ec2.Vpc(stack, 'Own', {
    ipAddresses: ec2.IpAddresses.cidr('10.65.0.0/21'),
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    natGateways: 0,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: ['front', 'records', 'services'].map((name) => ({
      name,
      cidrMask: 24,
      subnetType: ec2.SubnetType.PRIVATE_ISOLATED,
    })),
  });
  new ClosedDefaultGroup(stack, 'DefaultGroup', { vpc: own });
  new FlowLogs(stack, 'FlowLogs', { vpc: own, destination: { archiveBucketArn } });
  new QueryLogs(stack, 'QueryLogs', { vpcId: own.vpcId, destinationArn: archiveBucketArn });
  const zone = (zoneName: string, subnetGroupName: string) => {
    const { subnets } = own.selectSubnets({ subnetGroupName });
    return new Zone(stack, zoneName, { zoneName, vpc: own, vpcName: 'own', subnets, networkAcl: true });
  };
  const [application, data] = [zone('application', 'front'), zone('data', 'records')];
  const management = zone('management', 'services');
  application.allowTo(management, 443, { reason: 'AWS services are called through endpoints', ticket: 'NET-0001' });
  application.allowTo(data, 15432, { reason: 'The portal reads and writes its records', ticket: 'NET-0002' });
  new PrivateEndpoints(stack, 'Services', { zone: management, services: ['kms', 'logs'] });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  new PostgresDatabase(stack, 'Records', { placement: data, encryptionKey });

  const register = ec2.Vpc.fromVpcAttributes(stack, 'Register', REGISTER);
  new ClosedDefaultGroup(stack, 'RegisterDefaultGroup', { vpc: register });
  const { isolatedSubnets: subnets } = register;
  const licences = new Zone(stack, 'licences', { zoneName: 'data', vpc: register, vpcName: 'register', subnets });
  licences.allowFrom(application, 5432, { reason: 'The portal looks licences up', expires: '2027-12-31' });
  return stack;
}

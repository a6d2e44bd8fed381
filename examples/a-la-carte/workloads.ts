import { aws_ec2 as ec2, aws_ecs as ecs, aws_kms as kms, Stack, type App } from 'aws-cdk-lib';
import { PostgresDatabase, WebService } from '../../constructs/workloads';

const NETWORK = {
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  availabilityZones: ['ap-east-1a', 'ap-east-1b'],
  isolatedSubnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
};
const IMAGE = '123456789012.dkr.ecr.ap-east-1.amazonaws.com/team/portal:1.4.2';
const CERTIFICATE = 'arn:aws:acm:ap-east-1:123456789012:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';

/** A web service and its database in an existing network: private, encrypted, over two availability zones. */
export function workloadsExample(app: App): Stack {
  const stack = new Stack(app, 'Workloads');
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', NETWORK);
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const zone = { placement: { vpc, subnets: vpc.isolatedSubnets, securityGroups: [] }, encryptionKey };
  const database = new PostgresDatabase(stack, 'Database', zone);
  const portal = new WebService(stack, 'Portal', {
    ...zone,
    image: IMAGE,
    certificateArn: CERTIFICATE,
    accessLogBucketName: 'central-access-logs',
    settings: { DB_HOST: database.endpoint.hostname, DB_PORT: String(database.port) },
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(database.secret, 'password') },
  });
  database.connections.allowDefaultPortFrom(portal.service);
  portal.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.0.0.0/16'));
  return stack;
}

import {
  type App,
  aws_ec2 as ec2,
  aws_kms as kms,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_sns as sns,
  Stack,
} from 'aws-cdk-lib';
import { profileById } from '../../lib/profiles';
import { CrossBoundaryExchange } from '../../constructs/residency';

const RECIPIENT_KEY = `-----BEGIN PUBLIC KEY-----
MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEAt8p8GrH5g3POpOulxE2v
J5Ocgd+VrxnUgIieliZa+BmGJAGWO8JQ14mefZtulZfTsDV1PzLVeUZTrTU7Bmk0
Jf9O6QhfxhuYFqRJXdmTFAl0Kx6gGOI+GteuKQaoq1SDXr+ZwqowXU4VY5d/yFQV
Sj+szlr+4sEy7zvc7lCUlzJzlWMhNSqVrbnZ2/nWQxp2pF+Cs3r0jGvtSGGkuxY0
eCEcEEbzQbqX9FYvYhqkCSyRTysH4zrh0MctYl6gnib7chM7ndmhaWB+hwfEWs8P
6m0JK9ZDxHB54FPEIo1/tHzuiH5wVmgAtCIDD4JxfHhWtzX99DnucJc37lOaQYr2
seN3aW5VuBAIWa583gbHbQMZ+KNe3yp3JPDWfNQXcnOWYVg9iH+Ez8CTiSqdv+N+
NEog9OyYRw8Ps4/6M3s6rg8RNuCeq7AyB4v0IWo4jM4u7sEoawFaWOFcF8Mj6Bv1
ucgeyQi1Liftbazvkrozaqv4CNPJl4Mb59hBWra5oaS9AgMBAAE=
-----END PUBLIC KEY-----
`;
const NETWORK = {
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  availabilityZones: ['ap-east-1a', 'ap-east-1b'],
  isolatedSubnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
};
const SECRET = 'arn:aws:secretsmanager:ap-east-1:110000000051:secret:exchange/directory-AbCdEf';
const SECRET_KEY = 'arn:aws:kms:ap-east-1:110000000051:key/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';

/** Sends a public directory of services to its users in Macao, object by object, each approved. */
export function residencyExchangeExample(app: App): Stack {
  const stack = new Stack(app, 'Directory', { env: { account: '110000000051', region: 'ap-east-1' } });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', NETWORK);
  new CrossBoundaryExchange(stack, 'Exchange', {
    profile: profileById('hk-s17'),
    transfer: {
      id: 'directory-to-macao',
      data: 'Directory of cross-boundary services, which is public',
      classification: 'UNCLASSIFIED',
      from: 'ap-east-1',
      to: 'sftp.directory.example.mo',
      mechanism: 'AWS Transfer Family, SFTP connector',
      legalBasis: 'Consent of the department before information leaves Hong Kong (ISPG-SM04 5.4)',
      approver: 'Departmental IT Security Officer',
      start: '2026-01-01',
      expires: '2027-12-31',
    },
    custody: {
      department: 'cross-boundary',
      administrators: ['key-administrator'],
      breakGlassRoles: ['break-glass'],
    },
    senders: ['directory-editor'],
    approvers: ['directory-release-officer'],
    recipientKey: RECIPIENT_KEY,
    delivery: {
      by: 'sftp',
      host: 'sftp.directory.example.mo',
      folder: '/incoming',
      trustedHostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGcQxGmWmVmJ0mE1yP0q3mJb2yYk9Z0m3mC1b7f6d8eE'],
      credentials: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Credentials', SECRET),
      credentialsKey: kms.Key.fromKeyArn(stack, 'SecretKey', SECRET_KEY),
    },
    placement: { vpc, subnets: vpc.isolatedSubnets, securityGroups: [] },
    accessLogBucket: s3.Bucket.fromBucketName(stack, 'AccessLogs', 'central-access-logs'),
    topic: sns.Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:ap-east-1:110000000051:alerts'),
    logKey: new kms.Key(stack, 'LogKey', { enableKeyRotation: true }),
  });
  return stack;
}

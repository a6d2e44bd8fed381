import { type App, aws_kms as kms, aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';
import {
  INTERNET,
  InternetIngress,
  PrivateEndpoints,
  PublicAccessExclusion,
  ReverseProxy,
  ZonedVpc,
} from '../../constructs/network';

const IMAGE =
  '111122223333.dkr.ecr.ap-east-1.amazonaws.com/platform/envoy@sha256:5f3c8f6f0c9e4a4f8f0a7f1d7c1b2a39e6d5c4b3a2918070f6e5d4c3b2a19080';
const CERTIFICATE = 'arn:aws:acm:ap-east-1:111122223333:certificate/6f0f4f9e-2f0b-4c53-8a3c-0f5e6b1c7d2a';
const SECRET = 'arn:aws:secretsmanager:ap-east-1:111122223333:secret:ingress/proxy-certificate-Qw3rTy';

/** The one way in from the internet: load balancer, web application firewall, reverse proxy, and a published service. */
export function networkIngressExample(app: App): Stack {
  const stack = new Stack(app, 'NetworkIngress', { env: { account: '111122223333', region: 'ap-east-1' } });
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const vpc = new ZonedVpc(stack, 'perimeter', {
    cidr: '10.64.0.0/21',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    zones: [
      { name: 'internet-dmz', subnets: ['10.64.0.0/24', '10.64.1.0/24'] },
      { name: 'management', subnets: ['10.64.2.0/25', '10.64.2.128/25'] },
    ],
    internetGateway: true,
    flowLogs: { encryptionKey },
  });
  const [zone, management] = [vpc.zone('internet-dmz'), vpc.zone('management')];
  // Public access is blocked for the account as a whole, by `BlockPublicAccess` in a stack of its own.
  new PublicAccessExclusion(stack, 'PublicAccess', { zone });
  zone.allowFrom(INTERNET, 443, { reason: 'Citizens reach the published services' });
  zone.allowTo(management, 443, { reason: 'The proxy loads its image and certificate, and writes its log' });
  const portal = { name: 'e-services/application', cidrs: ['10.64.32.0/23'] };
  zone.allowTo(portal, 443, { reason: 'The reverse proxy passes requests to the portal' });
  const services = ['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager'];
  new PrivateEndpoints(stack, 'Services', { zone: management, services });
  const proxy = new ReverseProxy(stack, 'Proxy', {
    placement: zone,
    image: IMAGE,
    certificateSecret: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Certificate', SECRET),
    encryptionKey,
  });
  const ingress = new InternetIngress(stack, 'Ingress', {
    zone,
    proxy,
    certificateArn: CERTIFICATE,
    accessLogs: { bucketName: 'government-archive-access' },
    encryptionKey,
  });
  ingress.publish('www.example.gov.hk', { targetIps: ['10.64.32.10', '10.64.33.10'] });
  return stack;
}

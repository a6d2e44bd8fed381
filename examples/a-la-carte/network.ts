import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { PrivateEndpoints, ZonedVpc } from '../../constructs/network';

const PLAN = {
  cidr: '10.64.48.0/21',
  availabilityZones: ['ap-east-1a', 'ap-east-1b'],
  zones: [
    { name: 'application', subnets: ['10.64.48.0/24', '10.64.49.0/24'] },
    { name: 'data', subnets: ['10.64.50.0/25', '10.64.50.128/25'] },
    { name: 'management', subnets: ['10.64.51.0/25', '10.64.51.128/25'] },
  ],
};

/** A network of three zones in which only what is declared can happen, with AWS services reached privately. */
export function networkExample(app: App): Stack {
  const stack = new Stack(app, 'Network');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const network = new ZonedVpc(stack, 'licensing', { ...PLAN, flowLogs: { encryptionKey } });
  const application = network.zone('application');
  application.allowTo(network.zone('data'), 5432, { reason: 'The register of licences is read and written' });
  application.allowTo(network.zone('management'), 443, { reason: 'AWS services are called through endpoints' });
  new PrivateEndpoints(stack, 'Services', { zone: network.zone('management'), services: ['kms', 'logs'] });
  return stack;
}

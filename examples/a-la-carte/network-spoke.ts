import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import {
  DnsFirewallAssociation,
  HubAttachment,
  HubRoutes,
  readParameter,
  SharedParameter,
  ZonedVpc,
} from '../../constructs/network';

const HUB = { account: '444455556666', prefix: 'arn:aws:ssm:ap-east-1:444455556666:parameter/network' };
const SHARED = { name: 'shared/management', cidrs: ['10.64.16.0/23'] };

/** A department whose hub and DNS firewall belong to another account: their ids are read of its parameters. */
export function networkSpokeExample(app: App): Stack {
  const stack = new Stack(app, 'NetworkSpoke', { env: { account: '111122223333', region: 'ap-east-1' } });
  const vpc = new ZonedVpc(stack, 'permits', {
    cidr: '10.64.64.0/20',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    zones: [{ name: 'application' }, { name: 'data' }],
    flowLogs: { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) },
  });
  vpc.zone('application').allowTo(vpc.zone('data'), 5432, { reason: 'The register of permits is kept there' });
  vpc.zone('application').allowTo(SHARED, 443, { reason: 'Central endpoints are called', expires: '2027-12-31' });
  const transitGatewayId = readParameter(stack, 'TransitGatewayId', `${HUB.prefix}/transit-gateway-id`);
  new HubAttachment(stack, 'Attachment', {
    vpc,
    transitGatewayId,
    publish: { parameterName: '/network/attachments/permits', shareWith: [HUB.account] },
  });
  const ruleGroupId = readParameter(stack, 'RuleGroupId', `${HUB.prefix}/dns-firewall-id`);
  new DnsFirewallAssociation(stack, 'Names', { vpcId: vpc.vpcId, ruleGroupId });
  new SharedParameter(stack, 'VpcId', {
    parameterName: '/network/vpcs/permits',
    value: vpc.vpcId,
    description: 'VPC of the permits department',
    shareWith: [HUB.account],
  });
  // Deployed once the hub's account has accepted the attachment.
  const routes = new Stack(app, 'NetworkSpokeRoutes', { env: { account: '111122223333', region: 'ap-east-1' } });
  new HubRoutes(routes, 'Routes', {
    zones: [vpc.zone('application')],
    transitGatewayId: readParameter(routes, 'TransitGatewayId', `${HUB.prefix}/transit-gateway-id`),
    destinations: ['10.64.0.0/14'],
  });
  return stack;
}

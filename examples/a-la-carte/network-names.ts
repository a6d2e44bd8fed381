import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import {
  DnsFirewall,
  NetworkProfile,
  NetworkProfileAssociation,
  PrivateEndpoints,
  ResolverForwarding,
  ZonedVpc,
} from '../../constructs/network';

const ORGANISATION = 'arn:aws:organizations::111122223333:organization/o-gov1234567';

/** Private endpoints, a DNS firewall and names of another network, said once for the VPCs of an organisation. */
export function networkNamesExample(app: App): Stack {
  const stack = new Stack(app, 'NetworkNames');
  const log = { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) };
  const central = new ZonedVpc(stack, 'central', {
    cidr: '10.64.16.0/22',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    zones: [{ name: 'management', subnets: ['10.64.16.0/24', '10.64.17.0/24'] }],
    flowLogs: log,
  });
  const zone = central.zone('management');
  const servers = { name: 'government-network', cidrs: ['10.200.0.10/32'] };
  const reason = 'Names of the government network are asked from its servers';
  for (const protocol of ['udp', 'tcp'] as const) zone.allowTo(servers, 53, { reason, protocol });
  const department = { name: 'licensing/application', cidrs: ['10.64.48.0/23'] };
  zone.allowFrom(department, 443, { reason: 'Services call AWS through the endpoints' });
  const profile = new NetworkProfile(stack, 'Profile', {
    endpoints: new PrivateEndpoints(stack, 'Services', {
      zone,
      services: ['kms', 'logs'],
      organizationId: 'o-gov1234567',
    }),
    dnsFirewall: new DnsFirewall(stack, 'Names', { allow: ['*.amazonaws.com', '*.gnet.example.hk'], log }),
    forwarding: new ResolverForwarding(stack, 'Forwarding', {
      zone,
      domains: [{ domain: 'gnet.example.hk', servers: ['10.200.0.10'] }],
    }),
    shareWith: [ORGANISATION],
  });
  new NetworkProfileAssociation(stack, 'Use', {
    vpcId: central.vpcId,
    vpcName: central.vpcName,
    profileId: profile.profileId,
  });
  return stack;
}

import { isIPv4 } from 'node:net';
import {
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elb,
  aws_elasticloadbalancingv2_targets as targets,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import type { ZonePlacement } from '../network';
import type { InternalBalancer } from './internal-balancer';
import { joinZone } from './join-zone';
import { logAccess } from './log-access';
import type { ZoneMembership } from './zone-membership';

/** What the front needs. */
export interface FixedAddressFrontProps {
  readonly placement: ZonePlacement;
  readonly zone: ZoneMembership;
  readonly balancer: InternalBalancer;
  /** Private IPv4 addresses, one for each subnet of the placement, in their order. */
  readonly addresses: readonly string[];
  readonly accessLogBucketName: string;
  readonly healthCheckPath: string;
}

/**
 * An internal network load balancer with fixed private addresses before an application load balancer, whose own
 * addresses change: another account can name these as targets. TLS passes through.
 */
export class FixedAddressFront extends Construct {
  readonly loadBalancer: elb.NetworkLoadBalancer;
  readonly connections: ec2.Connections;

  /** @throws Error when the addresses are not distinct IPv4 addresses, one for each subnet. */
  constructor(scope: Construct, id: string, props: FixedAddressFrontProps) {
    super(scope, id);
    requireAddresses(scope, props);
    const group = props.zone.ownGroup(this, 'SecurityGroup', `Fixed addresses of ${scope.node.id}`);
    this.loadBalancer = new elb.NetworkLoadBalancer(this, 'LoadBalancer', {
      vpc: props.placement.vpc,
      internetFacing: false,
      subnetMappings: props.placement.subnets.map((subnet, index) => mapping(subnet, props.addresses[index])),
      securityGroups: [group],
      enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: true,
      crossZoneEnabled: true,
      deletionProtection: true,
    });
    joinZone(this.loadBalancer, props.zone.groupIds(group));
    logAccess(this.loadBalancer, props.accessLogBucketName, ['access_logs']);
    this.forward(props);
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(443) });
    this.connections.allowTo(props.balancer, ec2.Port.tcp(443), 'To the application load balancer behind');
  }

  private forward(props: FixedAddressFrontProps): void {
    const listener = this.loadBalancer.addListener('Tcp', { port: 443, protocol: elb.Protocol.TCP });
    listener.addTargets('Balancer', {
      port: 443,
      targets: [new targets.AlbListenerTarget(props.balancer.listener)],
      healthCheck: { protocol: elb.Protocol.HTTPS, path: props.healthCheckPath },
    });
    acknowledge(listener, {
      'NIST.800.53.R5-ELBv2ACMCertificateRequired':
        'TLS passes through to the application load balancer behind, which holds the certificate.',
    });
  }
}

function mapping(subnet: ec2.ISubnet, privateIpv4Address: string | undefined): elb.SubnetMapping {
  return { subnet, ...(privateIpv4Address ? { privateIpv4Address } : {}) };
}

function requireAddresses(scope: Construct, { addresses, placement }: FixedAddressFrontProps): void {
  const fail = (problem: string) =>
    new Error(
      `[${scope.node.path}] fixedAddresses: expected ${placement.subnets.length} different IPv4 addresses, ` +
        `one in each subnet of the placement, ${problem}`,
    );
  if (addresses.length !== placement.subnets.length) throw fail(`found ${addresses.length}`);
  const malformed = addresses.find((address) => !isIPv4(address));
  if (malformed !== undefined) throw fail(`found "${malformed}"`);
  if (new Set(addresses).size !== addresses.length) throw fail(`found ${addresses.join(', ')}`);
}

import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { aws_elasticloadbalancingv2 as elb, aws_elasticloadbalancingv2_targets as targets, Token } from 'aws-cdk-lib';
import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cidrContains, parseCidr } from '../../lib/model';
import type { ProxyTargets } from './proxy-targets';
import type { Zone } from './zone';

/** Where requests for a host name go. */
export interface PublishTarget {
  /** Fixed IPv4 addresses of the service, in this VPC or across the hub. */
  readonly targetIps: readonly string[];
  /** @default 443 */
  readonly port?: number;
  /** Path that answers 200 when the service is healthy. @default /healthz */
  readonly healthCheckPath?: string;
}

export interface PublishedHostProps extends PublishTarget {
  readonly zone: Zone;
  readonly listener: elb.IApplicationListener;
  readonly hostname: string;
  /** Where the requests go first, and from there on to the addresses. */
  readonly proxied?: ProxyTargets | undefined;
}

/** Rules of a listener are numbered from 1 to 50000. */
const PRIORITIES = 50_000;

/** Place of a host's rule: computed from its name, so that it stays when other hosts come and go. */
export function hostPriority(hostname: string): number {
  return 1 + (createHash('sha256').update(hostname).digest().readUInt32BE(0) % PRIORITIES);
}

/** One host name that the internet may reach, passed on over HTTPS. */
export class PublishedHost extends Construct {
  /** @throws Error when the host name, an address or the port is malformed, or there is no address. */
  constructor(scope: Construct, id: string, props: PublishedHostProps) {
    super(scope, id);
    requireTarget(this, props);
    const group = props.proxied ? proxied(props.proxied, props) : this.targets(props);
    new elb.ApplicationListenerRule(this, 'Rule', {
      listener: props.listener,
      priority: hostPriority(props.hostname),
      conditions: [elb.ListenerCondition.hostHeaders([props.hostname])],
      action: elb.ListenerAction.forward([group]),
    });
  }

  private targets(props: PublishedHostProps): elb.ApplicationTargetGroup {
    const { port, healthCheckPath } = serviceOf(props);
    return new elb.ApplicationTargetGroup(this, 'Targets', {
      vpc: props.zone.vpc,
      targetType: elb.TargetType.IP,
      protocol: elb.ApplicationProtocol.HTTPS,
      port,
      targets: props.targetIps.map((ip) => target(props.zone, ip, port)),
      healthCheck: {
        protocol: elb.Protocol.HTTPS,
        path: healthCheckPath,
        healthyHttpCodes: '200',
        interval: Duration.seconds(15),
      },
    });
  }
}

function serviceOf({
  port = 443,
  healthCheckPath = '/healthz',
}: PublishTarget): Required<Omit<PublishTarget, 'targetIps'>> {
  return { port, healthCheckPath };
}

/** The proxy is told of the host, and has the connections. */
function proxied({ proxy, group }: ProxyTargets, props: PublishedHostProps): elb.ApplicationTargetGroup {
  const { hostname, targetIps: addresses } = props;
  const { port, healthCheckPath } = serviceOf(props);
  proxy.pass({ hostname, addresses, port, healthCheckPath });
  return group;
}

/** Addresses outside the VPC are reached from every availability zone, and must be marked so. */
function target(zone: Zone, ip: string, port: number): targets.IpTarget {
  const { vpcCidrBlock } = zone.vpc;
  const own = Token.isUnresolved(vpcCidrBlock) ? undefined : parseCidr(vpcCidrBlock);
  const host = parseCidr(`${ip}/32`);
  const inside = own && host ? cidrContains(own, host) : false;
  return inside ? new targets.IpTarget(ip, port) : new targets.IpTarget(ip, port, 'all');
}

function requireTarget(scope: Construct, { hostname, targetIps, port = 443 }: PublishedHostProps): void {
  const label = `[${scope.node.path}] publish`;
  if (!/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(hostname)) {
    throw new Error(`${label}: found host name "${hostname}", expected one such as www.example.gov.hk, in lower case`);
  }
  if (targetIps.length === 0)
    throw new Error(`${label} ${hostname}: found no targetIps, expected at least one address`);
  const malformed = targetIps.find((ip) => !isIPv4(ip));
  if (malformed !== undefined) {
    throw new Error(`${label} ${hostname}: found target "${malformed}", expected an IPv4 address`);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${label} ${hostname}: found port ${port}, expected 1 to 65535`);
  }
}

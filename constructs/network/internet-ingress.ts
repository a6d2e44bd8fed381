import type { aws_kms as kms } from 'aws-cdk-lib';
import { aws_elasticloadbalancingv2 as elb } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { NETWORK_QUOTAS } from '../../lib/model';
import type { Profile } from '../../lib/profiles';
import { joinZone } from '../workloads/join-zone';
import { ZoneMembership } from '../workloads/zone-membership';
import { IngressWebAcl, MANAGED_RULE_GROUPS, type Countries } from './ingress-web-acl';
import { ProxyTargets } from './proxy-targets';
import { hostPriority, PublishedHost, type PublishTarget } from './published-host';
import type { ReverseProxy } from './reverse-proxy';
import type { Zone } from './zone';

export interface InternetIngressProps {
  /** Zone that faces the internet. Its flows decide who reaches the load balancer and what it reaches. */
  readonly zone: Zone;
  /**
   * Stands between the load balancer and everything inside, in the same zone (NET-03).
   * @default none: the load balancer itself opens the connections to services
   */
  readonly proxy?: ReverseProxy;
  /** ACM certificate of the public listener, in the stack's region. */
  readonly certificateArn: string;
  /** Bucket of the log archive for access and connection logs; its policy must let load balancers write. */
  readonly accessLogs: { readonly bucketName: string; readonly prefix?: string };
  /** Encrypts the web application firewall's log. */
  readonly encryptionKey: kms.IKey;
  /** Requests from one address in five minutes before it is blocked, at least 10. @default 2000 */
  readonly requestsPerFiveMinutes?: number;
  /** Names of AWS managed rule groups, in order. @default reputation, common, known bad inputs, SQL injection */
  readonly managedRuleGroups?: readonly string[];
  /** Countries whose requests are taken, or refused, as AWS places addresses: a nuisance to attackers, no boundary. @default all */
  readonly countries?: Countries;
  /** Days to keep that log. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
  /** Begins the names of the web ACL and its log group, unique in account and region. @default the VPC's and construct's names */
  readonly ingressName?: string;
  /** @default true */
  readonly deletionProtection?: boolean;
}

/** Browsers come back over HTTPS alone, for a year. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

const { rulesPerBalancer: HOST_QUOTA } = NETWORK_QUOTAS;

/**
 * The one way in from the internet (NET-03, NET-13, NET-14, NET-20): a load balancer that speaks TLS 1.2 and 1.3 and ends
 * every connection, behind a web application firewall, passing published host names over HTTPS to a reverse proxy, or
 * without one to the services themselves, and refusing all else. It opens nothing: declare the flows from the internet
 * to the zone, and from the zone to the services.
 */
export class InternetIngress extends Construct {
  readonly loadBalancer: elb.IApplicationLoadBalancer;
  readonly listener: elb.IApplicationListener;
  readonly webAclArn: string;
  private readonly hosts = new Map<number, string>();
  private readonly proxied: ProxyTargets | undefined;

  /**
   * @throws Error when the zone does not face the internet, the proxy stands elsewhere, the limit is out of range, or a
   * country is malformed.
   */
  constructor(
    scope: Construct,
    id: string,
    private readonly props: InternetIngressProps,
  ) {
    super(scope, id);
    const limit = props.requestsPerFiveMinutes ?? 2000;
    this.requireProps(props, limit);
    const loadBalancer = this.balancer(props);
    this.loadBalancer = loadBalancer;
    this.listener = this.listeners(loadBalancer, props.certificateArn);
    this.proxied = props.proxy && new ProxyTargets(this, 'Proxy', props.proxy);
    this.webAclArn = new IngressWebAcl(this, 'WebAcl', {
      name: props.ingressName ?? `${props.zone.vpcName}-${id}`,
      loadBalancerArn: loadBalancer.loadBalancerArn,
      requestsPerFiveMinutes: limit,
      managedRuleGroups: props.managedRuleGroups ?? MANAGED_RULE_GROUPS,
      countries: props.countries,
      encryptionKey: props.encryptionKey,
      logRetentionDays: props.logRetentionDays,
      profile: props.profile,
    }).webAclArn;
  }

  /**
   * Passes requests for a host name to fixed addresses, over HTTPS.
   * @throws Error when the name or an address is malformed, the name is published twice, two names meet on one place
   * in the listener, or the listener is full.
   */
  publish(hostname: string, target: PublishTarget): void {
    const priority = hostPriority(hostname);
    const other = this.hosts.get(priority);
    if (other !== undefined) {
      throw new Error(
        other === hostname
          ? `[${this.node.path}] publish: found ${hostname} twice, expected each host name once`
          : `[${this.node.path}] publish: ${hostname} and ${other} meet on priority ${priority}, which is computed ` +
              'from the name so that it never moves; publish one of them through another ingress',
      );
    }
    if (this.hosts.size >= HOST_QUOTA) {
      throw new Error(
        `[${this.node.path}] publish: ${hostname} is host ${this.hosts.size + 1}, expected at most ${HOST_QUOTA}, the ` +
          'quota of a load balancer; use another ingress',
      );
    }
    this.hosts.set(priority, hostname);
    const { zone } = this.props;
    new PublishedHost(this, hostname, { ...target, hostname, zone, listener: this.listener, proxied: this.proxied });
  }

  private balancer(props: InternetIngressProps): elb.ApplicationLoadBalancer {
    const { zone, proxy } = props;
    const membership = proxy && new ZoneMembership(this, zone);
    const own = membership?.ownGroup(this, 'SecurityGroup', `Load balancer ${this.node.id}: to the reverse proxy`);
    const group = own ?? zone.securityGroups[0];
    const loadBalancer = new elb.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: zone.vpc,
      vpcSubnets: { subnets: [...zone.subnets] },
      internetFacing: true,
      ...(group ? { securityGroup: group } : {}),
      deletionProtection: props.deletionProtection ?? true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.DEFENSIVE,
      preserveHostHeader: true,
    });
    // Members of one zone open to each other with groups of their own.
    if (membership && own) joinZone(loadBalancer, membership.groupIds(own));
    // Set as attributes: the L2's method needs the bucket's policy and a stack with a region.
    for (const kind of ['access_logs', 'connection_logs']) {
      loadBalancer.setAttribute(`${kind}.s3.enabled`, 'true');
      loadBalancer.setAttribute(`${kind}.s3.bucket`, props.accessLogs.bucketName);
      if (props.accessLogs.prefix) loadBalancer.setAttribute(`${kind}.s3.prefix`, props.accessLogs.prefix);
    }
    return loadBalancer;
  }

  private listeners(loadBalancer: elb.ApplicationLoadBalancer, certificateArn: string): elb.ApplicationListener {
    const plain = loadBalancer.addListener('Http', {
      port: 80,
      protocol: elb.ApplicationProtocol.HTTP,
      open: false,
      defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
    });
    acknowledge(plain, {
      'NIST.800.53.R5-ELBv2ACMCertificateRequired':
        'This listener answers every request with a redirect to HTTPS; it serves nothing for which a certificate could stand.',
    });
    const listener = loadBalancer.addListener('Https', {
      port: 443,
      protocol: elb.ApplicationProtocol.HTTPS,
      open: false,
      sslPolicy: elb.SslPolicy.TLS13_RES,
      certificates: [elb.ListenerCertificate.fromArn(certificateArn)],
      defaultAction: elb.ListenerAction.fixedResponse(404, { contentType: 'text/plain', messageBody: 'Not found' }),
    });
    listener.setAttribute('routing.http.response.strict_transport_security.header_value', STRICT_TRANSPORT);
    listener.setAttribute('routing.http.response.x_content_type_options.header_value', 'nosniff');
    listener.setAttribute('routing.http.response.server.enabled', 'false');
    return listener;
  }

  private requireProps({ zone, proxy }: InternetIngressProps, limit: number): void {
    if (!zone.model.internetFacing) {
      throw new Error(
        `[${this.node.path}] zone: found ${zone.zoneName}, which does not face the internet, expected one that does, ` +
          'such as internet-dmz (NET-03)',
      );
    }
    if (proxy && proxy.placement !== zone) {
      throw new Error(
        `[${this.node.path}] proxy: ${proxy.node.path} stands in another zone, expected one whose placement is this ` +
          'zone; give both the same',
      );
    }
    if (Number.isInteger(limit) && limit >= 10 && limit <= 2_000_000_000) return;
    throw new Error(`[${this.node.path}] requestsPerFiveMinutes: found ${limit}, expected 10 to 2000000000`);
  }
}

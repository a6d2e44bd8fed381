import { isIPv4 } from 'node:net';
import { aws_ram as ram, aws_route53resolver as resolver } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ZonePlacement } from './placement';

/** Names that servers elsewhere know. */
export interface ForwardedDomain {
  /** The domain and all below it: `gov.example.hk`. */
  readonly domain: string;
  /** Addresses of its name servers, on-premises or in another network. */
  readonly servers: readonly string[];
}

export interface ResolverForwardingProps {
  /**
   * Zone in which the endpoint stands, and whose security groups it wears: declare its flows to the servers, port 53
   * over UDP and TCP.
   */
  readonly zone: ZonePlacement;
  readonly domains: readonly ForwardedDomain[];
  /** ARNs of the organisation or its units, or account ids, that may use the rules. @default none */
  readonly shareWith?: readonly string[];
  /** Begins the names of what is made. @default the construct's id */
  readonly forwardingName?: string;
}

/** Addresses of an outbound endpoint. Source: Route 53 Resolver quotas, IP addresses per endpoint. */
const ADDRESSES = { least: 2, most: 6 } as const;

const DNS_PORT = '53';

/**
 * Names of other networks, asked from their own servers (NET-17): an endpoint with an address in each availability
 * zone, and a rule for each domain. VPCs use the rules through a profile (`NetworkProfile`), or as shared.
 */
export class ResolverForwarding extends Construct {
  /** Rules by domain: ARNs, for a profile. */
  readonly ruleArns: Readonly<Record<string, string>>;

  /** @throws Error when a domain or an address is malformed or given twice, or the zone has one subnet or more than six. */
  constructor(scope: Construct, id: string, props: ResolverForwardingProps) {
    super(scope, id);
    const name = props.forwardingName ?? id;
    this.requireProps(props);
    const endpoint = new resolver.CfnResolverEndpoint(this, 'Endpoint', {
      name: `${name}-outbound`,
      direction: 'OUTBOUND',
      ipAddresses: props.zone.subnets.map(({ subnetId }) => ({ subnetId })),
      securityGroupIds: props.zone.securityGroups.map((group) => group.securityGroupId),
      resolverEndpointType: 'IPV4',
      protocols: ['Do53'],
    });
    const rules = props.domains.map(({ domain, servers }) => {
      const rule = new resolver.CfnResolverRule(this, domain, {
        name: `${name}-${domain.replaceAll('.', '-')}`,
        ruleType: 'FORWARD',
        domainName: domain,
        resolverEndpointId: endpoint.attrResolverEndpointId,
        targetIps: servers.map((ip) => ({ ip, port: DNS_PORT })),
      });
      return [domain, rule.attrArn] as const;
    });
    this.ruleArns = Object.fromEntries(rules);
    if (!props.shareWith?.length) return;
    new ram.CfnResourceShare(this, 'Share', {
      name: `${name}-resolver-rules`,
      allowExternalPrincipals: false,
      principals: [...props.shareWith],
      resourceArns: rules.map(([, arn]) => arn),
    });
  }

  private requireProps({ zone, domains }: ResolverForwardingProps): void {
    const label = `[${this.node.path}]`;
    const { length } = zone.subnets;
    if (length < ADDRESSES.least || length > ADDRESSES.most) {
      throw new Error(`${label} zone: found ${length} subnets, expected ${ADDRESSES.least} to ${ADDRESSES.most}`);
    }
    if (domains.length === 0) throw new Error(`${label} domains: found none, expected at least one`);
    for (const [index, { domain, servers }] of domains.entries()) {
      if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) {
        throw new Error(
          `${label} domains: found "${domain}", expected a domain in lower case such as corp.example.gov.hk`,
        );
      }
      if (domains.findIndex((other) => other.domain === domain) !== index) {
        throw new Error(`${label} domains: found ${domain} twice, expected it once, with all its servers`);
      }
      const strange = servers.find((server) => !isIPv4(server));
      if (strange !== undefined || servers.length === 0) {
        throw new Error(`${label} domains ${domain}: found server "${strange ?? 'none'}", expected an IPv4 address`);
      }
    }
  }
}

import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { claimFlow } from '../../../constructs/claims';
import {
  HubAttachment,
  PrivateEndpoints,
  PublicAccessExclusion,
  readParameter,
  ZonedVpc,
  type Ipv6Choice,
  type TransitHub,
} from '../../../constructs/network';
import type { VpcConfig } from '../../config';
import type { Flow } from '../../model';
import type { Profile } from '../../profiles';
import type { StackContext } from '../context';
import { vpcName } from '../names';
import { flowEnd, flowOptions, outboundFlows, qualifiedEnd, type FlowEnd } from '../network-plan';

export interface VpcStackProps extends StackContext {
  readonly vpc: VpcConfig;
  /** The hub, where it stands in the same account; of another account its id is read from a shared parameter. */
  readonly hub?: TransitHub;
}

/** One VPC: its zones, its flows, its attachment to the hub, its private ways to AWS services. */
export class VpcStack extends Stack {
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment | undefined;
  readonly endpoints: PrivateEndpoints | undefined;

  constructor(scope: Construct, id: string, props: VpcStackProps) {
    const { account, config, names, profile, vpc } = props;
    const name = vpcName(account, vpc);
    super(scope, id, { description: `Network zones of ${name}`, terminationProtection: true });
    this.network = new ZonedVpc(this, 'Network', {
      vpcName: name,
      cidr: vpc.cidr,
      availabilityZones: config.availabilityZones,
      zones: Object.entries(vpc.zones).map(([zone, subnets]) => ({ name: zone, subnets })),
      internetGateway: vpc.internetGateway,
      // Every department is a peer of a shared network: more than a network ACL has rules.
      ...(account.role === 'workload' ? {} : { networkAclSummaries: summaries(props) }),
      networkAclRuleQuota: config.network.networkAclRuleQuota,
      ...ipv6Of(props),
      profile,
      flowLogs: { archiveBucketArn: names.archiveBucketArn('network') },
      queryLogs: { destinationArn: names.archiveBucketArn('network'), configName: `${config.name}-${name}` },
    });
    this.attachment = this.attach(name, props);
    this.endpoints = this.addEndpoints(props);
    for (const flow of vpc.flows) {
      this.open(flow, flowEnd(props, qualifiedEnd(name, flow.from)), flowEnd(props, qualifiedEnd(name, flow.to)));
    }
    for (const flow of config.network.flows) {
      this.open(flow, flowEnd(props, flow.from), flowEnd(props, flow.to));
    }
    // The way out has its gateway for the flows of others, and an exclusion of its own.
    if (name === config.network.egress?.vpc) for (const flow of outboundFlows(config)) claimFlow(this, flow);
    else if (vpc.internetGateway) this.excludeFacing(profile);
  }

  private attach(name: string, { vpc, hub, config, names }: VpcStackProps): HubAttachment | undefined {
    if (!vpc.attachment) return undefined;
    const hubAccount = names.account(config.network.hub.account);
    const transitGatewayId =
      hub?.transitGatewayId ??
      readParameter(this, 'TransitGatewayId', names.parameterArn(hubAccount, names.transitGatewayParameter));
    return new HubAttachment(this, 'Attachment', {
      vpc: this.network,
      transitGatewayId,
      subnets: vpc.attachment.subnets,
      applianceMode: name === config.network.inspection.vpc,
      ...(name === config.network.egress?.vpc ? { zonalRoutes: true } : {}),
      ...(hub ? {} : { publish: { parameterName: names.attachmentParameter(name), shareWith: [hubAccount.id] } }),
    });
  }

  private addEndpoints({ vpc, config }: VpcStackProps): PrivateEndpoints | undefined {
    if (vpc.interfaceEndpoints.length === 0) return undefined;
    return new PrivateEndpoints(this, 'Endpoints', {
      zone: this.network.zone(vpc.endpointZone),
      services: vpc.interfaceEndpoints,
      organizationId: config.organization.id,
    });
  }

  /** This VPC's end of a flow, or both; the other end is made in the other VPC's stack. */
  private open(flow: Flow, from: FlowEnd, to: FlowEnd): void {
    const { vpcName: own } = this.network;
    if (from.vpc === own) {
      const peer = to.vpc === own ? this.network.zone(to.zone) : to.peer;
      this.network.zone(from.zone).allowTo(peer, flow.ports, flowOptions(flow));
    } else if (to.vpc === own) {
      this.network.zone(to.zone).allowFrom(from.peer, flow.ports, flowOptions(flow));
    }
  }

  private excludeFacing(profile: Profile): void {
    for (const { name, internetFacing } of profile.zones) {
      if (!internetFacing || !this.network.zoneNames.includes(name)) continue;
      new PublicAccessExclusion(this, `PublicAccess-${name}`, { zone: this.network.zone(name) });
    }
  }
}

/** The network's own addresses, of the families that the VPC has. */
function summaries({ config: { network }, vpc }: VpcStackProps): string[] {
  return [...network.addressSpace, ...(vpc.ipv6 === undefined ? [] : (network.ipv6?.addressSpace ?? []))];
}

function ipv6Of({ config: { network }, vpc: { ipv6 } }: VpcStackProps): { readonly ipv6?: Ipv6Choice } {
  if (ipv6 === undefined) return {};
  const { ipamPoolId = '', internet = true } = network.ipv6 ?? {};
  return { ipv6: ipv6 === 'amazon' ? ipv6 : { ipamPoolId, cidr: ipv6, internet } };
}

import { aws_ram as ram, aws_route53profiles as profiles } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DnsFirewallAssociation, type DnsFirewall } from './dns-firewall';
import type { PrivateEndpoints } from './private-endpoints';
import type { ResolverForwarding } from './resolver-forwarding';
import { SharedParameter } from './shared-parameter';

export interface NetworkProfileProps {
  /** Interface endpoints that stand in a central VPC: their services' names lead there from every VPC. @default none */
  readonly endpoints?: PrivateEndpoints;
  /** @default none */
  readonly dnsFirewall?: DnsFirewall;
  /** @default none */
  readonly forwarding?: ResolverForwarding;
  /** ARNs of the organisation or its units, or account ids, whose VPCs may use it. @default none */
  readonly shareWith?: readonly string[];
  /** Parameter for other accounts that holds the profile's id. @default none */
  readonly profileIdParameter?: string;
  /** Name of the profile; a change replaces it. @default the construct's id */
  readonly profileName?: string;
}

/** Place of a DNS firewall among those of a VPC that uses the profile. */
const FIREWALL_PRIORITY = 101;

/**
 * What every VPC knows about names, said once and shared (NET-10, NET-16): private endpoints, the DNS firewall, names of
 * other networks. A Route 53 profile: VPCs of other accounts use it by its id, and follow it as it changes.
 */
export class NetworkProfile extends Construct {
  readonly profileId: string;
  readonly profileArn: string;

  /** @throws Error when there is nothing to share. */
  constructor(scope: Construct, id: string, props: NetworkProfileProps) {
    super(scope, id);
    const name = props.profileName ?? id;
    if (!props.endpoints && !props.dnsFirewall && !props.forwarding) {
      throw new Error(`[${this.node.path}] found nothing to share, expected endpoints, dnsFirewall or forwarding`);
    }
    const profile = new profiles.CfnProfile(this, 'Profile', { name });
    this.profileId = profile.attrId;
    this.profileArn = profile.attrArn;
    for (const [service, arn] of Object.entries(props.endpoints?.endpointArns ?? {})) this.hold(service, arn);
    for (const [domain, arn] of Object.entries(props.forwarding?.ruleArns ?? {})) {
      this.hold(domain.replaceAll('.', '-'), arn);
    }
    if (props.dnsFirewall) this.hold('dns-firewall', props.dnsFirewall.ruleGroupArn, { priority: FIREWALL_PRIORITY });
    this.publish(name, props);
  }

  private hold(name: string, resourceArn: string, properties?: object): void {
    new profiles.CfnProfileResourceAssociation(this, name, {
      name: name.replaceAll('.', '-'),
      profileId: this.profileId,
      resourceArn,
      ...(properties ? { resourceProperties: JSON.stringify(properties) } : {}),
    });
  }

  private publish(name: string, { shareWith = [], profileIdParameter }: NetworkProfileProps): void {
    if (shareWith.length > 0) {
      new ram.CfnResourceShare(this, 'Share', {
        name: `${name}-network-profile`,
        allowExternalPrincipals: false,
        principals: [...shareWith],
        resourceArns: [this.profileArn],
      });
    }
    if (profileIdParameter === undefined) return;
    new SharedParameter(this, 'ProfileId', {
      parameterName: profileIdParameter,
      value: this.profileId,
      description: `Id of the network profile ${name}`,
      shareWith,
    });
  }
}

export interface NetworkProfileAssociationProps {
  readonly vpcId: string;
  /** Name of the VPC: AWS tells associations apart by it. */
  readonly vpcName: string;
  /** Of this account, or shared by another. */
  readonly profileId: string;
}

/** Lets a VPC use a network profile: one to a VPC. The DNS firewall that it brings fails closed. */
export class NetworkProfileAssociation extends Construct {
  constructor(scope: Construct, id: string, { vpcId, vpcName, profileId }: NetworkProfileAssociationProps) {
    super(scope, id);
    new profiles.CfnProfileAssociation(this, 'Association', { name: vpcName, profileId, resourceId: vpcId });
    new DnsFirewallAssociation(this, 'DnsFirewall', { vpcId });
  }
}

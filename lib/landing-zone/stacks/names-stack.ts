import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  DnsFirewall,
  NetworkProfile,
  PrivateEndpoints,
  ResolverForwarding,
  type Zone,
  type ZonedVpc,
} from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

type NamesConfig = NonNullable<LandingZoneConfig['network']['names']>;

export interface NamesStackProps extends StackContext {
  /** The VPC in which central endpoints stand. */
  readonly network: ZonedVpc;
  readonly names: StackContext['names'];
  readonly shared: NamesConfig;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/** What every VPC at the hub knows about names: central endpoints, what may be looked up, names of other networks. */
export class NamesStack extends Stack {
  readonly profileId: string;

  constructor(scope: Construct, id: string, props: NamesStackProps) {
    const { config, names, network, shared } = props;
    super(scope, id, { description: 'Names and private services for all VPCs', terminationProtection: true });
    const zone = network.zone(shared.zone);
    const endpoints = this.endpoints(zone, props);
    const forwarding = this.forwarding(zone, props);
    this.profileId = new NetworkProfile(this, 'Profile', {
      profileName: config.name,
      dnsFirewall: this.dnsFirewall(props),
      ...(endpoints ? { endpoints } : {}),
      ...(forwarding ? { forwarding } : {}),
      shareWith: [names.organizationArn],
      profileIdParameter: names.networkProfileParameter,
    }).profileId;
  }

  private dnsFirewall(props: NamesStackProps): DnsFirewall {
    const { config, shared, key, profile } = props;
    return new DnsFirewall(this, 'DnsFirewall', {
      firewallName: config.name,
      allow: shared.allow,
      block: shared.block,
      managedLists: shared.managedLists,
      log: { encryptionKey: key, logRetentionDays: retentionDays(props, 'infrastructure'), profile },
    });
  }

  private endpoints(zone: Zone, { config, shared }: NamesStackProps): PrivateEndpoints | undefined {
    if (shared.endpoints.length === 0) return undefined;
    return new PrivateEndpoints(this, 'Endpoints', {
      zone,
      services: shared.endpoints,
      organizationId: config.organization.id,
      exceptions: shared.exceptions.map(
        ({ name, actions, resources }) =>
          new iam.PolicyStatement({ sid: name, principals: [new iam.AnyPrincipal()], actions, resources }),
      ),
    });
  }

  private forwarding(zone: Zone, { config, shared }: NamesStackProps): ResolverForwarding | undefined {
    if (shared.forward.length === 0) return undefined;
    return new ResolverForwarding(this, 'Forwarding', {
      zone,
      forwardingName: config.name,
      domains: shared.forward,
    });
  }
}

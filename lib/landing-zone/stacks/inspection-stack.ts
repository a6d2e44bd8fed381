import { resolve } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  InspectionFirewall,
  type HubAttachment,
  type InspectionAtHub,
  type InspectionInVpc,
  type TlsInspection,
  type TransitHub,
  type ZonedVpc,
} from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import type { StackContext } from '../context';
import { flowEnd, flowOptions, outboundFlows, speaksIpv6 } from '../network-plan';

export interface InspectionStackProps extends StackContext {
  /** The VPC made for inspection with its attachment, or the hub at which the firewall stands. */
  readonly place: { readonly network: ZonedVpc; readonly attachment: HubAttachment } | { readonly hub: TransitHub };
}

/** The firewall through which all traffic between VPCs goes: it passes the declared flows, and drops the rest. */
export class InspectionStack extends Stack {
  readonly firewall: InspectionFirewall;

  constructor(scope: Construct, id: string, props: InspectionStackProps) {
    const { config, configFolder, names } = props;
    super(scope, id, { description: 'Firewall between the VPCs of all accounts', terminationProtection: true });
    const { managedRuleGroups, ruleFiles, tls } = config.network.inspection;
    this.firewall = new InspectionFirewall(this, 'Firewall', {
      ...placeOf(props),
      inspected: config.network.addressSpace,
      ...(speaksIpv6(config) && config.network.ipv6 ? { ipv6Inspected: config.network.ipv6.addressSpace } : {}),
      beyond: config.network.government?.accepted ?? [],
      logs: { bucketName: names.archiveBucket('network') },
      firewallName: names.inspectionFirewall,
      managedRuleGroups,
      ruleFiles: ruleFiles.map(({ name, path }) => ({ name, path: resolve(configFolder, path) })),
      ...(tls ? { tls: tlsOf(tls) } : {}),
    });
    for (const flow of passedFlows(props)) {
      const [from, to] = [flowEnd(props, flow.from), flowEnd(props, flow.to)];
      this.firewall.allow(from.peer, to.peer, flow.ports, flowOptions(flow));
    }
  }
}

/** Flows between networks, and those to the internet by the names of domains. What comes in ends before the hub. */
function passedFlows(props: InspectionStackProps) {
  const { config } = props;
  const { flows, government } = config.network;
  const between = flows.filter(({ from, to }) => {
    const ends = [flowEnd(props, from), flowEnd(props, to)];
    const [first, second] = ends.map(({ vpc, zone }) => vpc ?? (zone === government?.name ? zone : undefined));
    return first !== undefined && second !== undefined && first !== second;
  });
  return [...between, ...outboundFlows(config)];
}

function placeOf({ place, config }: InspectionStackProps): InspectionInVpc | InspectionAtHub {
  if ('hub' in place) {
    return { transitGatewayId: place.hub.transitGatewayId, availabilityZones: config.availabilityZones };
  }
  return { zone: place.network.zone('inspection'), attachment: place.attachment };
}

function tlsOf(tls: NonNullable<LandingZoneConfig['network']['inspection']['tls']>): TlsInspection {
  const { certificateAuthorityArn, serverCertificateArns } = tls;
  return { serverCertificateArns, ...(certificateAuthorityArn === undefined ? {} : { certificateAuthorityArn }) };
}

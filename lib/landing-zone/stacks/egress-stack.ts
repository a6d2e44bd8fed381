import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { InternetEgress, PublicAccessExclusion, type HubAttachment, type ZonedVpc } from '../../../constructs/network';
import type { StackContext } from '../context';
import { flowEnd, flowOptions, outboundFlows } from '../network-plan';

export interface EgressStackProps extends StackContext {
  /** The VPC made for the way out. */
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment;
}

/** The one way out to the internet: NAT behind the firewall, open for the ports of declared flows. */
export class EgressStack extends Stack {
  constructor(scope: Construct, id: string, props: EgressStackProps) {
    const { config, network, attachment, profile } = props;
    super(scope, id, { description: 'NAT gateways behind the firewall', terminationProtection: true });
    const facing = profile.zones.find((zone) => zone.internetFacing && network.zoneNames.includes(zone.name));
    const zone = network.zone(facing?.name ?? 'internet-dmz');
    const egress = new InternetEgress(this, 'Egress', { zone, attachment, sources: config.network.addressSpace });
    new PublicAccessExclusion(this, 'PublicAccess', { zone, direction: 'egress' });
    for (const flow of outboundFlows(config)) {
      egress.allow(flowEnd(props, flow.from).peer, flow.ports, flowOptions(flow));
    }
  }
}

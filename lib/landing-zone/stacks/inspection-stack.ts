import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { InspectionFirewall, type HubAttachment, type ZonedVpc } from '../../../constructs/network';
import type { StackContext } from '../context';
import { flowEnd, flowOptions } from '../network-plan';

export interface InspectionStackProps extends StackContext {
  /** The VPC made for inspection. */
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment;
}

/** The firewall through which all traffic between VPCs goes: it passes the declared flows, and drops the rest. */
export class InspectionStack extends Stack {
  constructor(scope: Construct, id: string, props: InspectionStackProps) {
    const { config, names, network, attachment } = props;
    super(scope, id, { description: 'Firewall between the VPCs of all accounts', terminationProtection: true });
    const firewall = new InspectionFirewall(this, 'Firewall', {
      zone: network.zone('inspection'),
      attachment,
      inspected: config.network.addressSpace,
      logs: { bucketName: names.archiveBucket('network') },
      firewallName: names.inspectionFirewall,
    });
    for (const flow of config.network.flows) {
      const from = flowEnd(config, flow.from);
      const to = flowEnd(config, flow.to);
      if (from.vpc === undefined || to.vpc === undefined || from.vpc === to.vpc) continue;
      firewall.allow(from.peer, to.peer, flow.ports, flowOptions(flow));
    }
  }
}

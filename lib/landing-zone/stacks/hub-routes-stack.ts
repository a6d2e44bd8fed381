import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { HubRoutes, type HubAttachment, type ZonedVpc } from '../../../constructs/network';
import type { StackContext } from '../context';

export interface HubRoutesStackProps extends StackContext {
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment;
}

/**
 * The way from a VPC's zones to the hub. AWS accepts these routes only once the hub's account has accepted the
 * attachment, so this stack is deployed after `routing`.
 */
export class HubRoutesStack extends Stack {
  constructor(scope: Construct, id: string, props: HubRoutesStackProps) {
    const { config, network, attachment } = props;
    super(scope, id, { description: `Routes of ${network.vpcName} to the hub`, terminationProtection: true });
    new HubRoutes(this, 'Routes', {
      zones: network.zoneNames.map((name) => network.zone(name)),
      transitGatewayId: attachment.transitGatewayId,
      destinations: config.network.addressSpace,
    });
  }
}

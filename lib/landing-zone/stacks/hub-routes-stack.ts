import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { HubRoutes, type HubAttachment, type ZonedVpc } from '../../../constructs/network';
import type { StackContext } from '../context';

export interface HubRoutesStackProps extends StackContext {
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment;
}

/**
 * The way to the hub for the zones of a VPC that have flows there; the others have none. AWS accepts these routes only once the hub's account has accepted the
 * attachment, so this stack is deployed after `routing`.
 */
export class HubRoutesStack extends Stack {
  constructor(scope: Construct, id: string, props: HubRoutesStackProps) {
    const { config, network, attachment } = props;
    super(scope, id, { description: `Routes of ${network.vpcName} to the hub`, terminationProtection: true });
    new HubRoutes(this, 'Routes', {
      zones: network.crossingZones,
      transitGatewayId: attachment.transitGatewayId,
      destinations: config.network.addressSpace,
    });
  }
}

import { Annotations, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { GATEWAY_FLOW_PREFIX } from '../../../constructs/logging';
import { TransitHub } from '../../../constructs/network';
import { quotaOutlook } from '../../config';
import type { StackContext } from '../context';

/** The transit gateway of the landing zone, shared with the organisation. */
export class HubStack extends Stack {
  readonly hub: TransitHub;

  constructor(scope: Construct, id: string, props: StackContext) {
    const { config, names } = props;
    super(scope, id, {
      description: 'Transit gateway that joins the VPCs of all accounts',
      terminationProtection: true,
    });
    this.hub = new TransitHub(this, 'Hub', {
      hubName: config.name,
      asn: config.network.hub.asn,
      routeTables: config.network.hub.routeTables.map((table) => table.name),
      flowLogs: { archiveBucketArn: names.archiveBucketArn('network'), prefix: GATEWAY_FLOW_PREFIX },
      shareWith: [names.organizationArn],
      gatewayIdParameter: names.transitGatewayParameter,
    });
    const outlook = quotaOutlook(config);
    if (outlook?.exceeded) Annotations.of(this).addWarningV2('lionrock:network-quota', outlook.text);
    else if (outlook) Annotations.of(this).addInfoV2('lionrock:network-quota', outlook.text);
  }
}

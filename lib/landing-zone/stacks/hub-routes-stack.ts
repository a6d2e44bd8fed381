import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  HubRoutes,
  NetworkProfileAssociation,
  readParameter,
  type HubAttachment,
  type ZonedVpc,
} from '../../../constructs/network';
import type { StackContext } from '../context';
import { plannedVpcs, reachOf, type Reach } from '../network-plan';

export interface HubRoutesStackProps extends StackContext {
  readonly network: ZonedVpc;
  readonly attachment: HubAttachment;
  /** Id of the network profile, where it stands in the same account; of another account it is read. */
  readonly profileId?: string;
}

/**
 * What the zones of a VPC have at the hub: the way there, for those that have flows, and what the VPC knows about names.
 * AWS accepts these routes only once the hub's account has accepted the attachment, so this stack is deployed after
 * `routing`, and after `names` of the account of central services.
 */
export class HubRoutesStack extends Stack {
  constructor(scope: Construct, id: string, props: HubRoutesStackProps) {
    const { config, network } = props;
    super(scope, id, { description: `Routes of ${network.vpcName} to the hub`, terminationProtection: true });
    this.route('Routes', props, (reach) => reach.vpcs, config.network.addressSpace);
    this.route('Ipv6', props, (reach) => reach.ipv6, config.network.ipv6?.addressSpace ?? []);
    this.route('Out', props, (reach) => reach.internet, ['0.0.0.0/0']);
    this.route('Government', props, (reach) => reach.government, config.network.government?.accepted ?? []);
    if (config.network.names) this.useProfile(props);
  }

  private route(
    id: string,
    props: HubRoutesStackProps,
    leads: (reach: Reach) => boolean,
    destinations: readonly string[],
  ): void {
    if (destinations.length === 0) return;
    const { network, attachment } = props;
    const zones = network.crossingZones.filter((zone) => leads(reachOf(props, network.vpcName, zone.zoneName)));
    if (zones.length === 0) return;
    new HubRoutes(this, id, { zones, transitGatewayId: attachment.transitGatewayId, destinations });
  }

  private useProfile({ config, names, network, profileId }: HubRoutesStackProps): void {
    const owner =
      config.network.names && plannedVpcs(config).find(({ name }) => name === config.network.names?.vpc)?.account;
    if (!owner) return;
    new NetworkProfileAssociation(this, 'Names', {
      vpcId: network.vpcId,
      vpcName: network.vpcName,
      profileId:
        profileId ?? readParameter(this, 'ProfileId', names.parameterArn(owner, names.networkProfileParameter)),
    });
  }
}

import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { HubAttachment, InspectionFirewall, ZonePlacement } from '../../constructs/network';
import { ingressesOf } from '../config';
import type { StackContext } from './context';
import { vpcName } from './names';
import { routedVpcs } from './network-plan';
import { AddressesStack } from './stacks/addresses-stack';
import { EgressStack } from './stacks/egress-stack';
import { GovernmentStack } from './stacks/government-stack';
import { HubRoutesStack } from './stacks/hub-routes-stack';
import { HubStack } from './stacks/hub-stack';
import { IngressStack } from './stacks/ingress-stack';
import { InspectionStack } from './stacks/inspection-stack';
import { NamesStack } from './stacks/names-stack';
import { PublicAccessStack } from './stacks/public-access-stack';
import { RoutingStack, type RoutingStackProps } from './stacks/routing-stack';
import { VpcStack } from './stacks/vpc-stack';

interface NetworkContext extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** Key of the account for secrets, which an account may not have. */
  readonly secretKey: () => kms.IKey;
}

/** The network of one account: its VPCs, and the hub where the account owns it. */
export class NetworkStacks {
  /** Zones of the account's VPCs, by name. */
  readonly zones: Readonly<Record<string, ZonePlacement>>;
  /** URL under which DynamoDB answers inside the VPC, where it has an endpoint. */
  readonly dynamoDbEndpoint: string | undefined;

  constructor(scope: Construct, context: NetworkContext) {
    const { account, config } = context;
    const hub = config.network.hub.account === account.name ? new HubStack(scope, 'hub', context).hub : undefined;
    if (hub && config.network.addressPools) new AddressesStack(scope, 'addresses', context);
    if (account.vpcs.length > 0) new PublicAccessStack(scope, 'public-access');
    const stacks = account.vpcs.map((vpc) => {
      const id = vpc.name === undefined ? 'vpc' : `vpc-${vpc.name}`;
      return new VpcStack(scope, id, { ...context, vpc, ...(hub ? { hub } : {}) });
    });
    const byName = new Map(stacks.map((stack) => [stack.network.vpcName, stack]));
    this.addHubParts(scope, context, hub, byName);
    const { names } = config.network;
    const central = names && byName.get(names.vpc);
    const shared = central && new NamesStack(scope, 'names', { ...context, network: central.network, shared: names });
    this.addRoutes(scope, context, byName, shared?.profileId);
    this.zones = Object.fromEntries(
      stacks.flatMap(({ network }) => network.zoneNames.map((name) => [name, network.zone(name)] as const)),
    );
    const dynamoDb = account.vpcs.findIndex((vpc) => vpc.interfaceEndpoints.includes('dynamodb'));
    const name = stacks[dynamoDb]?.endpoints?.dnsName('dynamodb');
    this.dynamoDbEndpoint = name === undefined ? undefined : `https://${name}`;
  }

  private addHubParts(
    scope: Construct,
    context: NetworkContext,
    hub: HubStack['hub'] | undefined,
    stacks: ReadonlyMap<string, VpcStack>,
  ): void {
    const { egress } = context.config.network;
    const firewall = this.addInspection(scope, context, hub, stacks);
    for (const { ingress, name } of ingressesOf(context.config)) {
      const network = stacks.get(ingress.vpc)?.network;
      const id = name === undefined ? 'ingress' : `ingress-${name}`;
      if (network) new IngressStack(scope, id, { ...context, network, ingress });
    }
    const out = egress && stacks.get(egress.vpc);
    if (out?.attachment) {
      new EgressStack(scope, 'egress', { ...context, network: out.network, attachment: out.attachment });
    }
    if (!hub) return;
    const { government } = context.config.network;
    const link = government && new GovernmentStack(scope, 'government', { ...context, hub, government }).link;
    addRouting(scope, {
      ...context,
      hub,
      attachments: attachmentsOf(stacks),
      ...(firewall ? { firewall } : {}),
      ...(link ? { link } : {}),
    });
  }

  private addInspection(
    scope: Construct,
    context: NetworkContext,
    hub: HubStack['hub'] | undefined,
    stacks: ReadonlyMap<string, VpcStack>,
  ): InspectionFirewall | undefined {
    const { vpc, atHub } = context.config.network.inspection;
    if (atHub) return hub && new InspectionStack(scope, 'inspection', { ...context, place: { hub } }).firewall;
    const { network, attachment } = stacks.get(vpc ?? '') ?? {};
    if (!network || !attachment) return undefined;
    return new InspectionStack(scope, 'inspection', { ...context, place: { network, attachment } }).firewall;
  }

  /**
   * The VPCs of inspection and of the way out route for themselves. A VPC without flows to others has no way there.
   */
  private addRoutes(
    scope: Construct,
    context: NetworkContext,
    stacks: ReadonlyMap<string, VpcStack>,
    profileId: string | undefined,
  ): void {
    const { egress, inspection, names } = context.config.network;
    for (const vpc of context.account.vpcs) {
      const name = vpcName(context.account, vpc);
      const stack = stacks.get(name);
      if (!stack?.attachment || name === inspection.vpc || name === egress?.vpc) continue;
      if (stack.network.crossingZones.length === 0 && !names) continue;
      const id = vpc.name === undefined ? 'hub-routes' : `hub-routes-${vpc.name}`;
      new HubRoutesStack(scope, id, {
        ...context,
        network: stack.network,
        attachment: stack.attachment,
        ...(profileId === undefined ? {} : { profileId }),
      });
    }
  }
}

function attachmentsOf(stacks: ReadonlyMap<string, VpcStack>): Record<string, HubAttachment> {
  return Object.fromEntries([...stacks].flatMap(([name, { attachment }]) => (attachment ? [[name, attachment]] : [])));
}

/** The first stack is always there; others where a VPC stands in them. */
function addRouting(scope: Construct, props: Omit<RoutingStackProps, 'number'>): void {
  const { config } = props;
  for (let number = 0; number < config.network.hub.routingStacks; number += 1) {
    if (number > 0 && routedVpcs(config, number).length === 0) continue;
    new RoutingStack(scope, number === 0 ? 'routing' : `routing-${number + 1}`, { ...props, number });
  }
}

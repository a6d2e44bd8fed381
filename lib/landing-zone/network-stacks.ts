import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { HubAttachment, ZonePlacement } from '../../constructs/network';
import type { StackContext } from './context';
import { vpcName } from './names';
import { HubRoutesStack } from './stacks/hub-routes-stack';
import { HubStack } from './stacks/hub-stack';
import { IngressStack } from './stacks/ingress-stack';
import { InspectionStack } from './stacks/inspection-stack';
import { RoutingStack } from './stacks/routing-stack';
import { VpcStack } from './stacks/vpc-stack';

interface NetworkContext extends StackContext {
  /** Key of the account for logs. */
  readonly key: kms.IKey;
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
    const facing = account.vpcs.find((vpc) => vpc.internetGateway) ?? account.vpcs[0];
    const stacks = account.vpcs.map((vpc) => {
      const id = vpc.name === undefined ? 'vpc' : `vpc-${vpc.name}`;
      return new VpcStack(scope, id, { ...context, vpc, blocksPublicAccess: vpc === facing, ...(hub ? { hub } : {}) });
    });
    const byName = new Map(stacks.map((stack) => [stack.network.vpcName, stack]));
    this.addHubParts(scope, context, hub, byName);
    this.addRoutes(scope, context, byName);
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
    const { inspection, ingress } = context.config.network;
    const inspected = stacks.get(inspection.vpc);
    if (inspected?.attachment) {
      new InspectionStack(scope, 'inspection', {
        ...context,
        network: inspected.network,
        attachment: inspected.attachment,
      });
    }
    const facing = ingress && stacks.get(ingress.vpc);
    if (facing) new IngressStack(scope, 'ingress', { ...context, network: facing.network, ingress });
    if (!hub) return;
    const attachments: Record<string, HubAttachment> = {};
    for (const [name, { attachment }] of stacks) if (attachment) attachments[name] = attachment;
    new RoutingStack(scope, 'routing', { ...context, hub, attachments });
  }

  /** The inspection VPC routes for itself: to its firewall, and back. A VPC without flows to others has no way there. */
  private addRoutes(scope: Construct, context: NetworkContext, stacks: ReadonlyMap<string, VpcStack>): void {
    for (const vpc of context.account.vpcs) {
      const name = vpcName(context.account, vpc);
      const stack = stacks.get(name);
      if (!stack?.attachment || name === context.config.network.inspection.vpc) continue;
      if (stack.network.crossingZones.length === 0) continue;
      const id = vpc.name === undefined ? 'hub-routes' : `hub-routes-${vpc.name}`;
      new HubRoutesStack(scope, id, { ...context, network: stack.network, attachment: stack.attachment });
    }
  }
}

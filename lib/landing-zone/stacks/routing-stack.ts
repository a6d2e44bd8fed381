import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  readParameter,
  TransitRouting,
  type GovernmentLink,
  type HubAttachment,
  type InspectionFirewall,
  type RoutedAttachment,
  type TransitHub,
  type TransitRoute,
} from '../../../constructs/network';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';
import { HUB_FIREWALL, routingStackOf } from '../../config';
import { plannedVpcs, routedVpcs, type PlannedVpc } from '../network-plan';

export interface RoutingStackProps extends StackContext {
  readonly hub: TransitHub;
  /** Attachments of the hub's own account, by the name of the VPC. */
  readonly attachments: Readonly<Record<string, HubAttachment>>;
  /** The firewall, where it stands at the gateway itself. */
  readonly firewall?: InspectionFirewall;
  /** The line to the government network. */
  readonly link?: GovernmentLink;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** Number of the stack among those over which VPCs are spread, from 0: the first holds what is the hub's own. */
  readonly number: number;
}

/** Who reaches whom through the hub. Deployed after the VPCs of all accounts: it accepts their attachments. */
export class RoutingStack extends Stack {
  constructor(scope: Construct, id: string, props: RoutingStackProps) {
    const { config, hub, key, number, profile } = props;
    super(scope, id, { description: 'Routes between the VPCs of all accounts', terminationProtection: true });
    new TransitRouting(this, 'Routing', {
      hub,
      encryptionKey: key,
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile,
      attachments: [
        ...routedVpcs(config, number).flatMap((planned) => this.attachment(planned, props)),
        ...(number === 0 ? [...firewallAttachment(props), ...linkAttachment(props)] : []),
      ],
      routes: [
        ...config.network.hub.routeTables.flatMap((table) =>
          table.routes
            .filter(({ vpc }) => routingStackOf(config, vpc) === number)
            .map(({ cidr, vpc, blackhole }) => ({
              routeTable: table.name,
              cidr,
              ...(vpc === undefined ? {} : { to: vpc }),
              ...(blackhole === undefined ? {} : { blackhole }),
            })),
        ),
        ...(number === 0 ? linkRoutes(props) : []),
      ],
    });
  }

  private attachment({ name, account, vpc }: PlannedVpc, props: RoutingStackProps): RoutedAttachment[] {
    if (!vpc.attachment) return [];
    const { associate, propagate } = vpc.attachment;
    const own = props.attachments[name];
    const { names } = props;
    const attachmentId =
      own?.attachmentId ??
      readParameter(this, `${name}-attachment`, names.parameterArn(account, names.attachmentParameter(name)));
    return [{ name, attachmentId, associate, propagate, accept: own === undefined }];
  }
}

/** A firewall at the gateway announces nothing: routes lead to it, and its table leads on. */
function firewallAttachment({ config, firewall }: RoutingStackProps): RoutedAttachment[] {
  const { atHub } = config.network.inspection;
  if (!atHub || !firewall) return [];
  return [{ name: HUB_FIREWALL, attachmentId: firewall.attachmentId, associate: atHub.associate }];
}

function linkAttachment({ config, link }: RoutingStackProps): RoutedAttachment[] {
  const { government } = config.network;
  return government && link ? [link.routed({ own: government.routeTable })] : [];
}

function linkRoutes({ config, link }: RoutingStackProps): TransitRoute[] {
  const { government, inspection } = config.network;
  if (!government || !link) return [];
  const vpc = plannedVpcs(config).find(({ name }) => name === inspection.vpc)?.vpc;
  const inspected = inspection.atHub?.associate ?? vpc?.attachment?.associate ?? '';
  return link.routes({ inspection: inspection.vpc ?? HUB_FIREWALL, own: government.routeTable, inspected });
}

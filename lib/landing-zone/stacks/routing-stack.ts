import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  readParameter,
  TransitRouting,
  type HubAttachment,
  type RoutedAttachment,
  type TransitHub,
} from '../../../constructs/network';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';
import { plannedVpcs, type PlannedVpc } from '../network-plan';

export interface RoutingStackProps extends StackContext {
  readonly hub: TransitHub;
  /** Attachments of the hub's own account, by the name of the VPC. */
  readonly attachments: Readonly<Record<string, HubAttachment>>;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/** Who reaches whom through the hub. Deployed after the VPCs of all accounts: it accepts their attachments. */
export class RoutingStack extends Stack {
  constructor(scope: Construct, id: string, props: RoutingStackProps) {
    const { config, hub, key, profile } = props;
    super(scope, id, { description: 'Routes between the VPCs of all accounts', terminationProtection: true });
    new TransitRouting(this, 'Routing', {
      hub,
      encryptionKey: key,
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile,
      attachments: plannedVpcs(config).flatMap((planned) => this.attachment(planned, props)),
      routes: config.network.hub.routeTables.flatMap((table) =>
        table.routes.map(({ cidr, vpc, blackhole }) => ({
          routeTable: table.name,
          cidr,
          ...(vpc === undefined ? {} : { to: vpc }),
          ...(blackhole === undefined ? {} : { blackhole }),
        })),
      ),
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

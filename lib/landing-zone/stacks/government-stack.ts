import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { GovernmentLink, type TransitHub } from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

export interface GovernmentStackProps extends StackContext {
  readonly hub: TransitHub;
  readonly government: NonNullable<LandingZoneConfig['network']['government']>;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/** The line to the government's own network, with its routes filtered both ways. */
export class GovernmentStack extends Stack {
  readonly link: GovernmentLink;

  constructor(scope: Construct, id: string, props: GovernmentStackProps) {
    const { hub, government, key, profile } = props;
    super(scope, id, { description: 'Line to the government network', terminationProtection: true });
    this.link = new GovernmentLink(this, 'Link', {
      linkName: government.name,
      transitGatewayId: hub.transitGatewayId,
      by: lineOf(government),
      announced: government.announced,
      accepted: government.accepted,
      log: { encryptionKey: key, logRetentionDays: retentionDays(props, 'infrastructure'), profile },
    });
  }
}

function lineOf({ directConnect, vpn }: GovernmentStackProps['government']) {
  if (vpn) {
    const { certificateArn, ...device } = vpn;
    return { vpn: { ...device, ...(certificateArn === undefined ? {} : { certificateArn }) } };
  }
  const { gatewayId, asn } = directConnect ?? {};
  return {
    directConnect: { ...(gatewayId === undefined ? {} : { gatewayId }), ...(asn === undefined ? {} : { asn }) },
  };
}

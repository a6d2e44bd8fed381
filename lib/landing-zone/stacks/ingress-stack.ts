import { Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { InternetIngress, type Countries, type ZonedVpc } from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import { serviceAddresses } from '../addresses';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

export interface IngressStackProps extends StackContext {
  /** The VPC that faces the internet. */
  readonly network: ZonedVpc;
  readonly ingress: NonNullable<LandingZoneConfig['network']['ingress']>;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
}

/** The one way in from the internet: public host names, and the services behind them. */
export class IngressStack extends Stack {
  constructor(scope: Construct, id: string, props: IngressStackProps) {
    const { config, names, network, profile, ingress, key } = props;
    const facing = profile.zones.find((zone) => zone.internetFacing && network.zoneNames.includes(zone.name));
    super(scope, id, { description: 'Public load balancer and web application firewall', terminationProtection: true });
    const door = new InternetIngress(this, 'Ingress', {
      zone: network.zone(facing?.name ?? 'internet-dmz'),
      certificateArn: ingress.certificateArn,
      accessLogs: { bucketName: names.archiveBucket('access') },
      encryptionKey: key,
      requestsPerFiveMinutes: ingress.requestsPerFiveMinutes,
      ingressName: `${config.name}-ingress`,
      ...countriesOf(ingress.countries),
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile,
    });
    for (const { hostname, account, workload } of ingress.publish) {
      door.publish(hostname, { targetIps: serviceAddresses(names.account(account), workload) });
    }
  }
}

function countriesOf(list: IngressStackProps['ingress']['countries']): { readonly countries?: Countries } {
  if (list?.allow) return { countries: { allow: list.allow } };
  return list?.block ? { countries: { block: list.block } } : {};
}

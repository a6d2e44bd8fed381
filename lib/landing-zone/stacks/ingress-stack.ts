import { aws_secretsmanager as secretsmanager, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { InternetIngress, ReverseProxy, type Countries, type Zone, type ZonedVpc } from '../../../constructs/network';
import type { LandingZoneConfig } from '../../config';
import { serviceAddresses } from '../addresses';
import type { StackContext } from '../context';
import { retentionDays } from '../retention';

type IngressConfig = NonNullable<LandingZoneConfig['network']['ingress']>;
type ProxyConfig = NonNullable<IngressConfig['proxy']>;

export interface IngressStackProps extends StackContext {
  /** The VPC that faces the internet. */
  readonly network: ZonedVpc;
  readonly ingress: IngressConfig;
  /** Key of the account for logs. */
  readonly key: kms.IKey;
  /** Key of the account for secrets, asked for where a proxy needs it. */
  readonly secretKey: () => kms.IKey;
}

/** The one way in from the internet: public host names, and the services behind them. */
export class IngressStack extends Stack {
  constructor(scope: Construct, id: string, props: IngressStackProps) {
    const { config, names, network, profile, ingress, key } = props;
    const facing = profile.zones.find((zone) => zone.internetFacing && network.zoneNames.includes(zone.name));
    super(scope, id, {
      description: 'Public load balancer, web application firewall and reverse proxy',
      terminationProtection: true,
    });
    const zone = network.zone(facing?.name ?? 'internet-dmz');
    const proxy = ingress.proxy && this.proxy(zone, ingress.proxy, props);
    const door = new InternetIngress(this, 'Ingress', {
      zone,
      ...(proxy ? { proxy } : {}),
      certificateArn: ingress.certificateArn,
      accessLogs: { bucketName: names.archiveBucket('access') },
      encryptionKey: key,
      requestsPerFiveMinutes: ingress.requestsPerFiveMinutes,
      ingressName: `${config.name}-${id}`,
      ...countriesOf(ingress.countries),
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile,
    });
    for (const { hostname, account, workload } of ingress.publish) {
      door.publish(hostname, { targetIps: serviceAddresses(names.account(account), workload) });
    }
  }

  private proxy(placement: Zone, config: ProxyConfig, props: IngressStackProps): ReverseProxy {
    const { image, certificateSecretArn: secretArn, desiredCount, maxCount } = config;
    const { key, profile, secretKey } = props;
    return new ReverseProxy(this, 'Proxy', {
      placement,
      image,
      certificateSecret: secretsmanager.Secret.fromSecretCompleteArn(this, 'ProxyCertificate', secretArn),
      certificateKey: secretKey(),
      encryptionKey: key,
      desiredCount,
      ...(maxCount === undefined ? {} : { maxCount }),
      logRetentionDays: retentionDays(props, 'infrastructure'),
      profile,
    });
  }
}

function countriesOf(list: IngressConfig['countries']): { readonly countries?: Countries } {
  if (list?.allow) return { countries: { allow: list.allow } };
  return list?.block ? { countries: { block: list.block } } : {};
}

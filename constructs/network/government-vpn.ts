import { isIPv4 } from 'node:net';
import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ZONE_TAG } from '../../lib/model';
import { DEFAULT_PROFILE, profileById } from '../../lib/profiles';
import { EncryptedLogGroup } from '../logging';
import type { LookupLog } from './deployment-lookup';

/** A way over the internet: two encrypted tunnels to a device of the other side. */
export interface VpnLink {
  /** Fixed public IPv4 address of the device. */
  readonly customerAddress: string;
  /** Autonomous system number of the other side. */
  readonly customerAsn: number;
  /**
   * ARN of the device's certificate, of a private authority in ACM.
   * @default none: keys are made by AWS and kept in Secrets Manager
   */
  readonly certificateArn?: string;
}

export interface GovernmentVpnProps extends VpnLink {
  readonly transitGatewayId: string;
  readonly log: LookupLog;
  readonly name: string;
}

/** Algorithms of one phase of a tunnel: no others are offered. */
const PHASE = {
  encryption: [{ value: 'AES256-GCM-16' }],
  integrity: [{ value: 'SHA2-384' }, { value: 'SHA2-512' }],
  groups: [{ value: 19 }, { value: 20 }, { value: 21 }],
};

/** IKE version 2 alone, strong algorithms alone, started again when it breaks; both tunnels log what they do (LOG-06). */
export class GovernmentVpn extends Construct {
  readonly connectionId: string;

  /** @throws Error when the address or the number is malformed. */
  constructor(scope: Construct, id: string, props: GovernmentVpnProps) {
    super(scope, id);
    this.requireDevice(props);
    const gateway = new ec2.CfnCustomerGateway(this, 'Device', {
      type: 'ipsec.1',
      ipAddress: props.customerAddress,
      ...(props.customerAsn > 65535 ? { bgpAsnExtended: props.customerAsn } : { bgpAsn: props.customerAsn }),
      deviceName: props.name,
      ...(props.certificateArn === undefined ? {} : { certificateArn: props.certificateArn }),
    });
    const log = new EncryptedLogGroup(this, 'Log', {
      encryptionKey: props.log.encryptionKey,
      profile: props.log.profile ?? profileById(DEFAULT_PROFILE),
      ...(props.log.logRetentionDays === undefined ? {} : { retentionDays: props.log.logRetentionDays }),
    });
    const tunnel = this.tunnel(log.logGroupArn);
    this.connectionId = new ec2.CfnVPNConnection(this, 'Connection', {
      type: 'ipsec.1',
      customerGatewayId: gateway.ref,
      transitGatewayId: props.transitGatewayId,
      // Routes are told by BGP.
      staticRoutesOnly: false,
      enableAcceleration: false,
      ...(props.certificateArn === undefined ? { preSharedKeyStorage: 'SecretsManager' } : {}),
      vpnTunnelOptionsSpecifications: [tunnel, tunnel],
      // The second one is what the network of the other side is called: proofs and flows know it by that name.
      tags: [
        { key: 'Name', value: props.name },
        { key: ZONE_TAG, value: props.name },
      ],
    }).ref;
  }

  private tunnel(logGroupArn: string): ec2.CfnVPNConnection.VpnTunnelOptionsSpecificationProperty {
    return {
      ikeVersions: [{ value: 'ikev2' }],
      phase1EncryptionAlgorithms: PHASE.encryption,
      phase2EncryptionAlgorithms: PHASE.encryption,
      phase1IntegrityAlgorithms: PHASE.integrity,
      phase2IntegrityAlgorithms: PHASE.integrity,
      phase1DhGroupNumbers: PHASE.groups,
      phase2DhGroupNumbers: PHASE.groups,
      dpdTimeoutAction: 'restart',
      startupAction: 'start',
      // AWS announces maintenance of a tunnel instead of replacing it unasked.
      enableTunnelLifecycleControl: true,
      logOptions: {
        cloudwatchLogOptions: {
          logEnabled: true,
          logGroupArn,
          logOutputFormat: 'json',
          bgpLogEnabled: true,
          bgpLogGroupArn: logGroupArn,
          bgpLogOutputFormat: 'json',
        },
      },
    };
  }

  private requireDevice({ customerAddress, customerAsn }: VpnLink): void {
    const label = `[${this.node.path}]`;
    if (!isIPv4(customerAddress)) {
      throw new Error(`${label} customerAddress: found "${customerAddress}", expected a public IPv4 address`);
    }
    if (!Number.isInteger(customerAsn) || customerAsn < 1 || customerAsn > 4_294_967_294) {
      throw new Error(`${label} customerAsn: found ${customerAsn}, expected 1 to 4294967294`);
    }
  }
}

import { aws_networkfirewall as firewall, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** What the firewall decrypts, inspects and encrypts again. */
export interface TlsInspection {
  /**
   * ARN of a certificate authority imported into ACM, which clients trust: for connections that leave the network.
   * Certificates that are revoked, or of which nothing is known, are dropped. @default none: they stay encrypted
   */
  readonly certificateAuthorityArn?: string;
  /** ARNs of the certificates of services inside, in ACM: for connections to them. @default none */
  readonly serverCertificateArns?: readonly string[];
  /** Destination ports on which TLS is spoken. @default 443 */
  readonly ports?: readonly number[];
}

export interface TlsInspectionConfigurationProps extends TlsInspection {
  readonly name: string;
  /** Address blocks of the network. */
  readonly inspected: readonly string[];
}

const ANYWHERE = '0.0.0.0/0';
const TCP = 6;

/** TLS inspection of a firewall: an option, since it makes the firewall a place where everything is readable (NET-12). */
export class TlsInspectionConfiguration extends Construct {
  readonly arn: string;

  /** @throws Error when there is no certificate at all, an ARN is not one of ACM, or a port is out of range. */
  constructor(scope: Construct, id: string, props: TlsInspectionConfigurationProps) {
    super(scope, id);
    const { certificateAuthorityArn: authority, serverCertificateArns: servers = [], ports = [443] } = props;
    this.requireCertificates([...(authority === undefined ? [] : [authority]), ...servers]);
    this.requirePorts(ports);
    const scopes = [
      ...(authority === undefined ? [] : [tlsScope(props.inspected, [ANYWHERE], ports)]),
      ...(servers.length === 0 ? [] : [tlsScope([ANYWHERE], props.inspected, ports)]),
    ];
    this.arn = new firewall.CfnTLSInspectionConfiguration(this, 'Configuration', {
      tlsInspectionConfigurationName: props.name,
      description: 'Decrypts, inspects and encrypts again',
      tlsInspectionConfiguration: {
        serverCertificateConfigurations: [
          {
            scopes,
            ...(authority === undefined
              ? {}
              : {
                  certificateAuthorityArn: authority,
                  checkCertificateRevocationStatus: { revokedStatusAction: 'DROP', unknownStatusAction: 'DROP' },
                }),
            ...(servers.length === 0 ? {} : { serverCertificates: servers.map((resourceArn) => ({ resourceArn })) }),
          },
        ],
      },
    }).attrTlsInspectionConfigurationArn;
  }

  private requireCertificates(arns: readonly string[]): void {
    const label = `[${this.node.path}] tls`;
    if (arns.length === 0) {
      throw new Error(`${label}: found no certificate, expected certificateAuthorityArn or serverCertificateArns`);
    }
    const strange = arns.find(
      (arn) => !Token.isUnresolved(arn) && !/^arn:[\w-]+:acm:[\w-]+:\d{12}:certificate\/.+$/.test(arn),
    );
    if (strange !== undefined)
      throw new Error(`${label}: found "${strange}", expected the ARN of a certificate in ACM`);
  }

  private requirePorts(ports: readonly number[]): void {
    const strange = ports.find((port) => !Number.isInteger(port) || port < 1 || port > 65535);
    if (strange !== undefined || ports.length === 0) {
      throw new Error(`[${this.node.path}] tls ports: found ${strange ?? 'none'}, expected 1 to 65535`);
    }
  }
}

const address = (addressDefinition: string) => ({ addressDefinition });

function tlsScope(sources: readonly string[], destinations: readonly string[], ports: readonly number[]) {
  return {
    protocols: [TCP],
    sources: sources.map(address),
    sourcePorts: [{ fromPort: 0, toPort: 65535 }],
    destinations: destinations.map(address),
    destinationPorts: ports.map((port) => ({ fromPort: port, toPort: port })),
  };
}

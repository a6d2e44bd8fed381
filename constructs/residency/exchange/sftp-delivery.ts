import { aws_iam as iam, aws_transfer as transfer, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../../acknowledge-wildcards';
import type { SftpDelivery } from './options';

/** The newest policy of algorithms for connectors that Transfer Family documents. */
const SECURITY_POLICY = 'TransferSFTPConnectorSecurityPolicy-2024-03';

/** Properties of {@link SftpConnector}. */
interface SftpConnectorProps {
  readonly delivery: SftpDelivery;
  readonly sealed: s3.IBucket;
  readonly encryptionKey: kms.IKey;
}

/** Sends sealed objects to one SFTP server, which it knows by its keys. */
export class SftpConnector extends Construct {
  readonly connectorId: string;
  readonly connectorArn: string;

  constructor(scope: Construct, id: string, { delivery, sealed, encryptionKey }: SftpConnectorProps) {
    super(scope, id);
    const { credentials, credentialsKey, host, trustedHostKeys } = delivery;
    const stack = Stack.of(this);
    const objects = sealed.arnForObjects('*');
    const access = this.role(
      'Access',
      'Reads what was sealed, and how to sign in at the recipient',
      [objects],
      [
        allow(['s3:GetObject', 's3:GetObjectVersion'], [objects]),
        allow(['s3:GetBucketLocation', 's3:ListBucket'], [sealed.bucketArn]),
        allow(['kms:Decrypt'], [encryptionKey.keyArn, credentialsKey.keyArn]),
        allow(['secretsmanager:GetSecretValue'], [credentials.secretArn]),
      ],
    );
    const logs = ['', ':*'].map((end) =>
      stack.formatArn({ service: 'logs', resource: `log-group:/aws/transfer/*${end}` }),
    );
    const logging = this.role('Logging', 'Writes the log of the connector', logs, [
      allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], logs),
    ]);
    const connector = new transfer.CfnConnector(this, 'Connector', {
      url: `sftp://${host}`,
      accessRole: access,
      loggingRole: logging,
      securityPolicyName: SECURITY_POLICY,
      sftpConfig: { userSecretId: credentials.secretArn, trustedHostKeys: [...trustedHostKeys] },
    });
    this.connectorId = connector.attrConnectorId;
    this.connectorArn = connector.attrArn;
  }

  private role(
    id: string,
    description: string,
    wildcards: readonly string[],
    statements: iam.PolicyStatement[],
  ): string {
    const { account } = Stack.of(this);
    const role = new iam.Role(this, id, {
      description,
      assumedBy: new iam.ServicePrincipal('transfer.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const policy = new iam.ManagedPolicy(this, `${id}Policy`, { description, roles: [role], statements });
    acknowledgeWildcards(
      policy,
      wildcards,
      'The names of sealed objects and of the connector’s log are not known in advance.',
    );
    return role.roleArn;
  }
}

function allow(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources });
}

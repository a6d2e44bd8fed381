import type { aws_kms as kms, aws_s3 as s3, aws_secretsmanager as secretsmanager, aws_sns as sns } from 'aws-cdk-lib';
import type { Transfer } from '../../../lib/model';
import type { Profile } from '../../../lib/profiles';
import type { KeyCustodyProps } from '../../keys';
import type { ZonePlacement } from '../../network';

/** Where sealed objects go, and by which way. The host is that of the transfer (`to`), and no other. */
export type ExchangeDelivery = SftpDelivery | HttpsDelivery | PrivateLinkDelivery;

/** To an SFTP server of the recipient, by a connector of AWS Transfer Family. */
export interface SftpDelivery {
  readonly by: 'sftp';
  /** Host of the recipient: `sftp.example.com`. */
  readonly host: string;
  /** Folder on the server, beginning with a slash. @default '/' */
  readonly folder?: string;
  /** Public keys by which the server is known, as in `known_hosts` without the host: `ssh-ed25519 AAAA…`. */
  readonly trustedHostKeys: readonly string[];
  /** User name and private key, as Transfer Family expects them. */
  readonly credentials: secretsmanager.ISecret;
  /** Key of the secret. */
  readonly credentialsKey: kms.IKey;
}

/** To a web server of the recipient: by PUT over TLS in which both sides show a certificate. */
export interface HttpsDelivery {
  readonly by: 'https';
  readonly host: string;
  /** Path below which objects are put. @default '/' */
  readonly folder?: string;
  /** JSON with `certificate`, `privateKey` and, where it is not a public one, `authority`, as PEM. */
  readonly credentials: secretsmanager.ISecret;
  /** Key of the secret. */
  readonly credentialsKey: kms.IKey;
}

/** As {@link HttpsDelivery}, to a service of the recipient in AWS, without leaving its network. */
export interface PrivateLinkDelivery extends Omit<HttpsDelivery, 'by'> {
  readonly by: 'private-link';
  /** Name of the endpoint service: `com.amazonaws.vpce.ap-east-1.vpce-svc-…`, with a private DNS name that is the host. */
  readonly serviceName: string;
  /** Zone in which the endpoint stands. */
  readonly endpointZone: ZonePlacement;
}

/** Properties of `CrossBoundaryExchange`. */
export interface CrossBoundaryExchangeProps {
  /** The transfer of the register that this carries out. Nothing leaves before its first day or after its last one. */
  readonly transfer: Transfer;
  readonly profile: Profile;
  /** Who administers the keys of the exchange. */
  readonly custody: Pick<KeyCustodyProps, 'administrators' | 'auditors' | 'breakGlassRoles' | 'department'>;
  /** Roles that hand objects in: names in this account, wildcards allowed, or ARNs. They need not exist yet. */
  readonly senders: readonly string[];
  /** Roles that approve single objects; none of the senders. */
  readonly approvers: readonly string[];
  /** RSA public key of the recipient, as PEM: 2048 bits or more. Objects are sealed for it. */
  readonly recipientKey: string;
  readonly delivery: ExchangeDelivery;
  /** Zone in which the functions run. It needs ways to S3, KMS, SSM, SQS and, by delivery, to Transfer or the host. */
  readonly placement: ZonePlacement;
  /** Receives the access logs of the buckets. */
  readonly accessLogBucket: s3.IBucket;
  /** Told of what waits for approval, of quarantine, refusals and failures, and of the kill switch. */
  readonly topic: sns.ITopic;
  /** Key of the topic. @default - the key that the topic knows itself to be encrypted with, if any */
  readonly topicKey?: kms.IKey;
  /** Customer key of the functions’ logs. */
  readonly logKey: kms.IKey;
  /** Ends of names that may leave; what cannot be read as text cannot be inspected. @default .csv, .json, .txt, .xml */
  readonly kinds?: readonly string[];
  /** Largest object, in MiB: 1 to 100. @default 20 */
  readonly maxMiB?: number;
  /** Whether the kill switch stands open when the exchange is made. @default true */
  readonly open?: boolean;
  /** Days to keep the record of each object. @default - what the profile asks of security logs */
  readonly recordDays?: number;
  /**
   * Role of a scanner of one’s own, for regions without GuardDuty Malware Protection for S3: it sets the tag
   * `GuardDutyMalwareScanStatus` and sends events of the same form from `lionrock.exchange.scanner`.
   * @default - GuardDuty
   */
  readonly scannerRole?: string;
  /** Day of the synthesis, as YYYY-MM-DD, on which the transfer must be in force. @default - today, or `SOURCE_DATE_EPOCH` */
  readonly today?: string;
}

/** Prefix of what is handed in. */
export const INBOX = 'inbox/';
/** Prefix of approvals. */
export const APPROVALS = 'approvals/';

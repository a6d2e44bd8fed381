import { aws_ec2 as ec2, aws_ecs as ecs, aws_iam as iam, Lazy } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, aws_secretsmanager as secretsmanager } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { EncryptedLogGroup, logGroupRetention } from '../logging';
import { requireService, scaledService } from '../workloads/scaled-service';
import { serviceCluster } from '../workloads/service-cluster';
import { ServiceTask } from '../workloads/service-task';
import { ZoneMembership } from '../workloads/zone-membership';
import type { ZonePlacement } from './placement';
import { proxySettings, type ProxiedHost } from './reverse-proxy-settings';

/** Properties of {@link ReverseProxy}. */
export interface ReverseProxyProps {
  /** Zone in which it stands, that of the load balancer before it: the zone's flows lead on to services. */
  readonly placement: ZonePlacement;
  /**
   * Image of Envoy, 1.27 or later, in a private registry of the organisation, by digest:
   * `123456789012.dkr.ecr.ap-east-1.amazonaws.com/platform/envoy@sha256:…` (CHG-08).
   */
  readonly image: string;
  /** Secret whose JSON has `certificate` and `privateKey`, both PEM: the proxy ends TLS by them (NET-14, KEY-11). */
  readonly certificateSecret: secretsmanager.ISecret;
  /** Customer key of that secret, whose policy lets the account's principals use it. @default a key of AWS's */
  readonly certificateKey?: kms.IKey;
  /** Customer key of its log groups and of the tasks' scratch storage. */
  readonly encryptionKey: kms.IKey;
  /** File of the image with the authorities from which services' certificates come. @default '/etc/ssl/certs/ca-certificates.crt' */
  readonly authorities?: string;
  /** Tasks kept running, spread over the availability zones; at least 2. @default 2 */
  readonly desiredCount?: number;
  /** Most tasks under load. @default three times `desiredCount` */
  readonly maxCount?: number;
  /** CPU units of a task; 1024 are one virtual CPU. @default 512 */
  readonly cpu?: number;
  /** Memory of a task, in MiB. @default 1024 */
  readonly memoryMiB?: number;
  /** User and group, by number, other than root. @default '10001:10001' */
  readonly user?: string;
  /** Days to keep its logs. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

const IMAGE_REMEDY =
  'copy an image of Envoy (1.27 or later, without a shell) to a private repository of the organisation, and name it ' +
  'as ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY@sha256:DIGEST (CHG-08)';

const VARIABLES = { certificate: 'TLS_CERTIFICATE', privateKey: 'TLS_PRIVATE_KEY' };

/** Room for settings in the definition of a task, which has 64 KiB in all. Source: Amazon ECS quotas. */
const MAX_SETTINGS = 56 * 1024;

/**
 * The reverse proxy before anything inside (NET-03): Envoy in hardened Fargate tasks, two or more over availability
 * zones, that ends the load balancer's TLS, reads requests strictly, and opens a connection of its own to the service,
 * whose certificate must be for the name that was asked for. It knows the hosts that are published, and answers 404 to
 * others. Give it to `InternetIngress`. Evidence for NET-03, NET-07, NET-14, CHG-08, WKL-05, KEY-11, LOG-04 and BKP-07.
 */
export class ReverseProxy extends Construct implements ec2.IConnectable {
  /** The tasks' own security group. */
  readonly connections: ec2.Connections;
  readonly service: ecs.FargateService;
  readonly logGroup: logs.ILogGroup;
  /** Port on which it takes TLS. */
  readonly port = 8443;
  /** Path that answers 200 to who asks for no published name. */
  readonly healthCheckPath = '/healthz';
  readonly placement: ZonePlacement;
  private readonly hosts = new Map<string, ProxiedHost>();

  /** @throws Error when the image is not one of a private registry by digest, or the tasks are not acceptable. */
  constructor(scope: Construct, id: string, props: ReverseProxyProps) {
    super(scope, id);
    this.placement = props.placement;
    const desiredCount = props.desiredCount ?? 2;
    const maxCount = props.maxCount ?? desiredCount * 3;
    const user = props.user ?? '10001:10001';
    this.requireImage(props.image);
    requireService(this, { desiredCount, maxCount, user });
    const profile = props.profile ?? profileById(DEFAULT_PROFILE);
    const kept = {
      profile,
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
    };
    const { encryptionKey, placement } = props;
    this.logGroup = new EncryptedLogGroup(this, 'Logs', { encryptionKey, ...kept });
    const task = this.task(props, user);
    if (props.certificateKey) allowDecryption(task, props.certificateKey);
    const zone = new ZoneMembership(this, placement);
    const group = zone.ownGroup(this, 'SecurityGroup', `Reverse proxy ${id}`);
    const cluster = serviceCluster(this, {
      vpc: placement.vpc,
      storageKey: encryptionKey,
      logKey: encryptionKey,
      logRetentionDays: logGroupRetention(this.node.path, kept),
    });
    this.service = scaledService(this, { cluster, task, zone, group, desiredCount, maxCount });
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(this.port) });
  }

  /**
   * Passes requests for a host name on; `InternetIngress.publish` does it.
   * @throws Error at synthesis, when the hosts are more than the definition of a task holds.
   */
  pass(host: ProxiedHost): void {
    this.hosts.set(host.hostname, host);
  }

  private task(props: ReverseProxyProps, user: string): ServiceTask {
    const { certificateSecret: secret } = props;
    const authorities = props.authorities ?? '/etc/ssl/certs/ca-certificates.crt';
    return new ServiceTask(this, 'Task', {
      image: props.image,
      containerPort: this.port,
      cpu: props.cpu ?? 512,
      memoryMiB: props.memoryMiB ?? 1024,
      user,
      writablePaths: [],
      secrets: {
        [VARIABLES.certificate]: ecs.Secret.fromSecretsManager(secret, 'certificate'),
        [VARIABLES.privateKey]: ecs.Secret.fromSecretsManager(secret, 'privateKey'),
      },
      logGroup: this.logGroup,
      entryPoint: ['/usr/local/bin/envoy'],
      // Hosts are published later.
      command: [
        '--disable-hot-restart',
        '--log-level',
        'warning',
        '--config-yaml',
        Lazy.string({ produce: () => this.settings(authorities) }),
      ],
    });
  }

  private settings(authorities: string): string {
    const hosts = [...this.hosts.values()];
    const { port, healthCheckPath: ownHealthPath } = this;
    const text = proxySettings({ hosts, port, ownHealthPath, authorities, variables: VARIABLES });
    const size = Buffer.byteLength(JSON.stringify(text));
    if (size <= MAX_SETTINGS) return text;
    throw new Error(
      `[${this.node.path}] settings for ${hosts.length} hosts take ${size} bytes, expected at most ${MAX_SETTINGS}: the ` +
        'definition of a task has room for 64 KiB; publish some of them through another ingress and proxy',
    );
  }

  private requireImage(image: string | undefined): void {
    if (image !== undefined && /@sha256:[0-9a-f]{64}$/.test(image)) return;
    throw new Error(
      `[${this.node.path}] image: found ${image ? `"${image}"` : 'none'}, expected one by its digest; ${IMAGE_REMEDY}`,
    );
  }
}

/** By the role's own policy: the key's would name a role of this stack, and both stacks would wait for each other. */
function allowDecryption({ definition }: ServiceTask, key: kms.IKey): void {
  definition.addToExecutionRolePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }));
}

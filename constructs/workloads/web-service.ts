import { Duration, aws_ecs as ecs, aws_elasticloadbalancingv2 as elb, aws_ssm as ssm } from 'aws-cdk-lib';
import type { aws_ec2 as ec2, aws_iam as iam, aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from '../logging';
import type { ZonePlacement } from '../network';
import { FixedAddressFront } from './fixed-address-front';
import { InternalBalancer } from './internal-balancer';
import { DEFAULT_LOG_RETENTION_DAYS } from './log-retention';
import { requireService, scaledService } from './scaled-service';
import { serviceCluster } from './service-cluster';
import { ServiceTask } from './service-task';
import { ZoneMembership } from './zone-membership';

/** Properties of {@link WebService}. */
export interface WebServiceProps {
  /** Zone in which load balancers and tasks stand, usually `application`. */
  readonly placement: ZonePlacement;
  /** Image in a private registry, with tag or digest: `123456789012.dkr.ecr.ap-east-1.amazonaws.com/team/app:1.4.2`. */
  readonly image: string;
  /** ACM certificate of the HTTPS listener, of the same region. */
  readonly certificateArn: string;
  /** Customer key of log groups and of the tasks' scratch storage. */
  readonly encryptionKey: kms.IKey;
  /**
   * Customer key of the log groups alone.
   * @default - `encryptionKey`
   */
  readonly logKey?: kms.IKey;
  /** Bucket for the load balancers' logs, by name; it may belong to another account, and must use SSE-S3. */
  readonly accessLogBucketName: string;
  /**
   * Private IPv4 addresses, one for each subnet of the placement, under which other accounts reach the service.
   * @default - no network load balancer; the service is reached by the application load balancer's DNS name
   */
  readonly fixedAddresses?: readonly string[];
  /**
   * ARN of a regional web ACL.
   * @default - none: the web ACL stands at the perimeter
   */
  readonly webAclArn?: string;
  /**
   * Port on which the container listens.
   * @default 8080
   */
  readonly containerPort?: number;
  /**
   * True when the container itself speaks TLS; the load balancer then encrypts again on the way to it.
   * @default false
   */
  readonly containerTls?: boolean;
  /**
   * Path that answers 200 when healthy.
   * @default '/healthz'
   */
  readonly healthCheckPath?: string;
  /**
   * Settings that are not secret. The task definition holds no values: they stand in SSM parameters, which the task
   * reads when it starts.
   * @default - none
   */
  readonly settings?: Readonly<Record<string, string>>;
  /**
   * Secrets from Secrets Manager or SSM, by the name of the variable that the container sees.
   * @default - none
   */
  readonly secrets?: Readonly<Record<string, ecs.Secret>>;
  /**
   * CPU units of a task; 1024 are one virtual CPU.
   * @default 512
   */
  readonly cpu?: number;
  /**
   * Memory of a task, in MiB.
   * @default 1024
   */
  readonly memoryMiB?: number;
  /**
   * Tasks kept running, spread over the availability zones; at least 2.
   * @default 2
   */
  readonly desiredCount?: number;
  /**
   * Most tasks under load.
   * @default - three times `desiredCount`
   */
  readonly maxCount?: number;
  /**
   * User and group, by number, under which the container runs; not root.
   * @default '10001:10001'
   */
  readonly user?: string;
  /**
   * Folders in which the container may write; declare them as VOLUME in the image, so that its user owns them.
   * @default - none: the whole file system is read-only
   */
  readonly writablePaths?: readonly string[];
  /**
   * Least number of days to keep its logs; rounded up to a period of CloudWatch Logs.
   * @default 365
   */
  readonly logRetentionDays?: number;
}

/**
 * A container service behind an internal HTTPS load balancer: never public, two tasks or more over availability zones,
 * automatic rollback and scaling, hardened containers, logs under a customer key. Nobody reaches it until its zone's
 * flows or `connections` let them: `service.connections.allowDefaultPortFrom(peer)`. Evidence for KEY-01, KEY-02, KEY-11,
 * NET-02, NET-07, NET-14, WKL-05, CHG-08, RES-07, IDN-04, LOG-03, LOG-04, LOG-06, BKP-05 and BKP-07.
 */
export class WebService extends Construct implements ec2.IConnectable, iam.IGrantable {
  /** The way in: the fixed addresses where there are some, else the application load balancer. */
  readonly connections: ec2.Connections;
  /** The application's role. */
  readonly grantPrincipal: iam.IPrincipal;
  /** The ECS service; its `connections` are the tasks' own: open their way to a database from here. */
  readonly service: ecs.FargateService;
  readonly loadBalancer: elb.IApplicationLoadBalancer;
  /** Name under which the load balancer that is the way in is found. */
  readonly dnsName: string;
  readonly logGroup: logs.ILogGroup;

  /** @throws Error when the image, the addresses, the user or the number of tasks are not acceptable. */
  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const desiredCount = props.desiredCount ?? 2;
    const user = props.user ?? '10001:10001';
    requireService(this, { desiredCount, maxCount: props.maxCount ?? desiredCount, user });
    const zone = new ZoneMembership(this, props.placement);
    this.logGroup = new EncryptedLogGroup(this, 'Logs', {
      encryptionKey: props.logKey ?? props.encryptionKey,
      retentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
    });
    const balancer = new InternalBalancer(this, 'Balancer', {
      vpc: props.placement.vpc,
      zone,
      certificateArn: props.certificateArn,
      accessLogBucketName: props.accessLogBucketName,
      webAclArn: props.webAclArn,
    });
    const front = this.createFront(props, zone, balancer);
    const task = this.createTask(props, user);
    this.service = this.createService(props, zone, task, desiredCount);
    this.attach(props, balancer);
    this.connections = (front ?? balancer).connections;
    this.dnsName = (front ?? balancer).loadBalancer.loadBalancerDnsName;
    this.loadBalancer = balancer.loadBalancer;
    this.grantPrincipal = task.taskRole;
  }

  private createFront(
    props: WebServiceProps,
    zone: ZoneMembership,
    balancer: InternalBalancer,
  ): FixedAddressFront | undefined {
    if (!props.fixedAddresses) return undefined;
    return new FixedAddressFront(this, 'Front', {
      placement: props.placement,
      zone,
      balancer,
      addresses: props.fixedAddresses,
      accessLogBucketName: props.accessLogBucketName,
      healthCheckPath: props.healthCheckPath ?? '/healthz',
    });
  }

  private createTask(props: WebServiceProps, user: string): ServiceTask {
    return new ServiceTask(this, 'Task', {
      image: props.image,
      containerPort: props.containerPort ?? 8080,
      cpu: props.cpu ?? 512,
      memoryMiB: props.memoryMiB ?? 1024,
      user,
      writablePaths: props.writablePaths ?? [],
      secrets: { ...this.settingsAsParameters(props.settings ?? {}), ...props.secrets },
      logGroup: this.logGroup,
    });
  }

  private settingsAsParameters(settings: Readonly<Record<string, string>>): Record<string, ecs.Secret> {
    const parameter = ([name, stringValue]: [string, string]) =>
      new ssm.StringParameter(this, `Setting-${name}`, { stringValue, description: `${name} of ${this.node.path}` });
    return Object.fromEntries(
      Object.entries(settings).map((entry) => [entry[0], ecs.Secret.fromSsmParameter(parameter(entry))]),
    );
  }

  private createService(
    props: WebServiceProps,
    zone: ZoneMembership,
    task: ServiceTask,
    desiredCount: number,
  ): ecs.FargateService {
    const group = zone.ownGroup(this, 'SecurityGroup', `Tasks of ${this.node.id}`);
    const cluster = serviceCluster(this, {
      vpc: props.placement.vpc,
      storageKey: props.encryptionKey,
      logKey: props.logKey ?? props.encryptionKey,
      logRetentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
    });
    return scaledService(this, {
      cluster,
      task,
      zone,
      group,
      desiredCount,
      maxCount: props.maxCount ?? desiredCount * 3,
    });
  }

  private attach(props: WebServiceProps, balancer: InternalBalancer): void {
    const protocol = props.containerTls ? elb.ApplicationProtocol.HTTPS : elb.ApplicationProtocol.HTTP;
    balancer.listener.addTargets('Tasks', {
      protocol,
      port: props.containerPort ?? 8080,
      targets: [this.service],
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        protocol: props.containerTls ? elb.Protocol.HTTPS : elb.Protocol.HTTP,
        path: props.healthCheckPath ?? '/healthz',
        healthyHttpCodes: '200',
      },
    });
  }
}

import { Annotations, Aws, aws_ecs as ecs, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_logs as logs } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { acknowledgeGrants } from './acknowledge-grants';
import { ecrImage, type EcrImage } from './ecr-image';

/** What a task of a web service runs. */
export interface ServiceTaskProps {
  readonly image: string;
  readonly containerPort: number;
  readonly cpu: number;
  readonly memoryMiB: number;
  readonly user: string;
  readonly writablePaths: readonly string[];
  readonly secrets: Readonly<Record<string, ecs.Secret>>;
  readonly logGroup: logs.ILogGroup;
  /** Program that is run. @default that of the image */
  readonly entryPoint?: readonly string[];
  /** Its arguments. @default those of the image */
  readonly command?: readonly string[];
}

/**
 * A Fargate task that can change nothing outside its job: read-only root, a user without privileges, no Linux
 * capabilities, no environment in the template, an image from a private registry (WKL-05, CHG-08, KEY-11).
 */
export class ServiceTask extends Construct {
  readonly definition: ecs.FargateTaskDefinition;
  /** The application's own role: grant to this. */
  readonly taskRole: iam.Role;

  constructor(scope: Construct, id: string, props: ServiceTaskProps) {
    super(scope, id);
    const image = ecrImage(scope, props.image);
    this.taskRole = this.role('TaskRole', 'Application');
    const executionRole = this.role('ExecutionRole', 'Start-up');
    this.allowPull(executionRole, image);
    this.definition = new ecs.FargateTaskDefinition(this, 'Definition', {
      cpu: props.cpu,
      memoryLimitMiB: props.memoryMiB,
      taskRole: this.taskRole,
      executionRole,
    });
    this.addContainer(props, image);
  }

  private addContainer(props: ServiceTaskProps, image: EcrImage): void {
    const linuxParameters = new ecs.LinuxParameters(this, 'Linux', { initProcessEnabled: true });
    linuxParameters.dropCapabilities(ecs.Capability.ALL);
    const container = this.definition.addContainer('app', {
      image: ecs.ContainerImage.fromRegistry(image.uri),
      ...(props.entryPoint ? { entryPoint: [...props.entryPoint] } : {}),
      ...(props.command ? { command: [...props.command] } : {}),
      portMappings: [{ containerPort: props.containerPort }],
      readonlyRootFilesystem: true,
      privileged: false,
      user: props.user,
      linuxParameters,
      secrets: { ...props.secrets },
      logging: ecs.LogDriver.awsLogs({
        logGroup: props.logGroup,
        streamPrefix: 'app',
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      }),
    });
    // CDK cannot see that `allowPull` let the execution role pull from this repository.
    Annotations.of(container).acknowledgeWarning('@aws-cdk/aws-ecs:ecrImageRequiresPolicy');
    for (const containerPath of props.writablePaths) {
      const name = `scratch${containerPath.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
      this.definition.addVolume({ name });
      container.addMountPoints({ sourceVolume: name, containerPath, readOnly: false });
    }
  }

  private role(id: string, purpose: string): iam.Role {
    const role = new iam.Role(this, id, {
      description: `${purpose} of ${this.node.path}`.slice(0, 1000),
      assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    acknowledgeGrants(role);
    return role;
  }

  private allowPull(executionRole: iam.IRole, image: EcrImage): void {
    const policy = new iam.ManagedPolicy(this, 'PullPolicy', {
      description: 'Pulls one image',
      roles: [executionRole],
      statements: [
        new iam.PolicyStatement({ sid: 'LogIn', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
        new iam.PolicyStatement({
          sid: 'Pull',
          actions: ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'],
          resources: [this.repositoryArn(image)],
        }),
      ],
    });
    acknowledge(policy, {
      'AwsSolutions-IAM5[Resource::*]':
        'A registry token is not a resource of its own; what may be pulled with it is one repository.',
    });
  }

  private repositoryArn({ account, region, repository }: EcrImage): string {
    return Stack.of(this).formatArn({
      service: 'ecr',
      region,
      account,
      resource: 'repository',
      resourceName: repository,
    });
  }
}

import { join } from 'node:path';
import {
  aws_dynamodb as dynamodb,
  aws_ec2 as ec2,
  aws_ecr as ecr,
  aws_efs as efs,
  aws_elasticache as elasticache,
  aws_kinesis as kinesis,
  aws_lambda as lambda,
  aws_lambda_event_sources as sources,
  aws_logs as logs,
  aws_rds as rds,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_sns as sns,
  aws_sqs as sqs,
  Duration,
  Stack,
  type StackProps,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const FUNCTIONS = 'examples/department-app/functions';

/** Applications for permits, as a department writes it: plain CDK, nothing said of keys, access or logs. */
export class PermitStack extends Stack {
  private readonly vpc: ec2.IVpc;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    // The network that the landing zone gave to the account.
    this.vpc = ec2.Vpc.fromVpcAttributes(this, 'Network', {
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      vpcCidrBlock: '10.64.32.0/21',
      availabilityZones: ['a', 'b', 'c'].map((letter) => `${this.region}${letter}`),
      isolatedSubnetIds: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712', 'subnet-0a1b2c3d4e5f60713'],
    });
    const assess = this.addIntake();
    this.addStores(assess);
  }

  private addIntake(): lambda.Function {
    const documents = new s3.Bucket(this, 'Documents');
    const applications = new dynamodb.Table(this, 'Applications', {
      partitionKey: { name: 'applicationId', type: dynamodb.AttributeType.STRING },
    });
    const assessments = new sqs.Queue(this, 'Assessments', {
      deadLetterQueue: { queue: new sqs.Queue(this, 'Undecided'), maxReceiveCount: 5 },
    });
    const outcomes = new sns.Topic(this, 'Outcomes');
    const events = new kinesis.Stream(this, 'Events');
    const intake = this.fn('Intake', 'intake', { TABLE: applications.tableName, QUEUE: assessments.queueUrl });
    applications.grantWriteData(intake);
    assessments.grantSendMessages(intake);
    documents.grantPut(intake);
    events.grantWrite(intake);
    const assess = this.fn('Assess', 'assess', { TOPIC: outcomes.topicArn });
    assess.addEventSource(new sources.SqsEventSource(assessments));
    outcomes.grantPublish(assess);
    return assess;
  }

  private addStores(reader: lambda.Function): void {
    new ecr.Repository(this, 'Images');
    new logs.LogGroup(this, 'Audit');
    const gateway = new secretsmanager.Secret(this, 'PaymentGateway');
    gateway.addRotationSchedule('Rotation', {
      rotationLambda: this.fn('RotateGateway', 'rotate', {}),
      automaticallyAfter: Duration.days(30),
    });
    const register = new rds.DatabaseInstance(this, 'Register', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    });
    register.connections.allowDefaultPortFrom(reader, 'Assessments read the register');
    const forms = new efs.FileSystem(this, 'Forms', {
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    });
    forms.connections.allowDefaultPortFrom(reader, 'Assessments read the forms');
    this.addSessions();
  }

  /** ElastiCache has no L2 construct. */
  private addSessions(): void {
    const users = new elasticache.CfnUserGroup(this, 'SessionUsers', {
      engine: 'valkey',
      userGroupId: 'sessions',
      userIds: [
        new elasticache.CfnUser(this, 'SessionUser', {
          engine: 'valkey',
          userId: 'sessions',
          userName: 'sessions',
          authenticationMode: { Type: 'iam' },
          accessString: 'on ~* +@read +@write',
        }).ref,
      ],
    });
    const subnets = new elasticache.CfnSubnetGroup(this, 'SessionSubnets', {
      description: 'Sessions of the portal',
      subnetIds: this.vpc.isolatedSubnets.map((subnet) => subnet.subnetId),
    });
    new elasticache.CfnReplicationGroup(this, 'Sessions', {
      replicationGroupDescription: 'Sessions of the portal',
      engine: 'valkey',
      cacheNodeType: 'cache.t4g.small',
      cacheSubnetGroupName: subnets.ref,
      userGroupIds: [users.ref],
    });
  }

  private fn(id: string, folder: string, environment: Record<string, string>): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(join(FUNCTIONS, folder)),
      vpc: this.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      environment,
    });
  }
}

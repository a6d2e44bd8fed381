import {
  aws_apigateway as apigateway,
  aws_autoscaling as autoscaling,
  aws_codebuild as codebuild,
  aws_ec2 as ec2,
  aws_ecs as ecs,
  aws_lambda as lambda,
  aws_logs as logs,
  aws_stepfunctions as sfn,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { defaultsFor, type AnyClassDefaults } from './injector';

/** What runs, and the groups into which it logs. */
export const computeDefaults: readonly AnyClassDefaults[] = [
  defaultsFor<lambda.FunctionProps>(lambda.Function, (given, { scope, id }, stack) => ({
    environmentEncryption: stack.key(scope),
    tracing: lambda.Tracing.ACTIVE,
    ...(given.logGroup === undefined && given.logRetention === undefined ? { logGroup: logGroup(scope, id) } : {}),
  })),
  defaultsFor<logs.LogGroupProps>(logs.LogGroup, (_given, { scope }, stack) => ({
    encryptionKey: stack.key(scope),
    retention: stack.logRetention,
  })),
  defaultsFor<sfn.StateMachineProps>(sfn.StateMachine, (given, { scope, id }, stack) => ({
    encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(stack.key(scope)),
    tracingEnabled: true,
    ...(given.logs === undefined
      ? { logs: { destination: logGroup(scope, id), level: sfn.LogLevel.ALL, includeExecutionData: false } }
      : {}),
  })),
  defaultsFor<ecs.ClusterProps>(ecs.Cluster, () => ({ containerInsightsV2: ecs.ContainerInsights.ENHANCED })),
  defaultsFor<codebuild.ProjectProps>(codebuild.Project, (_given, { scope }, stack) => ({
    encryptionKey: stack.key(scope),
  })),
  defaultsFor<ec2.InstanceProps>(ec2.Instance, () => ({
    requireImdsv2: true,
    detailedMonitoring: true,
    disableApiTermination: true,
    associatePublicIpAddress: false,
    allowAllOutbound: false,
  })),
  defaultsFor<ec2.LaunchTemplateProps>(ec2.LaunchTemplate, () => ({ requireImdsv2: true, detailedMonitoring: true })),
  defaultsFor<autoscaling.AutoScalingGroupProps>(autoscaling.AutoScalingGroup, (given) =>
    given.launchTemplate === undefined && given.mixedInstancesPolicy === undefined
      ? { requireImdsv2: true, associatePublicIpAddress: false, allowAllOutbound: false }
      : {},
  ),
  defaultsFor<ec2.SecurityGroupProps>(ec2.SecurityGroup, () => ({ allowAllOutbound: false })),
  defaultsFor<apigateway.RestApiProps>(apigateway.RestApi, (given, { scope, id }) => ({
    ...(given.endpointTypes === undefined && given.endpointConfiguration === undefined
      ? { endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] } }
      : {}),
    ...(given.deployOptions === undefined && given.deploy !== false ? { deployOptions: stage(scope, id) } : {}),
  })),
];

/** Who called, when and with what answer; never what was said. */
function stage(scope: Construct, id: string): apigateway.StageOptions {
  return {
    accessLogDestination: new apigateway.LogGroupLogDestination(logGroup(scope, id)),
    accessLogFormat: apigateway.AccessLogFormat.jsonWithStandardFields(),
    loggingLevel: apigateway.MethodLoggingLevel.ERROR,
    dataTraceEnabled: false,
    tracingEnabled: true,
  };
}

/** A group of its own: the one that the service makes would have neither key nor retention. */
function logGroup(scope: Construct, id: string): logs.ILogGroup {
  return new logs.LogGroup(scope, `${id}LionrockLogs`);
}

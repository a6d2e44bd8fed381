import { aws_ecs as ecs, Names } from 'aws-cdk-lib';
import type { aws_ec2 as ec2, aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EncryptedLogGroup } from '../logging';

/** What a service's cluster needs. */
export interface ServiceClusterProps {
  readonly vpc: ec2.IVpc;
  /** Customer key of the tasks' scratch storage. */
  readonly storageKey: kms.IKey;
  readonly logKey: kms.IKey;
  readonly logRetentionDays: number;
}

/**
 * A Fargate cluster of one service with Container Insights. It is named, so that the log group of its metrics exists
 * under our key before ECS would make one without.
 */
export function serviceCluster(scope: Construct, props: ServiceClusterProps): ecs.ICluster {
  const clusterName = Names.uniqueResourceName(scope, { maxLength: 100, separator: '-' });
  const insights = new EncryptedLogGroup(scope, 'InsightsLogs', {
    encryptionKey: props.logKey,
    retentionDays: props.logRetentionDays,
    logGroupName: `/aws/ecs/containerinsights/${clusterName}/performance`,
  });
  const cluster = new ecs.Cluster(scope, 'Cluster', {
    vpc: props.vpc,
    clusterName,
    containerInsightsV2: ecs.ContainerInsights.ENHANCED,
    managedStorageConfiguration: { fargateEphemeralStorageKmsKey: props.storageKey },
  });
  cluster.node.addDependency(insights);
  if (!isCluster(cluster)) throw new Error(`[${cluster.node.path}] the cluster has no ARN`);
  return cluster;
}

/** CDK's class allows undefined where its interface does not (exactOptionalPropertyTypes). */
function isCluster(cluster: ecs.Cluster): cluster is ecs.Cluster & ecs.ICluster {
  return cluster.clusterArn.length > 0;
}

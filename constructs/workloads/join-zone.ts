import { aws_elasticloadbalancingv2 as elb } from 'aws-cdk-lib';

/** Gives a load balancer all its security groups, while its `connections` go on opening its own only. */
export function joinZone(balancer: elb.BaseLoadBalancer, groupIds: string[]): void {
  const resource = balancer.node.defaultChild;
  if (!(resource instanceof elb.CfnLoadBalancer)) throw new Error(`[${balancer.node.path}] has no resource`);
  resource.securityGroups = groupIds;
}

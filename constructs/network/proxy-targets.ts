import { aws_elasticloadbalancingv2 as elb, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ReverseProxy } from './reverse-proxy';

/** A reverse proxy as a load balancer knows it: reached over TLS, by the security groups of the two alone. */
export class ProxyTargets extends Construct {
  readonly group: elb.ApplicationTargetGroup;

  constructor(
    scope: Construct,
    id: string,
    readonly proxy: ReverseProxy,
  ) {
    super(scope, id);
    this.group = new elb.ApplicationTargetGroup(this, 'Targets', {
      vpc: proxy.placement.vpc,
      targetType: elb.TargetType.IP,
      protocol: elb.ApplicationProtocol.HTTPS,
      port: proxy.port,
      targets: [proxy.service],
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        protocol: elb.Protocol.HTTPS,
        path: proxy.healthCheckPath,
        healthyHttpCodes: '200',
        interval: Duration.seconds(15),
      },
    });
  }
}

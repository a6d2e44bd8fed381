import { aws_ec2 as ec2, aws_elasticloadbalancingv2 as elb, aws_wafv2 as waf } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { joinZone } from './join-zone';
import { logAccess } from './log-access';
import type { ZoneMembership } from './zone-membership';

/** What an internal balancer needs. */
export interface InternalBalancerProps {
  readonly vpc: ec2.IVpc;
  readonly zone: ZoneMembership;
  readonly certificateArn: string;
  readonly accessLogBucketName: string;
  readonly webAclArn?: string | undefined;
}

/** A load balancer inside the network that speaks HTTPS and nothing else (NET-14). */
export class InternalBalancer extends Construct {
  readonly loadBalancer: elb.ApplicationLoadBalancer;
  readonly listener: elb.ApplicationListener;
  /** The balancer's own security group, on the listener's port. */
  readonly connections: ec2.Connections;

  constructor(scope: Construct, id: string, props: InternalBalancerProps) {
    super(scope, id);
    const group = props.zone.ownGroup(this, 'SecurityGroup', `Load balancer of ${scope.node.id}`);
    this.loadBalancer = new elb.ApplicationLoadBalancer(this, 'LoadBalancer', {
      vpc: props.vpc,
      vpcSubnets: props.zone.subnets,
      securityGroup: group,
      internetFacing: false,
      deletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
    });
    joinZone(this.loadBalancer, props.zone.groupIds(group));
    logAccess(this.loadBalancer, props.accessLogBucketName, ['access_logs', 'connection_logs']);
    this.listener = this.loadBalancer.addListener('Https', {
      port: 443,
      protocol: elb.ApplicationProtocol.HTTPS,
      certificates: [elb.ListenerCertificate.fromArn(props.certificateArn)],
      sslPolicy: elb.SslPolicy.TLS13_RES,
      open: false,
    });
    this.connections = new ec2.Connections({ securityGroups: [group], defaultPort: ec2.Port.tcp(443) });
    this.protect(props.webAclArn);
  }

  private protect(webAclArn: string | undefined): void {
    if (webAclArn) {
      new waf.CfnWebACLAssociation(this, 'WebAcl', { resourceArn: this.loadBalancer.loadBalancerArn, webAclArn });
      return;
    }
    acknowledge(this.loadBalancer, {
      'NIST.800.53.R5-ALBWAFEnabled':
        'This load balancer is internal; the web ACL stands where traffic from the internet comes in, at the perimeter.',
    });
  }
}

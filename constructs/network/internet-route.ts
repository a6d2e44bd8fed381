import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { type Construct, DependencyGroup } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import type { Zone } from './zone';

export interface InternetRoute {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly profile: Profile;
  /** The zones that face the internet. */
  readonly zones: readonly Zone[];
}

/** Gives a VPC an internet gateway, and the zones that face the internet a route to it (NET-04). */
export function openToInternet(scope: Construct, { vpcId, vpcName, profile, zones }: InternetRoute): void {
  const gateway = new ec2.CfnInternetGateway(scope, 'InternetGateway', { tags: [{ key: 'Name', value: vpcName }] });
  const attachment = new ec2.CfnVPCGatewayAttachment(scope, 'InternetGatewayAttachment', {
    vpcId,
    internetGatewayId: gateway.ref,
  });
  for (const zone of zones) {
    const route = new ec2.CfnRoute(scope, `InternetRoute-${zone.zoneName}`, {
      routeTableId: zone.routeTableIds[0] ?? '',
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    });
    route.addResourceDependency(attachment);
    for (const subnet of zone.subnets) awaitRoute(subnet, route);
    acknowledge(route, {
      'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW': `Zone ${zone.zoneName} is the one that faces the internet in the zone model of ${profile.id}; what may pass is decided by its declared flows.`,
    });
  }
}

/** Lets constructs of CDK that face the internet wait for the route. */
function awaitRoute(subnet: ec2.ISubnet, route: ec2.CfnRoute): void {
  const { internetConnectivityEstablished: established } = subnet;
  if (established instanceof DependencyGroup) established.add(route);
}

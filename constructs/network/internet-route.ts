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
  /** Whether the internet routes the VPC's IPv6 addresses. */
  readonly ipv6: boolean;
}

/** Gives a VPC an internet gateway, and the zones that face the internet a route to it (NET-04). */
export function openToInternet(scope: Construct, { vpcId, vpcName, profile, zones, ipv6 }: InternetRoute): void {
  const gateway = new ec2.CfnInternetGateway(scope, 'InternetGateway', { tags: [{ key: 'Name', value: vpcName }] });
  const attachment = new ec2.CfnVPCGatewayAttachment(scope, 'InternetGatewayAttachment', {
    vpcId,
    internetGatewayId: gateway.ref,
  });
  for (const zone of zones) {
    const common = { routeTableId: zone.routeTableIds[0] ?? '', gatewayId: gateway.ref };
    const ids = { four: `InternetRoute-${zone.zoneName}`, six: `InternetRoute-ipv6-${zone.zoneName}` };
    const routes = [
      new ec2.CfnRoute(scope, ids.four, { ...common, destinationCidrBlock: '0.0.0.0/0' }),
      ...(ipv6 ? [new ec2.CfnRoute(scope, ids.six, { ...common, destinationIpv6CidrBlock: '::/0' })] : []),
    ];
    for (const route of routes) {
      route.addResourceDependency(attachment);
      for (const subnet of zone.subnets) awaitRoute(subnet, route);
      acknowledge(route, {
        'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW': `Zone ${zone.zoneName} is the one that faces the internet in the zone model of ${profile.id}; what may pass is decided by its declared flows.`,
      });
    }
  }
}

/** Lets constructs of CDK that face the internet wait for the route. */
function awaitRoute(subnet: ec2.ISubnet, route: ec2.CfnRoute): void {
  const { internetConnectivityEstablished: established } = subnet;
  if (established instanceof DependencyGroup) established.add(route);
}

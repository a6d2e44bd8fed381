import type { Trilean } from '../../../model';
import { asBoolean, asText, isMap, type Resource } from '../../../template';
import { at, get } from './reading';

/** Whether a load balancer faces the internet by IPv6 alone. Source: Application Load Balancers user guide, IP address types. */
export function hasNoPublicFour(resource: Resource): boolean {
  return asText(get(resource, 'IpAddressType')) === 'dualstack-without-public-ipv4';
}

/**
 * An internal load balancer turns away what comes through an internet gateway, also to IPv6 addresses.
 * Source: Application Load Balancers user guide, Load balancer attributes, ipv6.deny_all_igw_traffic.
 */
export function publicSixOf(resource: Resource): Trilean {
  if (resource.type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer') return true;
  const attributes = at(resource.properties, 'LoadBalancerAttributes[]').map(({ value }) => value);
  const denies = attributes.find((item) => isMap(item) && item['Key'] === 'ipv6.deny_all_igw_traffic');
  const stated = isMap(denies) ? asBoolean(denies['Value']) : undefined;
  if (denies !== undefined) return stated === undefined ? 'unknown' : !stated;
  const scheme = get(resource, 'Scheme');
  return scheme === undefined ? true : scheme === 'internal' ? false : scheme === 'internet-facing' ? true : 'unknown';
}

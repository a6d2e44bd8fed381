/**
 * Domain lists that AWS maintains, by the name that is the same everywhere: their ids differ by region. Source: Route 53
 * developer guide, Managed Domain Lists.
 */
export const MANAGED_DOMAIN_LISTS = [
  'AWSManagedDomainsAggregateThreatList',
  'AWSManagedDomainsBotnetCommandandControl',
  'AWSManagedDomainsMalwareDomainList',
] as const;

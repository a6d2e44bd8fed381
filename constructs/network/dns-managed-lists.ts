/**
 * Domain lists that AWS maintains, by the name that is the same everywhere: their ids differ by region. Source: Route 53
 * developer guide, Managed Domain Lists.
 */
export const MANAGED_DOMAIN_LISTS = [
  'AWSManagedDomainsAggregateThreatList',
  'AWSManagedDomainsBotnetCommandandControl',
  'AWSManagedDomainsMalwareDomainList',
] as const;

/** Finds the id of a managed list by its name, as CloudFormation stores it in the template. */
export const FIND_MANAGED_LIST = `
const { Route53ResolverClient, ListFirewallDomainListsCommand } = require('@aws-sdk/client-route53resolver');
const client = new Route53ResolverClient({});

async function find({ Name }) {
  let NextToken;
  do {
    const page = await client.send(new ListFirewallDomainListsCommand({ MaxResults: 100, NextToken }));
    const found = page.FirewallDomainLists?.find((list) => list.Name === Name && list.ManagedOwnerName);
    if (found) return { ListId: found.Id };
    NextToken = page.NextToken;
  } while (NextToken);
  throw new Error('this region has no managed domain list ' + Name);
}
`;

import { and, not, type Trilean } from '../../model';
import { holdsForAll, type Value } from '../../template';
import { filled, get, NOT_APPLICABLE } from '../check';
import { conditionKeys, forbid, isAllow, resourceDocuments, type Statement } from '../policy';
import type { Rule } from '../rule';

const PLACES = new Set(['aws:sourceip', 'aws:vpcsourceip', 'aws:sourcevpc', 'aws:sourcevpcarn', 'aws:sourcevpce']);

const OPERATORS = /^(ipaddress|stringequals|stringlike|arnequals|arnlike)$/;

const judgePolicy = forbid({
  documents: resourceDocuments,
  expected: 'a condition on aws:SourceIp with the addresses of the callers',
  is: (item) => and(isAllow(item), not(limitsPlace(item))),
});

/**
 * A domain outside a VPC answers the whole internet: credentials that leak are enough to read it, unless its policy lists
 * addresses. Within a VPC the service refuses such conditions, and security groups do it.
 */
export const searchDomainAddressesListed: Rule = {
  id: 'search-domain-addresses-listed',
  control: 'RES-14',
  severity: 'medium',
  message: 'The search domain answers callers from every address.',
  remediation: 'Put the domain into a VPC, or limit each statement of AccessPolicies by aws:SourceIp.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const isPrivate = filled.test(get(resource.properties, 'VPCOptions.SubnetIds'));
    return isPrivate === false ? judgePolicy(resource, context) : NOT_APPLICABLE;
  },
};

function limitsPlace({ condition }: Statement): Trilean {
  return holdsForAll(condition, isPlace);
}

function isPlace(condition: Value | undefined): boolean {
  return conditionKeys(condition).some(
    ({ operator, key, values }) => OPERATORS.test(operator) && PLACES.has(key) && isListed(values),
  );
}

/** An empty list, or one with the whole address space, lists nothing. */
function isListed(values: readonly Value[]): boolean {
  return values.length > 0 && !values.some((value) => typeof value === 'string' && /^(\*|.*\/0)$/.test(value));
}

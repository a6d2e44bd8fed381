import type { Rule } from '../rule';
import { searchCollectionCustomerKey } from './search-collection-customer-key';
import { searchCollectionPrivate } from './search-collection-private';
import { searchDomainAddressesListed } from './search-domain-addresses-listed';
import { searchDomainEncrypted } from './search-domain-encrypted';
import { searchDomainHttps } from './search-domain-https';
import { searchDomainInVpc } from './search-domain-in-vpc';
import { searchDomainNodesEncrypted } from './search-domain-nodes-encrypted';
import { searchDomainPolicyPresent } from './search-domain-policy-present';
import { searchDomainTlsVersion } from './search-domain-tls-version';

/** Rules of the family search. */
export const searchRules: readonly Rule[] = [
  searchCollectionCustomerKey,
  searchCollectionPrivate,
  searchDomainAddressesListed,
  searchDomainEncrypted,
  searchDomainHttps,
  searchDomainInVpc,
  searchDomainNodesEncrypted,
  searchDomainPolicyPresent,
  searchDomainTlsVersion,
];

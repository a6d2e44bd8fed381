import type { Rule } from '../rule';
import { classicBackendEncrypted } from './classic-backend-encrypted';
import { classicListenerEncrypted } from './classic-listener-encrypted';
import { classicListenerManagedCertificate } from './classic-listener-managed-certificate';
import { classicListenerTlsVersion } from './classic-listener-tls-version';
import { listenerEncrypted } from './listener-encrypted';
import { listenerHasCertificate } from './listener-has-certificate';
import { listenerTlsVersion } from './listener-tls-version';
import { loadBalancerDeletionProtected } from './load-balancer-deletion-protected';
import { loadBalancerDropsBadHeaders } from './load-balancer-drops-bad-headers';
import { publicLoadBalancerHasWebAcl } from './public-load-balancer-has-web-acl';

/** Rules of the family load-balancing. */
export const loadBalancingRules: readonly Rule[] = [
  classicBackendEncrypted,
  classicListenerEncrypted,
  classicListenerManagedCertificate,
  classicListenerTlsVersion,
  listenerEncrypted,
  listenerHasCertificate,
  listenerTlsVersion,
  loadBalancerDeletionProtected,
  loadBalancerDropsBadHeaders,
  publicLoadBalancerHasWebAcl,
];

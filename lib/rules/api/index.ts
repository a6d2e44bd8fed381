import type { Rule } from '../rule';
import { apiCacheEncrypted } from './api-cache-encrypted';
import { apiDomainEndpointNamed } from './api-domain-endpoint-named';
import { apiDomainTlsVersion } from './api-domain-tls-version';
import { apiMethodAuthorised } from './api-method-authorised';
import { apiStageClientCertificate } from './api-stage-client-certificate';
import { apiStageHasWebAcl } from './api-stage-has-web-acl';
import { classicWebAclBlocks } from './classic-web-acl-blocks';
import { distributionBucketPrivate } from './distribution-bucket-private';
import { distributionHasWebAcl } from './distribution-has-web-acl';
import { distributionOriginEncrypted } from './distribution-origin-encrypted';
import { distributionOriginTlsVersion } from './distribution-origin-tls-version';
import { distributionOwnCertificate } from './distribution-own-certificate';
import { distributionSni } from './distribution-sni';
import { distributionTlsVersion } from './distribution-tls-version';
import { distributionViewersEncrypted } from './distribution-viewers-encrypted';
import { graphqlApiAuthenticated } from './graphql-api-authenticated';
import { graphqlApiHasWebAcl } from './graphql-api-has-web-acl';
import { graphqlCacheEncrypted } from './graphql-cache-encrypted';
import { graphqlCacheTls } from './graphql-cache-tls';
import { httpApiDomainTlsVersion } from './http-api-domain-tls-version';
import { httpApiRouteAuthorised } from './http-api-route-authorised';
import { identityPoolNoGuests } from './identity-pool-no-guests';
import { iotDomainTlsVersion } from './iot-domain-tls-version';
import { serverlessEventAuthorised } from './serverless-event-authorised';
import { streamingDistributionBucketPrivate } from './streaming-distribution-bucket-private';
import { transferPolicyModern } from './transfer-policy-modern';
import { transferProtocolsEncrypted } from './transfer-protocols-encrypted';
import { transferServerPrivate } from './transfer-server-private';
import { userPoolPasswordPolicy } from './user-pool-password-policy';
import { userPoolSecondFactor } from './user-pool-second-factor';
import { webAclHasRules } from './web-acl-has-rules';
import { webAclLimitsRate } from './web-acl-limits-rate';
import { webAclStopsLog4j } from './web-acl-stops-log4j';

/** Rules of the family api. */
export const apiRules: readonly Rule[] = [
  apiCacheEncrypted,
  apiDomainEndpointNamed,
  apiDomainTlsVersion,
  apiMethodAuthorised,
  apiStageClientCertificate,
  apiStageHasWebAcl,
  classicWebAclBlocks,
  distributionBucketPrivate,
  distributionHasWebAcl,
  distributionOriginEncrypted,
  distributionOriginTlsVersion,
  distributionOwnCertificate,
  distributionSni,
  distributionTlsVersion,
  distributionViewersEncrypted,
  graphqlApiAuthenticated,
  graphqlApiHasWebAcl,
  graphqlCacheEncrypted,
  graphqlCacheTls,
  httpApiDomainTlsVersion,
  httpApiRouteAuthorised,
  identityPoolNoGuests,
  iotDomainTlsVersion,
  serverlessEventAuthorised,
  streamingDistributionBucketPrivate,
  transferPolicyModern,
  transferProtocolsEncrypted,
  transferServerPrivate,
  userPoolPasswordPolicy,
  userPoolSecondFactor,
  webAclHasRules,
  webAclLimitsRate,
  webAclStopsLog4j,
];

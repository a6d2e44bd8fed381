import type { Rule } from '../rule';
import { accessPointPublicAccessBlocked } from './access-point-public-access-blocked';
import { bucketAccessLogged } from './bucket-access-logged';
import { bucketCustomerKey } from './bucket-customer-key';
import { bucketEncryptionDeclared } from './bucket-encryption-declared';
import { bucketNoPublicAcl } from './bucket-no-public-acl';
import { bucketNoPublicWriteAcl } from './bucket-no-public-write-acl';
import { bucketNoWebsite } from './bucket-no-website';
import { bucketNotEmptied } from './bucket-not-emptied';
import { bucketOwnerEnforced } from './bucket-owner-enforced';
import { bucketPublicAccessBlocked } from './bucket-public-access-blocked';
import { bucketPublicAccessDeclared } from './bucket-public-access-declared';
import { bucketTlsOnly } from './bucket-tls-only';
import { bucketVersioned } from './bucket-versioned';
import { logStoreKeeps } from './log-store-keeps';
import { logStoreLocked } from './log-store-locked';
import { mediaContainerTlsOnly } from './media-container-tls-only';
import { uploadBucketScanned } from './upload-bucket-scanned';

export { isStoreOfLogs } from './is-store-of-logs';

/** Rules of the family s3. */
export const s3Rules: readonly Rule[] = [
  accessPointPublicAccessBlocked,
  bucketAccessLogged,
  bucketCustomerKey,
  bucketEncryptionDeclared,
  bucketNoPublicAcl,
  bucketNoPublicWriteAcl,
  bucketNoWebsite,
  bucketNotEmptied,
  bucketOwnerEnforced,
  bucketPublicAccessBlocked,
  bucketPublicAccessDeclared,
  bucketTlsOnly,
  bucketVersioned,
  logStoreKeeps,
  logStoreLocked,
  mediaContainerTlsOnly,
  uploadBucketScanned,
];

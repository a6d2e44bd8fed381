import type { ResourceWork } from '../custom-resource';
import { textOf } from '../property-text';

/** The one call of S3 that is needed. */
export interface ObjectStore {
  copyObject(input: {
    CopySource: string;
    Bucket: string;
    Key: string;
    ExpectedBucketOwner: string;
    ExpectedSourceBucketOwner: string;
  }): Promise<unknown>;
}

/**
 * Copies an object within the account, under the encryption that the bucket gives by itself. It stays when the resource
 * goes: an account that was not served yet may still need it.
 */
export function objectCopy(store: ObjectStore): ResourceWork {
  return {
    id: (properties) => `${textOf(properties, 'Bucket')}/${textOf(properties, 'Key')}`,
    set: async (properties) => {
      const owner = textOf(properties, 'Account');
      const source = [textOf(properties, 'SourceBucket'), ...textOf(properties, 'SourceKey').split('/')];
      await store.copyObject({
        CopySource: source.map(encodeURIComponent).join('/'),
        Bucket: textOf(properties, 'Bucket'),
        Key: textOf(properties, 'Key'),
        // A bucket of that name that somebody else made gets nothing, and gives nothing.
        ExpectedBucketOwner: owner,
        ExpectedSourceBucketOwner: owner,
      });
    },
    remove: async () => {},
  };
}

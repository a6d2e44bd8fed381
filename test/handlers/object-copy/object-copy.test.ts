import { objectCopy } from '../../../lib/handlers/object-copy/object-copy';
import { answerOf, requestOf } from '../support/custom-resource';

const PROPERTIES = {
  Account: '110000000001',
  SourceBucket: 'assets',
  SourceKey: '1.zip',
  Bucket: 'government-hook',
  Key: 'deployment-hook/1.zip',
};

/** Copies in a store that refuses, or not. */
function copying(refusal?: string) {
  const copied: object[] = [];
  const work = objectCopy({
    copyObject: async (input) => {
      if (refusal !== undefined) throw new Error(refusal);
      copied.push(input);
    },
  });
  return { work, copied };
}

describe('the copy of an object', () => {
  test('is named by where it lies, so that another content replaces it', async () => {
    const { work, copied } = copying();
    expect(await answerOf(work, requestOf('Create', PROPERTIES))).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'government-hook/deployment-hook/1.zip',
    });
    expect(copied).toMatchObject([{ CopySource: 'assets/1.zip', ExpectedBucketOwner: '110000000001' }]);
  });

  test('Update, and Create called again, copy the same to the same place', async () => {
    const { work, copied } = copying();
    const id = 'government-hook/deployment-hook/1.zip';
    await answerOf(work, requestOf('Create', PROPERTIES));
    expect(await answerOf(work, requestOf('Update', PROPERTIES, id))).toMatchObject({ PhysicalResourceId: id });
    expect(copied[1]).toEqual(copied[0]);
  });

  test('a refusal is told, and the next run copies', async () => {
    expect(await answerOf(copying('SlowDown').work, requestOf('Create', PROPERTIES))).toMatchObject({
      Status: 'FAILED',
    });
    expect(await answerOf(copying().work, requestOf('Create', PROPERTIES))).toMatchObject({ Status: 'SUCCESS' });
  });

  test('stays for accounts that were not served yet', async () => {
    const { work, copied } = copying();
    expect(await answerOf(work, requestOf('Delete', PROPERTIES))).toMatchObject({ Status: 'SUCCESS' });
    expect(copied).toEqual([]);
  });

  test.each([
    [PROPERTIES, 'AccessDenied', 'Error: AccessDenied'],
    [{ ...PROPERTIES, Bucket: '' }, undefined, 'Error: found Bucket "": expected a text'],
  ])('says why it cannot', async (properties, refusal, reason) => {
    const { work } = copying(refusal);
    expect(await answerOf(work, requestOf('Create', properties))).toMatchObject({ Status: 'FAILED', Reason: reason });
  });
});

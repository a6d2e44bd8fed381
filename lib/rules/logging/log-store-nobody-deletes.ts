import { and, forSome, type Trilean } from '../../model';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import { isAllow, letsDeliverLogs, resourceDocuments, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

/** Ways to lose logs. */
const REMOVING = [
  's3:DeleteBucket',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
];

const EXPECTED = 'nobody whom the policy lets delete logs';

/** A bucket that lets a service deliver logs is a store of logs. What identities may do by their own policies is not seen. */
export const logStoreNobodyDeletes: Rule = {
  id: 'log-store-nobody-deletes',
  control: 'LOG-05',
  message: 'The policy of the log store lets somebody delete logs.',
  remediation: 'Remove the permission, and deny deleting and changing to everybody but the deployment.',
  types: ['AWS::S3::BucketPolicy'],
  scope: 'resource',
  evaluate: (resource) => {
    if (letsDeliverLogs(resource) !== true) return NOT_APPLICABLE;
    const documents = resourceDocuments(resource);
    const statements = documents.flatMap((document) => document.statements);
    const judged = statements.map((item) => ({ item, is: letsRemove(item) }));
    const wrong = judged.filter(({ is }) => is === true);
    if (wrong.length > 0) return wrong.map(({ item }) => fail({ path: item.path, value: item.body }, EXPECTED));
    const open = judged.find(({ is }) => is === 'unknown');
    if (open) {
      const because = 'whom or what the statement allows is decided at deployment';
      return { ...unknown({ path: open.item.path, value: open.item.body }, EXPECTED), because };
    }
    const [unread] = documents.flatMap(({ unresolved }) => unresolved);
    const found = { path: 'PolicyDocument', value: unread };
    return unread ? unknown(found, EXPECTED) : { ...pass(found, EXPECTED), observed: 'none' };
  },
};

function letsRemove(item: Statement): Trilean {
  const isForPeople = item.principals.some(({ kind }) => kind !== 'Service') || item.notPrincipals.length > 0;
  return and(
    isForPeople,
    isAllow(item),
    forSome(REMOVING, (action) => speaksOf(item, action)),
  );
}

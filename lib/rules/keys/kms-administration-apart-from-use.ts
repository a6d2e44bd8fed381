import { and, forAll, forSome, not, type Trilean } from '../../model';
import { asText, STORED_KEY, textEndsWith, Unknown, type Value } from '../../template';
import { forbid, isAllow, resourceDocuments, speaksOf, type Statement } from '../policy';
import type { Rule } from '../rule';

const ADMINISTRATION = ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'];

const USE = ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt', 'kms:Sign'];

/** The statement for the account’s root is how KMS lets IAM policies decide, and is not judged. */
export const kmsAdministrationApartFromUse: Rule = {
  id: 'kms-administration-apart-from-use',
  control: 'KEY-07',
  message: 'One statement lets the same principal administer the key and use it.',
  remediation: 'Give administration and use in two statements to two roles.',
  types: ['AWS::KMS::Key', STORED_KEY],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'statements that give either administration or use of the key, except to the account itself',
    is: (item) =>
      and(
        isAllow(item),
        not(isAccount(item)),
        () => forSome(ADMINISTRATION, (action) => speaksOf(item, action)),
        () => forSome(USE, (action) => speaksOf(item, action)),
      ),
  }),
};

/** Accounts are named by number, or by the ARN of their root. */
function isAccount({ principals }: Statement): Trilean {
  return forAll(principals, ({ kind, name }) => kind === 'AWS' && isAccountName(name));
}

function isAccountName(name: Value): boolean {
  if (name instanceof Unknown && name.source === 'AWS::AccountId') return true;
  return /^\d{12}$/.test(asText(name) ?? '') || textEndsWith(name, ':root') === true;
}

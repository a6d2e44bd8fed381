import { forSome, type Trilean } from '../../model';
import { asBoolean, asText, isList, isMap, Unknown, type Value } from '../../template';
import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { collectionPolicy } from './collection-policy';

const EXPECTED = 'AllowFromPublic false, with SourceVPCEs or SourceServices';

/** The network policy of OpenSearch Serverless: a list of statements as JSON text. */
export const searchCollectionPrivate: Rule = {
  id: 'search-collection-private',
  control: 'WKL-01',
  message: 'Collections that the policy names answer on public addresses.',
  remediation: 'Set AllowFromPublic to false and list SourceVPCEs.',
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    if (asText(properties['Type']) === 'encryption') return NOT_APPLICABLE;
    const found = { path: 'Policy', value: properties['Policy'] };
    const open = allowsPublic(found.value);
    if (open === 'unknown') return unknown(found, EXPECTED);
    return open ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};

function allowsPublic(policy: Value | undefined): Trilean {
  const parsed = collectionPolicy(policy);
  if (parsed === undefined) return 'unknown';
  return forSome(isList(parsed) ? parsed : [parsed], isOpen);
}

function isOpen(statement: Value): Trilean {
  const flag = isMap(statement) ? statement['AllowFromPublic'] : undefined;
  return flag instanceof Unknown ? 'unknown' : asBoolean(flag) === true;
}

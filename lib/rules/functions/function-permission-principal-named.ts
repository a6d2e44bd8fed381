import { and, forSome, not } from '../../model';
import { fail, NOT_APPLICABLE, pass, present, unknown } from '../check';
import { isText } from '../policy';
import type { Rule } from '../rule';

const EXPECTED = 'the service or account that is meant';

const SOURCES = ['SourceAccount', 'SourceArn'];

const ORGANISATION = ['PrincipalOrgID', 'OrganizationId'];

/**
 * A source limits the calls of services: with an asterisk beside it every service is meant. The organisation is named by
 * an asterisk and its id; an asterisk without any limit is the subject of another rule.
 */
export const functionPermissionPrincipalNamed: Rule = {
  id: 'function-permission-principal-named',
  control: 'RES-14',
  severity: 'low',
  message: 'Any service of AWS may call the function on behalf of the source.',
  remediation: 'Name the service in Principal, beside its source.',
  types: ['AWS::Lambda::Permission'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const found = { path: 'Principal', value: properties['Principal'] };
    const has = (names: readonly string[]) => forSome(names, (name) => present.test(properties[name]));
    if (has(SOURCES) === false || isText(found.value, '*') === false) return NOT_APPLICABLE;
    const bad = and(isText(found.value, '*'), not(has(ORGANISATION)));
    if (bad === 'unknown') return unknown(found, EXPECTED);
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};

import { and, forSome, not } from '../../model';
import { fail, pass, present, unknown } from '../check';
import { isText } from '../policy';
import type { Rule } from '../rule';

const EXPECTED = 'a principal that is named, or the organisation';

const NARROWING = ['PrincipalOrgID', 'OrganizationId', 'SourceAccount', 'SourceArn'];

/**
 * SourceAccount and PrincipalOrgID (OrganizationId for layers) limit an asterisk; the address of a bucket in
 * SourceArn does not, unless its account is named.
 */
export const functionPermissionNotPublic: Rule = {
  id: 'function-permission-not-public',
  control: 'RES-14',
  severity: 'critical',
  message: 'Anybody with an AWS account can call the function, or use the layer.',
  remediation: 'Name the account or service in Principal; to open it to the organisation add PrincipalOrgID.',
  types: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const found = { path: 'Principal', value: properties['Principal'] };
    const bad = and(isText(found.value, '*'), not(forSome(NARROWING, (name) => present.test(properties[name]))));
    if (bad === 'unknown') return unknown(found, EXPECTED);
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};

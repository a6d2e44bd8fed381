import { asText } from '../../template';
import { at, judge, matching, orAbsent } from '../check';
import type { Rule } from '../rule';

const anHour = orAbsent(matching('PT1H or less', /^PT(1H|[1-9]M|[1-5]\dM|60M)$/));

const halfADay = orAbsent(matching('PT12H or less', /^PT(([1-9]|1[012])H|([1-9]|1[01])H[1-5]?\dM|[1-9]\d?M)$/));

/** Not set is one hour. */
export const permissionSetSessionShort: Rule = {
  id: 'permission-set-session-short',
  control: 'IDN-07',
  message: 'A session of the permission set lasts too long.',
  remediation: 'Set SessionDuration to PT1H for privileged sets, to PT12H or less for others.',
  types: ['AWS::SSO::PermissionSet'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    const isPrivileged = at(properties, 'ManagedPolicies[]').some(({ value }) =>
      /(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/.test(asText(value) ?? ''),
    );
    return judge(at(properties, 'SessionDuration'), isPrivileged ? anHour : halfADay);
  },
};

import { EXEMPT_ACTIONS, EXEMPT_ACTIONS_THAT_MOVE_DATA, REGIONAL_EXEMPTIONS } from '../../../lib/model';
import type { GuardrailOptions } from './options';
import { denied, exceptRoles, type Statement } from './statement';

/**
 * Nothing is done outside the allowed regions but with services that have no region of their own (RES-01), and of those
 * nothing that still moves data (RES-02).
 */
export function regionDeny(options: GuardrailOptions): Statement[] {
  const { profile, exemptActions = [], exemptRoles = [] } = options;
  const outside = exceptRoles({ StringNotEquals: { 'aws:RequestedRegion': profile.regions } }, exemptRoles);
  const allowed = new Set(exemptActions);
  return [
    {
      Sid: 'DenyOutsideTheRegions',
      Effect: 'Deny',
      NotAction: [...new Set([...EXEMPT_ACTIONS, ...exemptActions])].toSorted(),
      Resource: '*',
      Condition: outside,
    },
    denied('DenyRegionalExemptions', without(REGIONAL_EXEMPTIONS, allowed), outside),
    denied(
      'DenyExemptionsThatMoveData',
      without(EXEMPT_ACTIONS_THAT_MOVE_DATA, allowed),
      exemptRoles.length === 0 ? undefined : exceptRoles({}, exemptRoles),
    ),
  ];
}

/** What the organisation exempts by name stays exempt: `kms:*` takes back that entry, not part of another. */
function without(actions: readonly string[], allowed: ReadonlySet<string>): string[] {
  return actions.filter((action) => !allowed.has(action));
}

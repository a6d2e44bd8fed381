import type { GuardrailDocument } from '../../../lib/model';
import { serviceControlPolicy } from './baseline-guardrails';
import { deny } from './deny-statement';
import { assertScope, type GuardrailScope } from './guardrail-scope';

/**
 * For the unit of suspended accounts: everything is denied to everybody but break-glass. What runs goes on running,
 * because service-linked roles are not bound by service control policies.
 *
 * @throws Error when a role pattern is malformed or would exempt nearly everybody.
 */
export function quarantineGuardrail(scope: GuardrailScope): GuardrailDocument {
  assertScope(scope);
  return {
    name: `${scope.namePrefix ?? 'lionrock'}-quarantine`,
    type: 'SERVICE_CONTROL_POLICY',
    description: 'Suspended accounts: everything is denied but to break-glass',
    document: serviceControlPolicy([deny('DenyAllButBreakGlass', '*', { except: scope.breakGlassRoles })]),
  };
}

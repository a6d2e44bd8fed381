import type { GuardrailDocument } from '../../../lib/model';
import type { DenyStatement } from './deny-statement';
import { assertScope, type GuardrailScope } from './guardrail-scope';
import { preventLongLivedCredentials } from './prevent-long-lived-credentials';
import { preventPublicSharing } from './prevent-public-sharing';
import { protectDetection } from './protect-detection';
import { protectKeysAndBackups } from './protect-keys-and-backups';
import { protectOrganization } from './protect-organization';
import { secureCompute } from './secure-compute';

const GUARDRAILS = [
  {
    name: 'protect-organization',
    description: 'Members stay in the organisation, root is not used, the landing zone’s roles and resources are safe',
    statements: protectOrganization,
  },
  {
    name: 'protect-detection',
    description: 'The trail, the recorder, flow logs and threat detection cannot be stopped or blinded',
    statements: protectDetection,
  },
  {
    name: 'protect-keys-and-backups',
    description: 'Keys and backups are destroyed by break-glass only, keys not before 30 days',
    statements: protectKeysAndBackups,
  },
  {
    name: 'prevent-public-sharing',
    description: 'Nothing is shared with everybody or with accounts outside the organisation',
    statements: preventPublicSharing,
  },
  {
    name: 'prevent-long-lived-credentials',
    description: 'No IAM users, no access keys, no identity providers but the central one',
    statements: preventLongLivedCredentials,
  },
  {
    name: 'secure-compute',
    description: 'Instances need metadata version 2; volumes and file systems need encryption',
    statements: secureCompute,
  },
] as const;

/**
 * The service control policies that hold for every account, to be attached at the root. They bind member accounts; AWS
 * applies no service control policy to the management account and none to service-linked roles. Evidence for GOV-08,
 * LOG-11, KEY-06, RES-15, RES-16, RES-17, IDN-01, IDN-03, IDN-11 and IDN-12.
 *
 * @throws Error when a role pattern is malformed or would exempt nearly everybody.
 */
export function baselineGuardrails(scope: GuardrailScope): readonly GuardrailDocument[] {
  assertScope(scope);
  return GUARDRAILS.map(({ name, description, statements }) => ({
    name: `${scope.namePrefix ?? 'lionrock'}-${name}`,
    type: 'SERVICE_CONTROL_POLICY',
    description,
    document: serviceControlPolicy(statements(scope)),
  }));
}

/** Wraps statements into a policy document. */
export function serviceControlPolicy(statements: readonly DenyStatement[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

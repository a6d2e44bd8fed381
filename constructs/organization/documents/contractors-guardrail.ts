import type { GuardrailDocument } from '../../../lib/model';
import { serviceControlPolicy } from './baseline-guardrails';
import { deny } from './deny-statement';

/** Properties of {@link contractorsGuardrail}. */
export interface ContractorsGuardrailProps {
  /** Partition of the organisation: `aws`, `aws-us-gov`, … or CDK's token for it. */
  readonly partition: string;
  /** Names of the permission sets that external service providers hold. */
  readonly permissionSets: readonly string[];
  /** Beginning of the policy's name. @default 'lionrock' */
  readonly namePrefix?: string;
}

/**
 * For units of production accounts: whoever came through a provider's permission set can do nothing there, should
 * somebody assign it after all (G3 17.1(a): no remote day-to-day management of production by external service providers).
 * @throws Error when no permission set is named, or the name of one would match nearly all.
 */
export function contractorsGuardrail(props: ContractorsGuardrailProps): GuardrailDocument {
  const { partition, permissionSets, namePrefix = 'lionrock' } = props;
  const wrong = permissionSets.filter((name) => !/^[\w+=,.@-]{3,32}$/.test(name));
  if (permissionSets.length === 0 || wrong.length > 0) {
    throw new Error(
      `found permission sets [${wrong.join(', ')}]: expected names of 3 to 32 letters, digits or +=,.@-_; name each that a provider holds`,
    );
  }
  // Identity Center adds a digest to the role that it makes of a permission set.
  const roles = permissionSets.map(
    (name) => `arn:${partition}:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${name}_*`,
  );
  return {
    name: `${namePrefix}-contractors`,
    type: 'SERVICE_CONTROL_POLICY',
    description: 'External service providers do not manage production',
    document: serviceControlPolicy([
      deny('DenyContractorsInProduction', '*', { when: { ArnLike: { 'aws:PrincipalArn': roles } } }),
    ]),
  };
}

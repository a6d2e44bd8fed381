import { anyOf, present, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';
import { isService } from './service-principal';

const named = anyOf(
  ...['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].map((name) => property(name, present)),
);

/**
 * The confused deputy: a permission for a service without a source lets every account use the service against the
 * function. Services that call from within the account only (Alexa with its token aside) are not told apart.
 */
export const functionPermissionFromOneSource: Rule = {
  id: 'function-permission-from-one-source',
  control: 'IDN-06',
  category: 'iam-privilege',
  severity: 'medium',
  message: 'The service may call the function on behalf of any of its customers.',
  remediation: 'Set SourceArn, or SourceAccount where the ARN carries no account.',
  types: ['AWS::Lambda::Permission'],
  scope: 'resource',
  evaluate: (resource, context) =>
    isService(resource.properties['Principal']) ? named(resource, context) : NOT_APPLICABLE,
};

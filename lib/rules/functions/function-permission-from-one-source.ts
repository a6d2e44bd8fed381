import { asText, type Resource } from '../../template';
import { anyOf, present, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';

const named = anyOf(
  ...['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].map((name) => property(name, present)),
);

const account = anyOf(property('SourceAccount', present), property('PrincipalOrgID', present));

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
  evaluate: (resource, context) => {
    if (!isService(resource)) return NOT_APPLICABLE;
    // The ARN of a bucket carries no account: a name that somebody else takes over would do.
    return asText(resource.properties['Principal'])?.startsWith('s3.')
      ? account(resource, context)
      : named(resource, context);
  },
};

function isService({ properties }: Resource): boolean {
  return /\.amazonaws\.com(\.cn)?$/.test(asText(properties['Principal']) ?? '');
}

import type { GuardrailOptions } from './options';
import type { Conditions, Statement } from './statement';

/** Services that keep data or keys, or hand out credentials, and that resource control policies reach. */
const RESOURCES = ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*'];

/**
 * Taking on a role by a principal of another organisation. Federated sign-in (`AssumeRoleWith…`) has no organisation and
 * stays with the trust policies.
 */
const ROLES = ['sts:AssumeRole', 'sts:SetContext'];

/**
 * Only principals of the organisation, and AWS services on its behalf, reach its resources, and only over TLS 1.2 or
 * newer, whatever the resources' own policies say (RES-14, NET-14).
 */
export function dataPerimeter(options: GuardrailOptions): Statement[] {
  const { organizationId, trustedAccounts = [] } = options;
  const trusted = (key: string) => (trustedAccounts.length > 0 ? { [key]: trustedAccounts } : {});
  return [
    everybody('OrganizationPrincipalsOnly', [...RESOURCES, ...ROLES], {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId, ...trusted('aws:PrincipalAccount') },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    }),
    everybody('ServicesForTheOrganizationOnly', [...RESOURCES, ...ROLES], {
      StringNotEqualsIfExists: { 'aws:SourceOrgID': organizationId, ...trusted('aws:SourceAccount') },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
      Null: { 'aws:SourceAccount': 'false' },
    }),
    everybody('TlsOnly', RESOURCES, { BoolIfExists: { 'aws:SecureTransport': 'false' } }),
    everybody('ModernTlsOnly', ['s3:*'], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  ];
}

function everybody(Sid: string, Action: readonly string[], Condition: Conditions): Statement {
  return { Sid, Effect: 'Deny', Principal: '*', Action, Resource: '*', Condition };
}

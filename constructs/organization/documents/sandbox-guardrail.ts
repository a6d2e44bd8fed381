import type { GuardrailDocument } from '../../../lib/model';
import { serviceControlPolicy } from './baseline-guardrails';
import { deny, type DenyStatement } from './deny-statement';
import { assertScope, type GuardrailScope } from './guardrail-scope';

/**
 * For the unit of sandbox accounts: no way to other networks, and no reading of data in other accounts of the
 * organisation.
 *
 * @throws Error when a role pattern is malformed or would exempt nearly everybody.
 */
export function sandboxGuardrail(scope: GuardrailScope): GuardrailDocument {
  assertScope(scope);
  return {
    name: `${scope.namePrefix ?? 'lionrock'}-sandbox`,
    type: 'SERVICE_CONTROL_POLICY',
    description: 'Sandbox accounts: no connection to other networks, no data of other accounts',
    document: serviceControlPolicy(sandboxStatements(scope)),
  };
}

function sandboxStatements(scope: GuardrailScope): readonly DenyStatement[] {
  return [
    deny('DenyConnectingNetworks', CONNECTIONS, { except: scope.breakGlassRoles }),
    deny('DenyDataOfOtherAccounts', DATA_READS, {
      when: {
        StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' },
        StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' },
      },
      except: scope.breakGlassRoles,
    }),
  ];
}

const CONNECTIONS = [
  'directconnect:Accept*',
  'directconnect:Confirm*',
  'directconnect:Create*',
  'ec2:AcceptTransitGatewayPeeringAttachment',
  'ec2:AcceptTransitGatewayVpcAttachment',
  'ec2:AcceptVpcEndpointConnections',
  'ec2:AcceptVpcPeeringConnection',
  'ec2:AttachVpnGateway',
  'ec2:CreateClientVpnEndpoint',
  'ec2:CreateTransitGateway*',
  'ec2:CreateVpcEndpointServiceConfiguration',
  'ec2:CreateVpcPeeringConnection',
  'ec2:CreateVpnConnection',
  'ec2:CreateVpnGateway',
  'networkmanager:Create*',
  'ram:AcceptResourceShareInvitation',
] as const;

const DATA_READS = [
  'backup:CopyFromBackupVault',
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:GetRecords',
  'dynamodb:Query',
  'dynamodb:Scan',
  'kinesis:GetRecords',
  'kms:Decrypt',
  's3:GetObject',
  's3:GetObjectVersion',
  's3:ListBucket',
  'secretsmanager:GetSecretValue',
  'sqs:ReceiveMessage',
  'ssm:GetParameter',
  'ssm:GetParameters',
] as const;

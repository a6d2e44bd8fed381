import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it a key that AWS owns is used. */
export const bedrockAgentCustomerKey: Rule = {
  id: 'bedrock-agent-customer-key',
  control: 'KEY-02',
  message: 'The agent’s sessions are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in CustomerEncryptionKeyArn.',
  types: ['AWS::Bedrock::Agent'],
  scope: 'resource',
  evaluate: property('CustomerEncryptionKeyArn', customerKey),
};

import { among, everyAccount } from '../check';
import type { Rule } from '../rule';
import { claimsInternet } from './claimed';

const OPTIONS = 'AWS::EC2::VPCBlockPublicAccessOptions';
const NETWORK = 'AWS::EC2::VPC';

const blocks = among('block-bidirectional', 'block-ingress');

/** Accounts whose templates claim a flow with the internet have a DMZ, which the register of flows approves. */
export const vpcPublicAccessBlocked: Rule = {
  id: 'vpc-public-access-blocked',
  control: 'NET-06',
  message: 'One internet gateway opens the networks of the account to the internet.',
  remediation: 'Add VPCBlockPublicAccessOptions to the account, with block-bidirectional or block-ingress.',
  types: [OPTIONS, NETWORK],
  scope: 'estate',
  evaluate: everyAccount({
    types: [OPTIONS],
    expected: 'VPC Block Public Access in every account with a network and no DMZ',
    is: ({ properties }) => blocks.test(properties['InternetGatewayBlockMode']),
    where: (resources) =>
      resources.some(({ type }) => type === NETWORK) && !resources.some(({ template }) => claimsInternet(template)),
  }),
};

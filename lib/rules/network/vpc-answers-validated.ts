import { accompanied, guarded, inLandingZone } from '../check';
import type { Rule } from '../rule';

const validated = accompanied({
  namings: [{ type: 'AWS::Route53Resolver::ResolverDNSSECConfig', path: 'ResourceId' }],
  expected: 'DNSSEC validation of the VPC',
});

/** Asked of landing zones only: elsewhere few networks have it, and none is wrong for that alone. */
export const vpcAnswersValidated: Rule = {
  id: 'vpc-answers-validated',
  control: 'NET-15',
  message: 'The network believes forged answers to its DNS queries.',
  remediation: 'Add a ResolverDNSSECConfig with the id of the VPC.',
  types: ['AWS::EC2::VPC'],
  scope: 'resource',
  evaluate: guarded(inLandingZone, validated),
};

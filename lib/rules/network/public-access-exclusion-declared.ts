import { among, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';

const egressOnly = property('InternetGatewayExclusionMode', among('allow-egress'));

/**
 * A hole in VPC Block Public Access. In a landing zone only a network that claims a flow from the internet has one, and
 * the register decides on the claim; elsewhere there is nothing to hold it against.
 */
export const publicAccessExclusionDeclared: Rule = {
  id: 'public-access-exclusion-declared',
  control: 'NET-06',
  message: 'The block of public access is lifted for a network that declares no flow from the internet.',
  remediation: 'Declare the flow in the landing zone’s config, or remove the exclusion.',
  types: ['AWS::EC2::VPCBlockPublicAccessExclusion'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const { claims } = resource.template;
    if (!claims?.marker) return NOT_APPLICABLE;
    if (claims.flows?.some(({ from }) => from === 'internet'))
      return { status: 'pass', property: 'Metadata.Lionrock.flows', expected: 'a declared flow from the internet' };
    return egressOnly(resource, context);
  },
};

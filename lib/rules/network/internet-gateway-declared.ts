import { and } from '../../model';
import { fail, guarded, inLandingZone, pass, present } from '../check';
import type { Rule } from '../rule';
import { claimsInternet } from './claimed';

const EXPECTED = 'a declared flow from or to the internet';

/**
 * Asked of landing zones, whose templates claim the flows that they are made for. A gateway without a route opens nothing
 * yet; one route later it does, and nobody looks at the gateway then.
 */
export const internetGatewayDeclared: Rule = {
  id: 'internet-gateway-declared',
  control: 'NET-18',
  message: 'A network has an internet gateway, and no flow with the internet is declared for it.',
  remediation: 'Remove the gateway, or declare the flows from or to the internet that it is there for.',
  types: ['AWS::EC2::VPCGatewayAttachment'],
  scope: 'resource',
  evaluate: guarded(
    (resource, context) =>
      and(inLandingZone(resource, context), present.test(resource.properties['InternetGatewayId'])),
    ({ properties, template }) => {
      const found = { path: 'InternetGatewayId', value: properties['InternetGatewayId'] };
      return claimsInternet(template) ? pass(found, EXPECTED) : fail(found, EXPECTED);
    },
  ),
};

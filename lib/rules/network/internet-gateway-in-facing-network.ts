import { and, or } from '../../model';
import { guarded, inLandingZone, NOT_APPLICABLE, present, referred } from '../check';
import type { Rule } from '../rule';
import { facingResult, mayFace } from './facing-zones';

const EXPECTED = 'a network with a zone that may face the internet';

/** Flows with the internet may be declared for a network that reaches it through another: they need no gateway of its own. */
export const internetGatewayInFacingNetwork: Rule = {
  id: 'internet-gateway-in-facing-network',
  control: 'NET-04',
  message: 'A network whose zones must not face the internet has an internet gateway.',
  remediation: 'Remove the gateway: the network reaches the internet through the one for egress.',
  types: ['AWS::EC2::VPCGatewayAttachment'],
  scope: 'resource',
  evaluate: guarded(
    (resource, context) =>
      and(inLandingZone(resource, context), present.test(resource.properties['InternetGatewayId'])),
    ({ properties }, { graph, profile }) => {
      const vpc = referred(properties['VpcId'], graph);
      const subnets = graph
        .ofType('AWS::EC2::Subnet')
        .filter((subnet) => vpc !== undefined && referred(subnet.properties['VpcId'], graph) === vpc);
      const zones = subnets.flatMap((subnet) => mayFace(subnet, profile));
      if (zones.length === 0) return NOT_APPLICABLE;
      const found = { path: 'VpcId', value: properties['VpcId'] };
      return facingResult(found, or(...zones), EXPECTED);
    },
  ),
};

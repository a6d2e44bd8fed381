import { asNumber, isMap, Unknown } from '../../template';
import { expectation, property } from '../check';
import type { Rule } from '../rule';

const onePort = expectation('one port', (value) => {
  if (!isMap(value)) return 'unknown';
  const bounds = [value['FromPort'], value['ToPort']];
  if (bounds.some((bound) => bound instanceof Unknown)) return 'unknown';
  return asNumber(bounds[0]) === asNumber(bounds[1]);
});

/** A range counts. */
export const fleetPortsFew: Rule = {
  id: 'fleet-ports-few',
  control: 'NET-02',
  category: 'network-open-ingress',
  severity: 'medium',
  message: 'The fleet opens more ports than a server needs.',
  remediation: 'Set FromPort and ToPort to the port that is served.',
  types: ['AWS::GameLift::Fleet'],
  scope: 'resource',
  evaluate: property('EC2InboundPermissions[]', onePort),
};

import { or, type Trilean } from '../../model';
import { among, at, NOT_APPLICABLE, referred, type Found } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { facingResult, mayFace } from './facing-zones';

const EXPECTED = 'subnets of a zone that may face the internet';

const faces = among('internet-facing');

/** Zones are told by the tags that landing zones give their subnets: elsewhere there are none to judge by. */
export const internetLoadBalancerInDmz: Rule = {
  id: 'internet-load-balancer-in-dmz',
  control: 'NET-03',
  message: 'The internet is let straight into a zone that must not face it.',
  remediation: 'Put the load balancer into the internet DMZ, or make it internal.',
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const { properties, template } = resource;
    if (!template.claims?.marker || faces.test(properties['Scheme']) === false) return NOT_APPLICABLE;
    const subnets = [...at(properties, 'Subnets[]'), ...at(properties, 'SubnetMappings[].SubnetId')];
    return resultOf(subnets.flatMap((found) => judged(found, context))) ?? NOT_APPLICABLE;
  },
};

interface Judged {
  readonly found: Found;
  readonly is: Trilean;
}

/** The first that is wrong, else the first that is open, else the first. */
function resultOf(all: readonly Judged[]): RuleResult | undefined {
  const told = all.find(({ is }) => is === false) ?? all.find(({ is }) => is === 'unknown') ?? all[0];
  return told && facingResult(told.found, told.is, EXPECTED);
}

/** A subnet of another unit shows no zone. */
function judged(found: Found, { graph, profile }: RuleContext): readonly Judged[] {
  const subnet = referred(found.value, graph);
  return subnet ? [{ found, is: or(...mayFace(subnet, profile)) }] : [];
}

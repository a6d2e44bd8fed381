import { or, type Trilean } from '../../model';
import { asText, Reference, type Resource } from '../../template';
import { among, at, fail, NOT_APPLICABLE, pass, unknown, type Found } from '../check';
import type { Rule, RuleContext, RuleResult } from '../rule';
import { facingZones } from './facing-zones';

const ZONE_TAG = 'lionrock:zone';
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
    const judged = subnets.flatMap((found) => mayFace(found, context));
    return resultOf(judged) ?? NOT_APPLICABLE;
  },
};

interface Judged {
  readonly found: Found;
  readonly is: Trilean;
}

function resultOf(judged: readonly Judged[]): RuleResult | undefined {
  const wrong = judged.find(({ is }) => is === false);
  if (wrong) return fail(wrong.found, EXPECTED);
  const open = judged.find(({ is }) => is === 'unknown');
  if (open)
    return {
      ...unknown(open.found, EXPECTED),
      because: 'the zone of the subnet is named at deployment, or the profile states no zone model',
    };
  const [first] = judged;
  return first && pass(first.found, EXPECTED);
}

/** A subnet of another unit shows no zone. */
function mayFace(found: Found, { graph, profile }: RuleContext): readonly Judged[] {
  const subnet = found.value instanceof Reference ? graph.follow(found.value) : undefined;
  if (!subnet) return [];
  const facing = facingZones(profile);
  const isOpen = (zone: string | undefined) => zone === undefined || profile.zones.length === 0;
  const zones = zonesOf(subnet).map((zone) => (isOpen(zone) ? 'unknown' : facing.includes(zone ?? '')));
  return [{ found, is: or(...zones) }];
}

function zonesOf({ properties }: Resource): readonly (string | undefined)[] {
  return at(properties, 'Tags[]').flatMap(({ value: tag }) => {
    const [key] = at(tag, 'Key');
    const [value] = at(tag, 'Value');
    return asText(key?.value) === ZONE_TAG ? [asText(value?.value)] : [];
  });
}

import type { Reference } from '../../../template';
import { leavesTo, STAYS, unknownWay, type Standpoint, type Way } from './way';

/** Types whose names stand for edge locations, wherever their stack is. */
const AT_THE_EDGE = new Set(['AWS::CloudFront::Distribution', 'AWS::GlobalAccelerator::Accelerator']);

/**
 * What a reference comes to: what another resource of these templates is called stands in the region of its stack. With
 * its own stack a resource shares the region, wherever that is.
 */
export function referenceWay(reference: Reference, { graph, resource, profile }: Standpoint): Way {
  const target = graph.follow(reference);
  if (!target) return STAYS;
  if (AT_THE_EDGE.has(target.type)) return leavesTo('edge locations', target);
  const { region } = target.template;
  if (target.template === resource.template || region === resource.template.region) return STAYS;
  if (region === undefined) return STAYS;
  if (profile.regions.includes(region)) return STAYS;
  return resource.template.region === undefined
    ? { ...unknownWay(`the region of ${resource.template.path} is not known`, region), target }
    : leavesTo(region, target);
}

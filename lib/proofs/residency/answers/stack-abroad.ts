import type { Profile } from '../../../profiles';
import type { Resource } from '../../../template';
import type { EgressPath } from '../catalogue';
import type { Egress } from '../judge';
import { leavesTo } from '../ways';

/** Type under which a stack as a whole is reported. */
export const STACK = 'AWS::CloudFormation::Stack';

const PATH: EgressPath = {
  type: STACK,
  path: '',
  predicate: 'region-not-allowed',
  moves: 'data',
  severity: 'critical',
  concern: 'abroad',
  mechanism: 'The stack is deployed outside the profile’s regions, with everything in it',
  status: 'verified',
  source: 'what the assembly or --region says of the stack',
};

/**
 * A stack that is deployed where the profile allows nothing, as one way out; undefined where it is at home, or nobody says
 * where it is.
 * @param resource One of the stack, or what stands for its template.
 */
export function stackAbroad(resource: Resource, { regions }: Profile): Egress | undefined {
  const { region } = resource.template;
  if (region === undefined || regions.includes(region)) return undefined;
  return { ...leavesTo(region), path: PATH, resource, property: '', observed: region };
}

import type { Profile } from '../../../profiles';
import { standIn, type Template } from '../../../template';
import type { EgressPath } from '../catalogue';
import type { Egress } from '../judge';
import { leavesTo } from '../ways';

/** Type under which a stack as a whole is reported. */
const STACK = 'AWS::CloudFormation::Stack';

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
 * A stack that is deployed where the profile allows nothing, as one way out of the stack as a whole; undefined where it is at
 * home, or nobody says where it is.
 */
export function stackAbroad(template: Template, { regions }: Profile): Egress | undefined {
  const { region } = template;
  if (region === undefined || regions.includes(region)) return undefined;
  const resource = standIn(template, STACK, '', {});
  return { ...leavesTo(region), path: PATH, resource, property: '', observed: region };
}

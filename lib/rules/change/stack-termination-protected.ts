import { NOT_APPLICABLE } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const PROPERTY = 'Metadata.Lionrock.marker';

/**
 * Stacks of a landing zone, in a cloud assembly: its manifest says whether they are protected, a template does not.
 * Nested stacks are protected by the stack that holds them. Stack policies stand in neither.
 */
export const stackTerminationProtected: Rule = {
  id: 'stack-termination-protected',
  control: 'CHG-05',
  message: 'One call deletes the stack, and what the landing zone keeps in it.',
  remediation: 'Set terminationProtection of the stack to true.',
  types: [TEMPLATE],
  scope: 'resource',
  evaluate: ({ template }) => {
    const { claims, terminationProtection: observed } = template;
    if (!claims?.marker || observed === undefined) return NOT_APPLICABLE;
    const expected = 'termination protection';
    return { status: observed ? 'pass' : 'fail', property: PROPERTY, observed, expected };
  },
};

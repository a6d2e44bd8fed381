import { Unknown } from '../value';

/** A function whose argument has the wrong form: CloudFormation would refuse the template. */
export function malformed(name: string, expected: string): Unknown {
  return new Unknown(`${name} is malformed: expected ${expected}`);
}

import { ATTACHING } from './attaching';
import { CHANGING } from './changing';
import { ENCRYPTING } from './encrypting';
import { KEEPING } from './keeping';
import { PERMITTING } from './permitting';
import { PROTECTING } from './protecting';
import { REACHING } from './reaching';
import { RECORDING } from './recording';
import type { Direction } from './direction';

/** The first that matches a property decides. */
const DIRECTIONS: readonly Direction[] = [
  ...CHANGING,
  ...KEEPING,
  ...RECORDING,
  ...ENCRYPTING,
  ...ATTACHING,
  ...REACHING,
  ...PERMITTING,
  ...PROTECTING,
];

/** Which way is weaker for a property of a type; undefined where nobody said. */
export function directionOf(type: string, property: string): Direction | undefined {
  return DIRECTIONS.find((each) => each.property.test(property) && (each.types?.test(type) ?? true));
}

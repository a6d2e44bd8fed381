import { KEY_ROTATION_WEAKENED } from '../../claims';
import { less, on, present } from '../scales';
import { named, type Direction } from './direction';

const NEVER = Number.POSITIVE_INFINITY;

/** Keys and secrets are changed. */
export const CHANGING: readonly Direction[] = [
  { property: named('EnableKeyRotation'), weaker: on, rule: KEY_ROTATION_WEAKENED },
  { property: named('RotationPeriodInDays'), weaker: less(365), rule: KEY_ROTATION_WEAKENED },
  { property: named('AutomaticallyAfterDays'), weaker: less(NEVER), rule: KEY_ROTATION_WEAKENED },
  { property: named('RotationRules'), weaker: present, rule: KEY_ROTATION_WEAKENED },
];
